// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNamesTest {
  static Stream<Arguments> names() {
    String jpeg = "image/jpeg";
    String pdf = "application/pdf";
    String unknown = "application/octet-stream";
    return Stream.of(
        Arguments.of("photo.jpg", jpeg, "photo.jpg"),
        Arguments.of("Рахунок №5.pdf", pdf, "Рахунок №5.pdf"),
        Arguments.of("об'єкт.pdf", pdf, "об’єкт.pdf"),
        Arguments.of("і\u0308жак.jpg", jpeg, "їжак.jpg"),
        Arguments.of("say \"hi\".pdf", pdf, "say hi.pdf"),
        Arguments.of("a\r\nSet-Cookie: x=1.jpg", jpeg, "a Set-Cookie_ x=1.jpg"),
        Arguments.of("a\u0000b\u0007.jpg", jpeg, "ab.jpg"),
        Arguments.of("../../etc/passwd", unknown, "passwd"),
        Arguments.of("..\\..\\boot.ini", unknown, "boot.ini"),
        Arguments.of("photos/file_0.jpg", jpeg, "file_0.jpg"),
        Arguments.of("..%2f..%2fetc", unknown, "_2f.._2fetc"),
        Arguments.of("/", jpeg, "image.jpg"),
        Arguments.of("..", jpeg, "image.jpg"),
        Arguments.of("...", "video/mp4", "video.mp4"),
        Arguments.of(".htaccess", unknown, "htaccess"),
        Arguments.of("", "audio/ogg", "audio.ogg"),
        Arguments.of("   ", pdf, "file.pdf"),
        Arguments.of(null, pdf, "file.pdf"),
        Arguments.of(null, unknown, "file"),
        Arguments.of("CON", unknown, "_CON"),
        Arguments.of("nul.txt", "text/plain", "_nul.txt"),
        Arguments.of("console.txt", "text/plain", "console.txt"),
        Arguments.of("звіт", pdf, "звіт.pdf"),
        Arguments.of("Рахунок 12.05", pdf, "Рахунок 12.05.pdf"),
        Arguments.of("archive.7z", unknown, "archive.7z"),
        Arguments.of("mislabelled.bin", jpeg, "mislabelled.bin"),
        Arguments.of("invoice\u202Efdp.exe", unknown, "invoicefdp.exe"),
        Arguments.of("a<b>c:d|e?f*g.jpg", jpeg, "a_b_c_d_e_f_g.jpg"),
        Arguments.of("a\u2028b\u00a0c.jpg", jpeg, "a b c.jpg"),
        Arguments.of("trailing. . .", pdf, "trailing.pdf"),
        Arguments.of("half \ud83d.jpg", jpeg, "half.jpg"),
        Arguments.of("ok 👍🏽.jpg", jpeg, "ok 👍🏽.jpg"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("names")
  void aNameBecomesSafe(String name, String mimeType, String expected) {
    assertEquals(expected, FileNames.safe(name, mimeType));
  }

  @Test
  void aLongNameIsCutBeforeItsExtensionAndBetweenCharacters() {
    String cut = FileNames.safe("ї".repeat(500) + ".jpeg", "image/jpeg");
    assertEquals("ї".repeat(115) + ".jpeg", cut);
    String emoji = FileNames.safe("a" + "👍".repeat(500) + ".jpg", "image/jpeg");
    assertEquals("a" + "👍".repeat(57) + ".jpg", emoji);
    assertEquals(120, FileNames.safe("x".repeat(5_000), "application/octet-stream").length());
  }

  @Test
  void anyNameAtAllBecomesOneThatIsSafeAndStaysAsItIs() {
    Random random = new Random(7);
    String pool = "../\\\"'\r\n\0 .:%?#ЇіА\u202e\ud83d\udc4dabc.jpgCON";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(200); n > 0; n--) {
        name.append(pool.charAt(random.nextInt(pool.length())));
      }
      String safe = FileNames.safe(name.toString(), "image/jpeg");
      assertFalse(safe.isEmpty() || safe.startsWith("."), safe);
      assertTrue(safe.length() <= FileNames.MAX_LENGTH, safe);
      assertTrue(safe.chars().noneMatch(c -> c < ' ' || "/\\\"'%?:".indexOf(c) >= 0), safe);
      assertEquals(safe, FileNames.safe(safe, "image/jpeg"));
    }
  }
}
