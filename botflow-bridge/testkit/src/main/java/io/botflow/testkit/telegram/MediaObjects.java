// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** Files as the objects that messages carry: {@code photo}, {@code document}, {@code voice}… */
final class MediaObjects {
  private static final byte[] THUMBNAIL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final FileVault files;

  MediaObjects(FileVault files) {
    this.files = files;
  }

  /**
   * The content fields of a message with a file.
   *
   * @param caption empty for none
   */
  ObjectNode content(String kind, TelegramFile file, String caption) {
    ObjectNode content = Json.object();
    if (kind.equals("photo")) {
      content.set("photo", photo(file));
    } else {
      content.set(kind, object(kind, file));
    }
    if (kind.equals("animation")) {
      // Old clients know animations as documents only, so Telegram fills both.
      content.set("document", object("document", file));
    }
    if (!caption.isEmpty()) {
      content.put("caption", caption);
    }
    return content;
  }

  /** The sizes of a photo in ascending order, a thumbnail before the picture itself. */
  private ArrayNode photo(TelegramFile file) {
    ImageSize size = ImageSize.of(file.shared());
    int width = size == null ? 800 : size.width();
    int height = size == null ? 600 : size.height();
    ArrayNode sizes = Json.object().putArray("photo");
    TelegramFile thumbnail = files.keep("photo", null, "image/gif", THUMBNAIL);
    sizes.add(described(thumbnail).put("width", 90).put("height", 90));
    sizes.add(described(file).put("width", width).put("height", height));
    return sizes;
  }

  private static ObjectNode object(String kind, TelegramFile file) {
    ObjectNode object = described(file);
    switch (kind) {
      case "video", "animation" ->
          named(object, file).put("width", 640).put("height", 360).put("duration", 3);
      case "video_note" -> object.put("length", 240).put("duration", 3);
      case "audio" -> named(object, file).put("duration", 3);
      case "voice" -> object.put("duration", 3).put("mime_type", file.mimeType());
      case "sticker" ->
          object
              .put("type", "regular")
              .put("width", 512)
              .put("height", 512)
              .put("is_animated", false)
              .put("is_video", false);
      default -> named(object, file);
    }
    return object;
  }

  private static ObjectNode described(TelegramFile file) {
    return Json.object()
        .put("file_id", file.id())
        .put("file_unique_id", file.uniqueId())
        .put("file_size", file.size());
  }

  private static ObjectNode named(ObjectNode object, TelegramFile file) {
    file.fileName().ifPresent(name -> object.put("file_name", name));
    return object.put("mime_type", file.mimeType());
  }
}
