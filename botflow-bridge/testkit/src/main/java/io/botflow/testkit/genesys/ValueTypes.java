// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The types of slots (v1, JSON values) and entities (v2, texts), and what fits each. */
final class ValueTypes {
  private static final String COLLECTION = "Collection";

  /** PascalCase, as v2 demands. */
  static final List<String> ENTITY_TYPES =
      Stream.of("String", "Integer", "Decimal", "Duration", "Boolean", "Currency", "Datetime")
          .flatMap(type -> Stream.of(type, type + COLLECTION))
          .toList();

  /** The same, read in any case, as v1 tolerates. */
  static final List<String> SLOT_TYPES = ENTITY_TYPES;

  private static final BigInteger MOST_INTEGER = BigInteger.valueOf(999_999_999_999_999L);
  private static final BigDecimal MOST_DECIMAL = new BigDecimal("9".repeat(40));
  private static final Duration MOST_DURATION = Duration.parse("P11574074DT1H46M39.999S");
  private static final Instant FIRST_TIME = Instant.parse("1800-01-01T00:00:00Z");
  private static final Instant LAST_TIME = Instant.parse("2200-12-31T23:59:59Z");

  private ValueTypes() {}

  static boolean isCollection(String type) {
    return type.endsWith(COLLECTION);
  }

  /** Checks a v1 slot value and gives it as text. */
  static String slot(String name, String type, JsonNode value) {
    if (isCollection(type)) {
      if (!value.isArray()) {
        throw unfit(name, type);
      }
      value.forEach(item -> single(name, itemType(type), item));
      return Json.text(value);
    }
    return single(name, type, value);
  }

  /** Checks one v2 entity value. */
  static void entity(String name, String type, String value) {
    check(name, isCollection(type) ? itemType(type) : type, value);
  }

  private static String itemType(String type) {
    return type.substring(0, type.length() - COLLECTION.length());
  }

  private static String single(String name, String type, JsonNode value) {
    boolean fits =
        switch (type) {
          case "Integer" -> value.isIntegralNumber();
          case "Decimal" -> value.isNumber();
          case "Boolean" -> value.isBoolean();
          case "Currency" -> value.isObject() || value.isTextual();
          default -> value.isTextual();
        };
    if (!fits) {
      throw unfit(name, type);
    }
    String text = value.isObject() ? Json.text(value) : value.asText();
    check(name, type, text);
    return text;
  }

  private static void check(String name, String type, String text) {
    try {
      boolean fits =
          switch (type) {
            case "Integer" -> new BigInteger(text).abs().compareTo(MOST_INTEGER) <= 0;
            case "Decimal" -> isDecimal(text);
            case "Boolean" -> List.of("true", "false").contains(text.toLowerCase(Locale.ROOT));
            case "Duration" -> Duration.parse(text).abs().compareTo(MOST_DURATION) <= 0;
            case "Datetime" -> isDateTime(text);
            case "Currency" -> isCurrency(text);
            default -> text.length() <= 32_000;
          };
      if (!fits) {
        throw unfit(name, type);
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw unfit(name, type);
    }
  }

  private static boolean isDecimal(String text) {
    BigDecimal value = new BigDecimal(text);
    return value.precision() <= 40 && value.abs().compareTo(MOST_DECIMAL) <= 0;
  }

  /** A time without a zone is one of UTC. */
  private static boolean isDateTime(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    Instant instant =
        time instanceof OffsetDateTime zoned
            ? zoned.toInstant()
            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    return !instant.isBefore(FIRST_TIME) && !instant.isAfter(LAST_TIME);
  }

  /** Either {@code {"amount": 3.49, "code": "USD"}} or {@code 3.49|USD}. */
  private static boolean isCurrency(String text) {
    if (!text.startsWith("{")) {
      String[] parts = text.split("\\|", -1);
      return parts.length == 2 && isMoney(parts[0], parts[1]);
    }
    JsonNode money = Json.read(text);
    return isMoney(money.path("amount").asText(), money.path("code").asText());
  }

  private static boolean isMoney(String amount, String code) {
    return isDecimal(amount) && code.matches("[A-Z]{3}");
  }

  private static InvalidBodyException unfit(String name, String type) {
    return InvalidBodyException.of("the value of '" + name + "' does not fit its type " + type);
  }
}
