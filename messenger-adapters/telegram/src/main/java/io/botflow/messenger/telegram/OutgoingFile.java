// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaLimit;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * How Telegram takes one file.
 *
 * @param media the file
 * @param method the method that shows it as what it is
 * @param kind what that method, and an album, calls it
 * @param usualName the name for a file without one; Telegram demands a name
 * @param maxBytes the largest size that Telegram takes
 */
record OutgoingFile(Media media, String method, String kind, String usualName, long maxBytes) {
  private static final Pattern MIME_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

  static OutgoingFile of(Media media, Capabilities capabilities) {
    return switch (media.type()) {
      case IMAGE ->
          is(media, "image/gif")
              ? of(media, "sendAnimation", "animation", "animation.gif", capabilities)
              : of(media, "sendPhoto", "photo", "photo.jpg", capabilities);
      case VIDEO -> of(media, "sendVideo", "video", "video.mp4", capabilities);
      case AUDIO ->
          is(media, "audio/ogg")
              ? of(media, "sendVoice", "voice", "voice.ogg", capabilities)
              : of(media, "sendAudio", "audio", "audio.mp3", capabilities);
      case VOICE -> of(media, "sendVoice", "voice", "voice.ogg", capabilities);
      case STICKER -> sticker(media, capabilities);
      case FILE -> of(media, "sendDocument", "document", "file", capabilities);
      case LINK -> throw new IllegalArgumentException("a link has no file");
    };
  }

  /** Stickers carry no caption: with one they go as the picture or the file that they also are. */
  private static OutgoingFile sticker(Media media, Capabilities capabilities) {
    if (media.caption() == null || media.caption().isBlank()) {
      return of(media, "sendSticker", "sticker", "sticker.webp", capabilities);
    }
    return of(media.as(is(media, "image/webp") ? Media.Type.IMAGE : Media.Type.FILE), capabilities);
  }

  private static OutgoingFile of(
      Media media, String method, String kind, String usualName, Capabilities capabilities) {
    PartKind part = media.kind();
    MediaLimit limit = Objects.requireNonNull(capabilities.media(part), "limit");
    return new OutgoingFile(media, method, kind, usualName, limit.maxBytes());
  }

  /** The caption, unless it says nothing. */
  @Nullable
  String caption() {
    String caption = media.caption();
    return caption == null || caption.isBlank() ? null : caption;
  }

  /** The file as a part of a request. */
  MultipartUpload.FilePart part(String field, MediaContent content) {
    return new MultipartUpload.FilePart(
        field,
        firstText(usualName, media.fileName(), content.fileName()),
        mimeType(content),
        content.stream(),
        content.sizeBytes().orElse(-1),
        maxBytes);
  }

  private String mimeType(MediaContent content) {
    String type = firstText("", media.mimeType(), content.mimeType());
    return MIME_TYPE.matcher(type).matches() ? type : "application/octet-stream";
  }

  private static boolean is(Media media, String mimeType) {
    return mimeType.equalsIgnoreCase(media.mimeType());
  }

  private static String firstText(
      String otherwise, @Nullable String first, @Nullable String second) {
    if (first != null && !first.isBlank()) {
      return first;
    }
    return second != null && !second.isBlank() ? second : otherwise;
  }
}
