// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.annotation.Nullable;

/** How long a far side wants to be left alone, read from its headers. */
final class RetryAfter {
  private RetryAfter() {}

  /** Seconds or an HTTP date in {@code Retry-After}; else the seconds until the window resets. */
  @Nullable
  static Duration of(HttpReply reply, Instant now) {
    Duration delay = parse(reply.header("Retry-After").orElse(""), now);
    return delay != null ? delay : parse(reply.header("inin-ratelimit-reset").orElse(""), now);
  }

  @Nullable
  private static Duration parse(String value, Instant now) {
    String text = value.trim();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant date =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant();
      return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
