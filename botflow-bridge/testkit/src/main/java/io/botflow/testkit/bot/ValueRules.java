// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.bot.Slot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value of each slot type looks like on the wire: typed in version 1, a text in 2. */
final class ValueRules {
  private static final int MAX_TEXT = 32_000;
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,15}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final int MAX_DIGITS = 40;
  private static final Pattern DURATION =
      Pattern.compile("-?P(?!$)(\\d+D)?(T(?!$)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final Pattern CLASSIC_MONEY = Pattern.compile("-?\\d+(\\.\\d+)?\\|[A-Z]{3}");
  private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-12-31T23:59:59.999Z");

  private ValueRules() {}

  /** Whether a value of version 1 is of its slot's type. */
  static boolean isTyped(Slot slot, JsonNode value) {
    if (!slot.collection()) {
      return isTyped(slot.type(), value);
    }
    return value.isArray() && all(value, one -> isTyped(slot.type(), one));
  }

  /** Whether an entity of version 2 is what its slot says. */
  static boolean isEntity(Slot slot, JsonNode entity) {
    JsonNode single = entity.path("value");
    JsonNode several = entity.path("values");
    boolean values =
        slot.collection()
            ? single.isMissingNode()
                && several.isArray()
                && all(several, one -> isText(slot.type(), one))
            : several.isMissingNode() && isText(slot.type(), single);
    return values && entity.path("type").asText().equals(slot.wireType());
  }

  private static boolean isTyped(Slot.Type type, JsonNode value) {
    return switch (type) {
      case INTEGER -> value.isIntegralNumber() && INTEGER.matcher(value.asText()).matches();
      case DECIMAL -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case CURRENCY ->
          isMoney(value) || (value.isTextual() && CLASSIC_MONEY.matcher(value.asText()).matches());
      case STRING, DURATION, DATETIME -> isText(type, value);
    };
  }

  private static boolean isText(Slot.Type type, JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    String text = value.asText();
    return switch (type) {
      case STRING -> text.length() <= MAX_TEXT;
      case INTEGER -> INTEGER.matcher(text).matches();
      case DECIMAL ->
          DECIMAL.matcher(text).matches() && new BigDecimal(text).precision() <= MAX_DIGITS;
      case DURATION -> DURATION.matcher(text).matches();
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case CURRENCY -> isMoney(Wire.read(text));
      case DATETIME -> isTime(text);
    };
  }

  private static boolean isMoney(JsonNode value) {
    JsonNode amount = value.path("amount");
    return value.isObject()
        && (amount.isNumber() || DECIMAL.matcher(amount.asText()).matches())
        && CODE.matcher(value.path("code").asText()).matches();
  }

  private static boolean isTime(String text) {
    try {
      Instant time = Instant.parse(text);
      return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    } catch (DateTimeParseException notTime) {
      return false;
    }
  }

  private static boolean all(JsonNode array, Predicate<JsonNode> rule) {
    for (JsonNode one : array) {
      if (!rule.test(one)) {
        return false;
      }
    }
    return true;
  }
}
