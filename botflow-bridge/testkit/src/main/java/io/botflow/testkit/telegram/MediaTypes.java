// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import io.botflow.testkit.http.FileTypes;
import java.util.Locale;
import javax.annotation.Nullable;

/** What a file is, by the sender's word, by its name, or by its first bytes. */
final class MediaTypes {
  static final String UNKNOWN = FileTypes.UNKNOWN;

  private MediaTypes() {}

  static String of(@Nullable String declared, @Nullable String fileName, byte[] bytes) {
    if (declared != null && !bare(declared).isEmpty() && !bare(declared).equals(UNKNOWN)) {
      return bare(declared);
    }
    ImageSize image = ImageSize.of(bytes);
    if (image != null) {
      return image.mimeType();
    }
    return fileName == null ? UNKNOWN : FileTypes.of(fileName);
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
