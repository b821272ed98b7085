// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * Type, width and height of a picture, read from its header alone.
 *
 * <p>Enough to refuse what Telegram refuses as a photo, without an image library.
 */
record ImageSize(String mimeType, int width, int height) {

  /** The picture's size, or null when the bytes are no JPEG, PNG, GIF or WebP. */
  @Nullable
  static ImageSize of(byte[] bytes) {
    if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n") && bytes.length >= 24) {
      return new ImageSize("image/png", number(bytes, 16, 4), number(bytes, 20, 4));
    }
    if (startsWith(bytes, 0, "GIF8") && bytes.length >= 10) {
      return new ImageSize("image/gif", little(bytes, 6), little(bytes, 8));
    }
    if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP") && bytes.length >= 30) {
      return webp(bytes);
    }
    return startsWith(bytes, 0, "\u00ff\u00d8\u00ff") ? jpeg(bytes) : null;
  }

  private static ImageSize webp(byte[] bytes) {
    if (startsWith(bytes, 12, "VP8X")) {
      int width = 1 + little(bytes, 24) + ((bytes[26] & 0xff) << 16);
      int height = 1 + little(bytes, 27) + ((bytes[29] & 0xff) << 16);
      return new ImageSize("image/webp", width, height);
    }
    if (startsWith(bytes, 12, "VP8L")) {
      int packed = little(bytes, 21) | (little(bytes, 23) << 16);
      return new ImageSize("image/webp", 1 + (packed & 0x3fff), 1 + ((packed >> 14) & 0x3fff));
    }
    return new ImageSize("image/webp", little(bytes, 26) & 0x3fff, little(bytes, 28) & 0x3fff);
  }

  /** Walks the segments of a JPEG up to the frame header, which alone holds the size. */
  @Nullable
  private static ImageSize jpeg(byte[] bytes) {
    int i = 2;
    while (i + 9 < bytes.length && (bytes[i] & 0xff) == 0xff) {
      int marker = bytes[i + 1] & 0xff;
      if (marker == 0xff) {
        i++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return new ImageSize("image/jpeg", number(bytes, i + 7, 2), number(bytes, i + 5, 2));
      }
      i += 2 + number(bytes, i + 2, 2);
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int from, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= from + wanted.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private static int number(byte[] bytes, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }

  private static int little(byte[] bytes, int from) {
    return (bytes[from] & 0xff) | ((bytes[from + 1] & 0xff) << 8);
  }
}
