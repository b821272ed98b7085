// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as the platform writes and reads them: UTC with a {@code Z}, milliseconds when written. */
public final class WireTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  // Clients with 7 digits of a second are known to be accepted.
  private static final Pattern ACCEPTED =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  private WireTime() {}

  public static String format(Instant time) {
    return FORMAT.format(time);
  }

  public static Instant parse(String text) {
    if (!ACCEPTED.matcher(text).matches()) {
      throw InvalidBodyException.date();
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw InvalidBodyException.date();
    }
  }
}
