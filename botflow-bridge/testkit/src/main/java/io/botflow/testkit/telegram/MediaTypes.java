// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.Locale;
import java.util.Map;
import javax.annotation.Nullable;

/** What a file is, by the sender's word, by its name, or by its first bytes. */
final class MediaTypes {
  static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("zip", "application/zip"),
          Map.entry("txt", "text/plain"));

  private MediaTypes() {}

  static String of(@Nullable String declared, @Nullable String fileName, byte[] bytes) {
    if (declared != null && !bare(declared).isEmpty() && !bare(declared).equals(UNKNOWN)) {
      return bare(declared);
    }
    ImageSize image = ImageSize.of(bytes);
    if (image != null) {
      return image.mimeType();
    }
    return BY_EXTENSION.getOrDefault(extension(fileName), UNKNOWN);
  }

  /** The type without its parameters, in lower case. */
  static String bare(String contentType) {
    int semicolon = contentType.indexOf(';');
    return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  static String extension(@Nullable String fileName) {
    int dot = fileName == null ? -1 : fileName.lastIndexOf('.');
    return fileName == null || dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
