// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Media;
import io.botflow.connector.messenger.Capabilities.MediaLimit;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file on its way to Telegram.
 *
 * @param media the file
 * @param method the method that shows it as what it is
 * @param field that method's parameter for the bytes
 * @param usualName the name for a file without one; Telegram demands a name
 * @param maxBytes the largest size that Telegram takes
 */
record MediaUpload(Media media, String method, String field, String usualName, long maxBytes) {
  private static final Logger log = LoggerFactory.getLogger(MediaUpload.class);
  private static final Pattern MIME_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

  static MediaUpload of(Media media) {
    return switch (media.type()) {
      case IMAGE -> of(media, "sendPhoto", "photo", "photo.jpg");
      case VIDEO -> of(media, "sendVideo", "video", "video.mp4");
      case AUDIO ->
          "audio/ogg".equalsIgnoreCase(media.mimeType())
              ? of(media, "sendVoice", "voice", "voice.ogg")
              : of(media, "sendAudio", "audio", "audio.mp3");
      case VOICE -> of(media, "sendVoice", "voice", "voice.ogg");
      case FILE -> of(media, "sendDocument", "document", "file");
      case STICKER, LINK -> throw new IllegalArgumentException("no upload: " + media.type());
    };
  }

  private static MediaUpload of(Media media, String method, String field, String usualName) {
    MediaLimit limit =
        Objects.requireNonNull(TelegramLimits.CAPABILITIES.media(media.kind()), "limit");
    return new MediaUpload(media, method, field, usualName, limit.maxBytes());
  }

  /**
   * Sends the file.
   *
   * @param request the other parameters
   * @param context where the bytes come from
   */
  SendResult send(BotApi api, ObjectNode request, SendContext context) {
    MediaContent content;
    try {
      content = context.open(media);
    } catch (MediaUnavailableException e) {
      return Verdict.rejected(FailureReason.MEDIA, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return unreadable(e);
    }
    try {
      return send(api, request, content);
    } finally {
      close(content);
    }
  }

  private SendResult send(BotApi api, ObjectNode request, MediaContent content) {
    long size = content.sizeBytes().orElse(-1);
    if (size > maxBytes) {
      return Verdict.rejected(
          FailureReason.MEDIA, method + ": " + size + " bytes are more than " + maxBytes);
    }
    MultipartUpload upload =
        new MultipartUpload(
            new MultipartUpload.FilePart(
                field,
                firstText(usualName, media.fileName(), content.fileName()),
                mimeType(content),
                content.stream(),
                size,
                maxBytes));
    request
        .properties()
        .forEach(field -> upload.field(field.getKey(), Json.plain(field.getValue())));
    try {
      return Verdict.of(api.upload(method, upload));
    } catch (IOException e) {
      return upload.failure().map(MediaUpload::unreadable).orElseGet(() -> Verdict.of(e));
    }
  }

  /** The message may quote a URL, so the kind of failure has to do. */
  private static SendResult unreadable(IOException e) {
    return e instanceof MultipartUpload.TooLargeException
        ? Verdict.rejected(FailureReason.MEDIA, String.valueOf(e.getMessage()))
        : Verdict.retry(
            FailureReason.MEDIA, "the file could not be read: " + e.getClass().getSimpleName());
  }

  private String mimeType(MediaContent content) {
    String type = firstText("", media.mimeType(), content.mimeType());
    return MIME_TYPE.matcher(type).matches() ? type : "application/octet-stream";
  }

  private static String firstText(
      String otherwise, @Nullable String first, @Nullable String second) {
    if (first != null && !first.isBlank()) {
      return first;
    }
    return second != null && !second.isBlank() ? second : otherwise;
  }

  /** The message is sent or not by then, and closing changes nothing about that. */
  private static void close(MediaContent content) {
    try {
      content.close();
    } catch (IOException e) {
      log.debug("a sent file could not be closed: {}", e.getClass().getName());
    }
  }
}
