// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MimeSnifferTest {
  static Stream<Arguments> heads() throws IOException {
    String ooxml = "application/vnd.openxmlformats-officedocument.";
    return Stream.of(
        Arguments.of("image/jpeg", latin1("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF")),
        Arguments.of("image/png", latin1("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")),
        Arguments.of("image/gif", latin1("GIF89a\1\0\1\0")),
        Arguments.of("image/webp", latin1("RIFF$\0\0\0WEBPVP8 ")),
        Arguments.of("image/heic", latin1("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")),
        Arguments.of("image/heic", latin1("\0\0\0\u0018ftypmif1\0\0\0\0heicmif1")),
        Arguments.of("image/avif", latin1("\0\0\0\u001cftypavif\0\0\0\0")),
        Arguments.of("video/mp4", latin1("\0\0\0 ftypisom\0\0\2\0isomiso2")),
        Arguments.of("video/mp4", latin1("\0\0\0\u0018ftypmp42\0\0\0\0")),
        Arguments.of("video/quicktime", latin1("\0\0\0\u0014ftypqt  \0\0\0\0")),
        Arguments.of("video/3gpp", latin1("\0\0\0\u0014ftyp3gp4\0\0\0\0")),
        Arguments.of("audio/mp4", latin1("\0\0\0 ftypM4A \0\0\0\0")),
        Arguments.of(
            "video/webm", latin1("\u001aE\u00df\u00a3\u009fB\u0086\u0081\1B\u0082\u0084webm")),
        Arguments.of("video/x-matroska", latin1("\u001aE\u00df\u00a3\u00a3B\u0082\u0088matroska")),
        Arguments.of("audio/ogg", latin1("OggS\0\2" + "\0".repeat(22) + "OpusHead")),
        Arguments.of("video/ogg", latin1("OggS\0\2" + "\0".repeat(22) + "\u0080theora")),
        Arguments.of("audio/mpeg", latin1("ID3\4\0\0\0\0\0\0")),
        Arguments.of("audio/mpeg", latin1("\u00ff\u00fb\u0090d")),
        Arguments.of("audio/aac", latin1("\u00ff\u00f1P\u0080")),
        Arguments.of("audio/wav", latin1("RIFF$\0\0\0WAVEfmt ")),
        Arguments.of("audio/amr", latin1("#!AMR\n")),
        Arguments.of("application/pdf", latin1("%PDF-1.7\n")),
        Arguments.of("application/zip", zip("readme.txt", "b.txt")),
        Arguments.of("application/zip", zip()),
        Arguments.of(
            ooxml + "wordprocessingml.document",
            zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")),
        Arguments.of(ooxml + "spreadsheetml.sheet", zip("[Content_Types].xml", "xl/workbook.xml")),
        Arguments.of(
            ooxml + "presentationml.presentation", zip("[Content_Types].xml", "ppt/a.xml")),
        Arguments.of("application/vnd.oasis.opendocument.text", openDocument()),
        Arguments.of(null, latin1("")),
        Arguments.of(null, latin1("Добрий день")),
        Arguments.of(null, latin1("RIFF\0\0\0\0????")),
        Arguments.of(null, latin1("ID3 is the name of a tag")),
        Arguments.of(null, latin1("\u00ff\u00ff\u00ff\u00ff")),
        Arguments.of(null, latin1("\0\0\0\u0018ftyp")),
        Arguments.of(null, latin1("<html><script>alert(1)</script>")));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("heads")
  void theFirstBytesTellTheType(String expected, byte[] head) {
    assertEquals(Optional.ofNullable(expected), MimeSniffer.sniff(head));
  }

  @Test
  void cutOrScrambledHeadsAreNeverAnError() throws IOException {
    Random random = new Random(11);
    for (Arguments row : heads().toList()) {
      byte[] head = (byte[]) row.get()[1];
      for (int length = 0; length <= head.length; length++) {
        MimeSniffer.sniff(Arrays.copyOf(head, length));
      }
      for (int i = 0; i < 200 && head.length > 0; i++) {
        byte[] scrambled = head.clone();
        scrambled[random.nextInt(head.length)] = (byte) random.nextInt();
        MimeSniffer.sniff(scrambled);
      }
    }
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(latin1("<content/>"));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] openDocument() throws IOException {
    byte[] type = latin1("application/vnd.oasis.opendocument.text");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("mimetype");
      CRC32 crc = new CRC32();
      crc.update(type);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(type.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(type);
    }
    return bytes.toByteArray();
  }
}
