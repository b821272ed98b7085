// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.bot.SlotValue.OfBoolean;
import io.botflow.connector.bot.SlotValue.OfCollection;
import io.botflow.connector.bot.SlotValue.OfCurrency;
import io.botflow.connector.bot.SlotValue.OfDatetime;
import io.botflow.connector.bot.SlotValue.OfDecimal;
import io.botflow.connector.bot.SlotValue.OfDuration;
import io.botflow.connector.bot.SlotValue.OfInteger;
import io.botflow.connector.bot.SlotValue.OfString;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The types and ranges of slot values, and their spelling as texts, by the customer API
 * specification of the Digital Bot Connector. Version 1 takes typed JSON instead: {@link
 * ClassicSlots}.
 */
final class SlotForms {
  private static final int MOST_DIGITS = 40;
  private static final Duration LONGEST = Duration.parse("P11574074DT1H46M39.999S");
  private static final DateTimeFormatter DIGITAL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SlotForms() {}

  /** Whether a value is of the slot's type. */
  static boolean isOf(Slot slot, SlotValue value) {
    if (value instanceof OfCollection collection) {
      return slot.collection()
          && collection.values().stream().allMatch(single -> isSingle(slot, single));
    }
    return !slot.collection() && isSingle(slot, value);
  }

  private static boolean isSingle(Slot slot, SlotValue value) {
    return switch (slot.type()) {
      case STRING -> value instanceof OfString;
      case INTEGER -> value instanceof OfInteger;
      case DECIMAL -> value instanceof OfDecimal;
      case DURATION -> value instanceof OfDuration;
      case BOOLEAN -> value instanceof OfBoolean;
      case CURRENCY -> value instanceof OfCurrency;
      case DATETIME -> value instanceof OfDatetime;
    };
  }

  /** Whether a value lies in the range of its type, as far as its own record does not see to it. */
  static boolean isInRange(SlotValue value) {
    if (value instanceof OfCollection collection) {
      return collection.values().stream().allMatch(SlotForms::isInRange);
    }
    if (value instanceof OfDuration duration) {
      return duration.value().compareTo(LONGEST) <= 0
          && duration.value().compareTo(LONGEST.negated()) >= 0;
    }
    if (value instanceof OfDecimal decimal) {
      return digits(decimal.value()) <= MOST_DIGITS;
    }
    return !(value instanceof OfCurrency money) || digits(money.amount()) <= MOST_DIGITS;
  }

  /** The digits of a number written out, zeros included: 1E+50 has 51. */
  private static long digits(BigDecimal value) {
    long beforePoint = Math.max(0L, (long) value.precision() - value.scale());
    return beforePoint + Math.max(0, value.scale());
  }

  /** The texts of version 2 for a collection. */
  static List<String> texts(OfCollection collection) {
    return collection.values().stream().map(SlotForms::text).toList();
  }

  /** The text of version 2 for a single value. */
  static String text(SlotValue value) {
    if (value instanceof OfString string) {
      return string.value();
    }
    if (value instanceof OfInteger integer) {
      return Long.toString(integer.value());
    }
    if (value instanceof OfDecimal decimal) {
      return decimal.value().toPlainString();
    }
    if (value instanceof OfDuration duration) {
      return xsd(duration.value());
    }
    if (value instanceof OfBoolean bool) {
      return Boolean.toString(bool.value());
    }
    if (value instanceof OfCurrency money) {
      return "{\"amount\": "
          + money.amount().toPlainString()
          + ", \"code\": \""
          + money.code()
          + "\"}";
    }
    if (value instanceof OfDatetime time) {
      return DIGITAL_TIME.format(time.value());
    }
    throw new IllegalArgumentException("not a single value: " + value.getClass().getSimpleName());
  }

  /** An XML Schema duration of days and smaller, cut to milliseconds: {@code P1DT2H3M4.500S}. */
  private static String xsd(Duration duration) {
    long millis = duration.toMillis();
    if (millis == 0) {
      return "PT0S";
    }
    Duration size = Duration.ofMillis(Math.abs(millis));
    StringBuilder text = new StringBuilder(millis < 0 ? "-P" : "P");
    unit(text, size.toDaysPart(), "D");
    int date = text.length();
    unit(text, size.toHoursPart(), "H");
    unit(text, size.toMinutesPart(), "M");
    if (size.toMillisPart() > 0) {
      text.append(
          String.format(Locale.ROOT, "%d.%03dS", size.toSecondsPart(), size.toMillisPart()));
    } else {
      unit(text, size.toSecondsPart(), "S");
    }
    if (text.length() > date) {
      text.insert(date, 'T');
    }
    return text.toString();
  }

  private static void unit(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}
