// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * How long a far side wants to be left alone, read from its headers. A bare number is in seconds,
 * as documented; milliseconds are told by a unit, in the value or in the header's name, since a
 * guess by size would be wrong one day. More than an hour is taken for an hour: nobody means it.
 */
final class RetryAfter {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,30}(?:\\.\\d{1,9})?)\\s*(s|ms)?");

  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** {@code Retry-After}, also in milliseconds: of any answer that asks to come back later. */
  @Nullable
  static Duration named(HttpReply reply, Instant now) {
    Duration delay = number(reply.header("Retry-After-Ms").orElse(""), "ms");
    return delay != null ? delay : parse(reply.header("Retry-After").orElse(""), now);
  }

  /** The same of a refusal for too many calls; else the seconds until the window resets. */
  @Nullable
  static Duration ofRefusal(HttpReply reply, Instant now) {
    Duration delay = named(reply, now);
    return delay != null ? delay : number(reply.header("inin-ratelimit-reset").orElse(""), "s");
  }

  @Nullable
  private static Duration parse(String value, Instant now) {
    Duration number = number(value, "s");
    return number != null ? number : untilDate(value.trim(), now);
  }

  @Nullable
  private static Duration number(String value, String defaultUnit) {
    Matcher matcher = NUMBER.matcher(value.trim().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return null;
    }
    String unit = matcher.group(2) == null ? defaultUnit : matcher.group(2);
    BigDecimal nanos = new BigDecimal(matcher.group(1)).movePointRight(unit.equals("ms") ? 6 : 9);
    return Duration.ofNanos(nanos.min(BigDecimal.valueOf(LONGEST.toNanos())).longValue());
  }

  @Nullable
  private static Duration untilDate(String text, Instant now) {
    try {
      Instant date =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant();
      Duration delay = date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
      return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
