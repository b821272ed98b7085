// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Content to send. */
final class Samples {
  private Samples() {}

  /** A JPEG that shows noise, so that no two seeds give equal bytes. */
  static byte[] jpeg(int seed) {
    return picture("jpeg", 64, 48, seed);
  }

  /** A picture in a format that the JDK writes. */
  static byte[] picture(String format, int width, int height, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Bytes that begin like a PDF and hold every value. */
  static byte[] pdf(int seed) {
    byte[] bytes = new byte[40_000];
    new Random(seed).nextBytes(bytes);
    System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
    return bytes;
  }

  /** A text of exactly so many UTF-16 units, in sentences. */
  static String text(int length) {
    String sentences =
        IntStream.range(0, length / 10 + 1)
            .mapToObj(i -> "Речення номер " + i + " про замовлення. ")
            .collect(Collectors.joining());
    return sentences.substring(0, length - 1) + "!";
  }
}
