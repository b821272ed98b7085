// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Real files, made on the spot: pictures and a PDF that any viewer opens, and the pages of a silent
 * voice note.
 */
final class Samples {
  private final byte[] picture = jpeg(0xB5894E);
  private final List<byte[]> album = List.of(jpeg(0x3E7CB1), jpeg(0x81A4CD));
  private final byte[] voice = ogg();
  private final byte[] invoice = pdf("Order 10457: 1 parcel, 420.00 UAH");

  private Samples() {}

  static Samples make() {
    return new Samples();
  }

  byte[] picture() {
    return picture;
  }

  List<byte[]> album() {
    return album;
  }

  byte[] voice() {
    return voice;
  }

  byte[] invoice() {
    return invoice;
  }

  /** What the customer sends, in order. */
  List<byte[]> sent() {
    return Stream.of(List.of(picture), album, List.of(voice)).flatMap(List::stream).toList();
  }

  /** A picture of a parcel. */
  private static byte[] jpeg(int colour) {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0xE8EEF7));
    graphics.fillRect(0, 0, 320, 240);
    graphics.setColor(new Color(colour));
    graphics.fillRect(80, 80, 160, 110);
    graphics.setColor(new Color(0x7A5A2E));
    graphics.fillRect(150, 80, 20, 110);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The two header pages of an Ogg stream of Opus, as a voice note begins. */
  private static byte[] ogg() {
    ByteBuffer stream = ByteBuffer.allocate(2 * 28 + 19 + 16).order(ByteOrder.LITTLE_ENDIAN);
    page(stream, 2, 0, 19);
    stream.put("OpusHead".getBytes(StandardCharsets.US_ASCII));
    stream.put((byte) 1).put((byte) 1).putShort((short) 312).putInt(48_000).putShort((short) 0);
    stream.put((byte) 0);
    page(stream, 4, 1, 16);
    stream.put("OpusTags".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(0);
    return stream.array();
  }

  private static void page(ByteBuffer stream, int flags, int number, int length) {
    stream.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
    stream.putLong(0).putInt(10_457).putInt(number).putInt(0).put((byte) 1).put((byte) length);
  }

  /** One page with one line of text. */
  private static byte[] pdf(String line) {
    String drawing = "BT /F1 18 Tf 60 760 Td (" + line.replaceAll("[()\\\\]", "") + ") Tj ET";
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int xref = pdf.length();
    pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> pdf.append(String.format("%010d 00000 n \n", offset)));
    pdf.append("trailer << /Size ")
        .append(objects.size() + 1)
        .append(" /Root 1 0 R >>\nstartxref\n");
    pdf.append(xref).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
