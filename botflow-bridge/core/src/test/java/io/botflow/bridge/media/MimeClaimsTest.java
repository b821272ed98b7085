// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.annotation.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MimeClaimsTest {
  private static final Map<String, String> HEADS =
      Map.ofEntries(
          Map.entry("jpeg", "\u00ff\u00d8\u00ff\u00e0"),
          Map.entry("png", "\u0089PNG\r\n\u001a\n"),
          Map.entry("gif", "GIF89a"),
          Map.entry("pdf", "%PDF-1.7\n"),
          Map.entry("zip", "PK\u0003\u0004" + "\0".repeat(26) + "a.txt"),
          Map.entry("docx", "PK\u0003\u0004" + "\0".repeat(26) + "word/document.xml"),
          Map.entry("mp4", "\0\0\0 ftypisom"),
          Map.entry("m4a", "\0\0\0 ftypM4A "),
          Map.entry("heic", "\0\0\0\u0018ftypheic"),
          Map.entry("webm", "\u001aE\u00df\u00a3\u009fB\u0082\u0084webm"),
          Map.entry("ogg", "OggS\0\2" + "\0".repeat(22) + "OpusHead"),
          Map.entry("mp3", "ID3\4\0\0"),
          Map.entry("tiff", "II*\0"),
          Map.entry("text", "Добрий день"),
          Map.entry("html", "<html><script>alert(1)</script>"),
          Map.entry("nothing", ""));

  @ParameterizedTest(name = "{0} declared as {1} is {2}")
  @CsvSource({
    // Nothing, or nothing sensible, was declared.
    "png, , image/png",
    "png, '', image/png",
    "png, jpeg, image/png",
    "png, application/octet-stream; x=y, image/png",
    "text, , application/octet-stream",
    "nothing, , application/octet-stream",
    // The declaration is right, or a closer name.
    "jpeg, image/jpeg, image/jpeg",
    "ogg, Audio/OGG; codecs=opus, audio/ogg",
    "ogg, audio/opus, audio/opus",
    "mp4, audio/mp4, audio/mp4",
    "mp4, video/quicktime, video/quicktime",
    "m4a, audio/x-m4a, audio/x-m4a",
    "webm, audio/webm, audio/webm",
    "heic, image/heif, image/heif",
    "mp3, audio/aac, audio/aac",
    "tiff, image/x-canon-cr2, image/x-canon-cr2",
    "zip, application/vnd.android.package-archive, application/vnd.android.package-archive",
    "zip, application/epub+zip, application/epub+zip",
    "docx, application/vnd.ms-word.document.macroenabled.12,"
        + " application/vnd.ms-word.document.macroenabled.12",
    // The bytes carry no mark: what was declared holds.
    "text, text/plain, text/plain",
    "html, text/html, text/html",
    "html, image/jpeg, image/jpeg",
    "nothing, image/png, image/png",
    // The declaration is a lie.
    "png, image/jpeg, image/png",
    "jpeg, image/jpg, image/jpeg",
    "jpeg, text/html, image/jpeg",
    "gif, video/mp4, image/gif",
    "pdf, image/jpeg, application/pdf",
    "zip, image/png, application/zip",
    "zip, text/plain, application/zip",
    "docx, application/zip,"
        + " application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mp4, audio/mpeg, video/mp4",
    "webm, video/mp4, video/webm",
    "mp3, video/mp4, audio/mpeg",
    "tiff, image/png, image/tiff",
  })
  void theTypeIsSettledByTheRule(String bytes, @Nullable String declared, String expected) {
    byte[] head = HEADS.getOrDefault(bytes, "").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(expected, MimeClaims.settle(declared, head));
  }
}
