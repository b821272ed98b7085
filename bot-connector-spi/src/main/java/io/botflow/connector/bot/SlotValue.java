// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The value of a {@link Slot}, typed as Bot Connector types it. */
public sealed interface SlotValue {

  /**
   * A text.
   *
   * @param value the text, at most 32,000 characters
   */
  record OfString(String value) implements SlotValue {
    /** {@inheritDoc} */
    public OfString {
      if (Objects.requireNonNull(value, "value").length() > 32_000) {
        throw new IllegalArgumentException("a String slot holds at most 32000 characters");
      }
    }

    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfString[***]";
    }
  }

  /**
   * A whole number.
   *
   * @param value the number, within plus or minus 999,999,999,999,999
   */
  record OfInteger(long value) implements SlotValue {
    /** {@inheritDoc} */
    public OfInteger {
      if (value > 999_999_999_999_999L || value < -999_999_999_999_999L) {
        throw new IllegalArgumentException("an Integer slot holds at most 15 digits");
      }
    }

    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfInteger[***]";
    }
  }

  /**
   * A number.
   *
   * @param value the number, at most 40 digits
   */
  record OfDecimal(BigDecimal value) implements SlotValue {
    /** {@inheritDoc} */
    public OfDecimal {
      if (Objects.requireNonNull(value, "value").precision() > 40) {
        throw new IllegalArgumentException("a Decimal slot holds at most 40 digits");
      }
    }

    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfDecimal[***]";
    }
  }

  /**
   * A time span.
   *
   * @param value the span; sent with millisecond precision
   */
  record OfDuration(Duration value) implements SlotValue {
    /** {@inheritDoc} */
    public OfDuration {
      Objects.requireNonNull(value, "value");
    }

    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfDuration[***]";
    }
  }

  /**
   * True or false.
   *
   * @param value the value
   */
  record OfBoolean(boolean value) implements SlotValue {
    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfBoolean[***]";
    }
  }

  /**
   * An amount of money.
   *
   * @param amount the amount
   * @param code the ISO 4217 code, for example {@code UAH}
   */
  record OfCurrency(BigDecimal amount, String code) implements SlotValue {
    /** {@inheritDoc} */
    public OfCurrency {
      Objects.requireNonNull(amount, "amount");
      if (!Objects.requireNonNull(code, "code").matches("[A-Z]{3}")) {
        throw new IllegalArgumentException("code must be an ISO 4217 code");
      }
    }

    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfCurrency[***]";
    }
  }

  /**
   * A point in time.
   *
   * @param value the point, between the years 1800 and 2200
   */
  record OfDatetime(Instant value) implements SlotValue {
    private static final Instant MIN = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("2200-12-31T23:59:59Z");

    /** {@inheritDoc} */
    public OfDatetime {
      if (Objects.requireNonNull(value, "value").isBefore(MIN) || value.isAfter(MAX)) {
        throw new IllegalArgumentException("a Datetime slot lies between 1800 and 2200");
      }
    }

    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfDatetime[***]";
    }
  }

  /**
   * Several values of one type.
   *
   * @param values the values, none of them a collection
   */
  record OfCollection(List<SlotValue> values) implements SlotValue {
    /** {@inheritDoc} */
    public OfCollection {
      values = List.copyOf(values);
      if (values.stream().map(Object::getClass).distinct().count() > 1
          || values.stream().anyMatch(OfCollection.class::isInstance)) {
        throw new IllegalArgumentException("a collection slot holds single values of one type");
      }
    }

    /** Shows the type, never the value, which may be the customer's own words. */
    @Override
    public String toString() {
      return "OfCollection[***]";
    }
  }
}
