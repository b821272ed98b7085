// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The kinds of content that are files: pictures, films, sounds, stickers, documents. */
final class FileContent {
  private static final String JPEG = "image/jpeg";
  private static final String MP4 = "video/mp4";

  private FileContent() {}

  /** The files of one kind; none when the kind is another, or lacks the id of a file. */
  static List<Part> of(String kind, WireObject message, @Nullable String caption) {
    WireObject body = message.object(kind);
    return switch (kind) {
      case "photo" -> photo(message.objects(kind), caption);
      case "live_photo" -> livePhoto(body, message.objects("photo"), caption);
      case "animation", "video", "video_note" -> media(Media.Type.VIDEO, body, MP4, caption);
      case "audio" -> media(Media.Type.AUDIO, body, null, caption);
      case "voice" -> media(Media.Type.VOICE, body, "audio/ogg", caption);
      case "document" -> media(Media.Type.FILE, body, null, caption);
      case "sticker" -> sticker(body);
      case "paid_media" -> paid(body.objects("paid_media"), caption);
      default -> List.of();
    };
  }

  /** The sizes come in ascending order; Telegram makes a JPEG of each photo. */
  private static List<Part> photo(List<WireObject> sizes, @Nullable String caption) {
    return sizes.isEmpty()
        ? List.of()
        : media(Media.Type.IMAGE, sizes.get(sizes.size() - 1), JPEG, caption);
  }

  /** A picture and the seconds around it. */
  private static List<Part> livePhoto(
      WireObject film, List<WireObject> sizes, @Nullable String caption) {
    List<Part> still = photo(sizes.isEmpty() ? film.objects("photo") : sizes, caption);
    List<Part> moving = media(Media.Type.VIDEO, film, MP4, still.isEmpty() ? caption : null);
    return Stream.concat(still.stream(), moving.stream()).toList();
  }

  /** What has been paid for comes as files, the rest as previews that are none. */
  private static List<Part> paid(List<WireObject> items, @Nullable String caption) {
    List<Part> files =
        items.stream()
            .flatMap(
                item ->
                    Stream.of("live_photo", "photo", "video")
                        .filter(item::has)
                        .findFirst()
                        .map(kind -> of(kind, item, null).stream())
                        .orElseGet(Stream::empty))
            .toList();
    return files.isEmpty() || caption == null
        ? files
        : Stream.concat(
                Stream.of(((Media) files.get(0)).withCaption(caption)), files.stream().skip(1))
            .toList();
  }

  /**
   * A still sticker as it is. Moving ones come in forms that few programs show, so their picture is
   * taken where Telegram offers one. The emoji that the sticker stands for becomes the caption.
   */
  private static List<Part> sticker(WireObject sticker) {
    String emoji = sticker.name("emoji");
    boolean lottie = sticker.flag("is_animated");
    boolean film = sticker.flag("is_video");
    if (!lottie && !film) {
      return media(Media.Type.STICKER, sticker, "image/webp", emoji);
    }
    List<Part> still = media(Media.Type.STICKER, sticker.object("thumbnail"), null, emoji);
    return !still.isEmpty()
        ? still
        : media(
            Media.Type.STICKER, sticker, film ? "video/webm" : "application/x-tgsticker", emoji);
  }

  private static List<Part> media(
      Media.Type type, WireObject file, @Nullable String usualMimeType, @Nullable String caption) {
    String id = file.name("file_id");
    if (id == null) {
      return List.of();
    }
    String mimeType = file.name("mime_type");
    Long size = file.number("file_size");
    return List.of(
        new Media(
            type,
            new MediaSource.MessengerFile(id),
            mimeType == null ? usualMimeType : mimeType,
            file.name("file_name"),
            size == null || size < 0 ? null : size,
            caption,
            null));
  }
}
