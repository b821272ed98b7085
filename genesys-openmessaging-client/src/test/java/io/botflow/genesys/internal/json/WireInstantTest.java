// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hand-made writer and reader of times agree with the JDK's, which are slower. */
class WireInstantTest {
  private static final DateTimeFormatter WITH_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private record Timed(@JsonProperty("time") @WireInstant @Nullable Instant time) {}

  @Test
  void anyTimeIsWrittenAsTheJdkWouldWriteIt() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      // From about the year -3000 to 12000, past both ends of four digits.
      Instant time =
          Instant.ofEpochSecond(
              random.nextLong(-160_000_000_000L, 320_000_000_000L), random.nextInt(1_000_000_000));
      assertEquals(WITH_MILLIS.format(time), WireInstant.Writer.format(time));
    }
  }

  @Test
  void anyNumberOfDigitsIsReadAsTheJdkWouldReadIt() throws IOException {
    Random random = new Random(6);
    for (int i = 0; i < 5_000; i++) {
      Instant time = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
      StringBuilder text = new StringBuilder(time.toString());
      int digits = random.nextInt(10);
      if (digits > 0) {
        text.setLength(text.length() - 1);
        text.append('.');
        for (int digit = 0; digit < digits; digit++) {
          text.append(random.nextInt(10));
        }
        text.append('Z');
      }
      assertEquals(Instant.parse(text), read(text.toString()), text::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T24:00:00Z, 2026-11-23T00:00:00Z",
    "2026-11-22T10:15:30z, 2026-11-22T10:15:30Z",
    "' 2026-11-22T10:15:30.5Z ', 2026-11-22T10:15:30.5Z",
    "2026-11-22T12:15:30+02:00, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30.1234567, 2026-11-22T10:15:30.1234567Z"
  })
  void unusualFormsAreReadToo(String text, Instant expected) throws IOException {
    assertEquals(expected, read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30T10:15:30Z",
        "2026-13-01T10:15:30Z",
        "2026-11-22T10:61:30Z",
        "2026-11-22T10:15:30.1234567890Z",
        "2026-11-22T10:15:3٠Z",
        "2026-11-22T10:15:-1Z",
        "yesterday, at noon, Z",
        "Z",
        ""
      })
  void whatIsNoTimeIsAbsent(String text) throws IOException {
    assertNull(read(text));
  }

  @Nullable
  private static Instant read(String text) throws IOException {
    byte[] json = ("{\"time\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
    return WireJson.read(json, Timed.class).time();
  }
}
