// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of the types that people send, made here, each as its format demands. */
public final class RealFiles {
  private RealFiles() {}

  /** A picture that the JDK writes: jpeg, png or gif. */
  public static byte[] picture(String format) {
    BufferedImage image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 32; x++) {
      for (int y = 0; y < 24; y++) {
        image.setRGB(x, y, x << 18 | y << 10 | x * y);
      }
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("the JDK does not write " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One white pixel, lossless. */
  public static byte[] webp() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  /** An ISO base media file: the brand, some boxes, and the media's bytes. */
  public static byte[] iso(String brand, String... compatible) {
    byte[] brands =
        (brand + "\0\0\0\0" + String.join("", compatible)).getBytes(StandardCharsets.ISO_8859_1);
    return joined(box("ftyp", brands), box("free", new byte[16]), box("mdat", noise(4_000)));
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }

  /** An EBML header of the type webm, and an empty segment. */
  public static byte[] webm() {
    return joined(
        latin1("\u001aE\u00df\u00a3\u009f"),
        latin1("B\u0086\u0081\1B\u00f7\u0081\1B\u00f2\u0081\4B\u00f3\u0081\u0008"),
        latin1("B\u0082\u0084webmB\u0087\u0081\4B\u0085\u0081\2"),
        latin1("\u0018S\u0080g\u0080"));
  }

  /** An animated sticker of Telegram's: a Lottie animation, compressed. */
  public static byte[] tgs() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(latin1("{\"tgs\":1,\"v\":\"5.5.2\",\"fr\":60,\"op\":60,\"w\":512,\"h\":512}"));
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first page of an Ogg stream, with the head of Opus, and noise. */
  public static byte[] opus() {
    byte[] head = latin1("OpusHead\1\1\0\0\u0080\u00bb\0\0\0\0\0");
    return joined(
        latin1("OggS\0\2" + "\0".repeat(8) + "\1\0\0\0" + "\0".repeat(8) + "\1"),
        new byte[] {(byte) head.length},
        head,
        noise(2_000));
  }

  /** A tag without frames, then silent frames of 128 kbit/s. */
  public static byte[] mp3() {
    byte[] frame = new byte[417];
    System.arraycopy(latin1("\u00ff\u00fb\u0090d"), 0, frame, 0, 4);
    return joined(latin1("ID3\4\0\0\0\0\0\0"), frame, frame, frame);
  }

  /** One empty page. */
  public static byte[] pdf() {
    return latin1(
        """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>> endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """);
  }

  public static byte[] docx() {
    return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
  }

  public static byte[] zip(String... names) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (String name : names) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(latin1("<content name='" + name + "'/>"));
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A film of a length, most of it noise. */
  public static byte[] film(int length) {
    byte[] head = iso("isom", "isom", "iso2", "mp41");
    return joined(head, noise(length - head.length));
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
