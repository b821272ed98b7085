// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.SendContext;
import io.botflow.connector.messenger.SendResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of files to Telegram: one by itself, or several as an album. */
final class MediaUpload {
  private static final Logger log = LoggerFactory.getLogger(MediaUpload.class);

  /** A smaller file has arrived before anybody could read that it is on its way. */
  private static final long WORTH_SHOWING = 1024L * 1024;

  private final BotApi api;
  private final SendContext context;
  private final Formatting formatting;
  private final boolean shown;

  /**
   * Prepares uploads.
   *
   * @param shown whether customers see that a file is coming
   */
  MediaUpload(BotApi api, SendContext context, Formatting formatting, boolean shown) {
    this.shown = shown;
    this.api = api;
    this.context = context;
    this.formatting = formatting;
  }

  /**
   * Sends one file.
   *
   * @param request the other parameters, without the caption
   */
  SendResult send(OutgoingFile file, ObjectNode request) {
    caption(file, request);
    return send(
            file.method(),
            request,
            List.of(file),
            List.of(file.kind()),
            file.maxBytes(),
            answer -> List.of(Verdict.of(answer)))
        .get(0);
  }

  /**
   * Sends several files as one album.
   *
   * @param request the other parameters, without the media
   * @param maxBytes how large all files together may be
   */
  List<SendResult> sendAlbum(List<OutgoingFile> files, ObjectNode request, long maxBytes) {
    ArrayNode media = request.putArray("media");
    List<String> fields = new ArrayList<>();
    for (OutgoingFile file : files) {
      String field = "file" + fields.size();
      fields.add(field);
      ObjectNode item =
          media.addObject().put("type", file.kind()).put("media", "attach://" + field);
      caption(file, item);
    }
    return send(
        "sendMediaGroup",
        request,
        files,
        fields,
        maxBytes,
        answer -> Verdict.album(answer, files.size()));
  }

  private void caption(OutgoingFile file, ObjectNode request) {
    String caption = file.caption();
    if (caption != null) {
      formatting.write(caption, request, "caption");
    }
  }

  private List<SendResult> send(
      String method,
      ObjectNode request,
      List<OutgoingFile> files,
      List<String> fields,
      long maxBytes,
      Function<ApiAnswer, List<SendResult>> verdict) {
    List<MediaContent> contents = new ArrayList<>();
    try {
      List<MultipartUpload.FilePart> parts = new ArrayList<>();
      for (OutgoingFile file : files) {
        MediaContent content = context.open(file.media());
        contents.add(content);
        parts.add(file.part(fields.get(parts.size()), content));
      }
      SendResult refusal = tooLarge(method, parts, maxBytes);
      if (refusal != null) {
        return List.of(refusal);
      }
      show(request, files.get(0), parts);
      return post(method, request, parts, verdict);
    } catch (MediaUnavailableException e) {
      return List.of(Verdict.rejected(FailureReason.MEDIA, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return List.of(unreadable(e));
    } finally {
      contents.forEach(MediaUpload::close);
    }
  }

  /** Shows what is coming, where it takes its time. */
  private void show(ObjectNode request, OutgoingFile first, List<MultipartUpload.FilePart> parts) {
    long known = parts.stream().mapToLong(part -> Math.max(part.sizeBytes(), 0)).sum();
    if (shown && known >= WORTH_SHOWING) {
      ChatAction.show(
          api,
          request.deepCopy().retain("chat_id", "business_connection_id"),
          TelegramAction.sending(first.kind()));
    }
  }

  private static @Nullable SendResult tooLarge(
      String method, List<MultipartUpload.FilePart> parts, long maxBytes) {
    long all = 0;
    for (MultipartUpload.FilePart part : parts) {
      if (part.sizeBytes() > part.maxBytes()) {
        return tooLarge(method, part.sizeBytes(), part.maxBytes());
      }
      all += Math.max(part.sizeBytes(), 0);
    }
    return all > maxBytes ? tooLarge(method, all, maxBytes) : null;
  }

  private static SendResult tooLarge(String method, long bytes, long maxBytes) {
    return Verdict.rejected(
        FailureReason.MEDIA, method + ": " + bytes + " bytes are more than " + maxBytes);
  }

  private List<SendResult> post(
      String method,
      ObjectNode request,
      List<MultipartUpload.FilePart> parts,
      Function<ApiAnswer, List<SendResult>> verdict) {
    MultipartUpload upload = new MultipartUpload(parts).fields(request);
    try {
      return verdict.apply(api.upload(method, upload));
    } catch (IOException e) {
      return List.of(upload.failure().map(MediaUpload::unreadable).orElseGet(() -> Verdict.of(e)));
    }
  }

  /** The message may quote a URL, so the kind of failure has to do. */
  private static SendResult unreadable(IOException e) {
    return e instanceof MultipartUpload.TooLargeException
        ? Verdict.rejected(FailureReason.MEDIA, String.valueOf(e.getMessage()))
        : Verdict.retry(
            FailureReason.MEDIA, "the file could not be read: " + e.getClass().getSimpleName());
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
