// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.botflow.genesys.internal.json.WireInstant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The value of a slot in the JSON form of its registered type.
 *
 * @param json the value on the wire
 */
public record SlotValue(@JsonValue JsonNode json) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SlotValue {}

  /**
   * A text.
   *
   * @param value the text
   * @return the value
   */
  public static SlotValue of(String value) {
    return new SlotValue(JSON.textNode(value));
  }

  /**
   * A whole number.
   *
   * @param value up to 15 digits
   * @return the value
   */
  public static SlotValue of(long value) {
    return new SlotValue(JSON.numberNode(value));
  }

  /**
   * A number with a fraction.
   *
   * @param value up to 40 digits
   * @return the value
   */
  public static SlotValue of(BigDecimal value) {
    return new SlotValue(JSON.numberNode(value));
  }

  /**
   * True or false.
   *
   * @param value which
   * @return the value
   */
  public static SlotValue of(boolean value) {
    return new SlotValue(JSON.booleanNode(value));
  }

  /**
   * A duration, in its ISO-8601 form.
   *
   * @param value the duration
   * @return the value
   */
  public static SlotValue of(Duration value) {
    return of(value.toString());
  }

  /**
   * A point in time, in UTC.
   *
   * @param value the time; written with milliseconds
   * @return the value
   */
  public static SlotValue of(Instant value) {
    return of(WireInstant.Writer.format(value));
  }

  /**
   * An amount of money.
   *
   * @param amount the amount
   * @param code the ISO 4217 code
   * @return the value
   */
  public static SlotValue currency(BigDecimal amount, String code) {
    return new SlotValue(JSON.objectNode().put("amount", amount.toPlainString()).put("code", code));
  }

  /**
   * Several values of one type, for a collection.
   *
   * @param values the values
   * @return the value
   */
  public static SlotValue collection(List<SlotValue> values) {
    ArrayNode array = JSON.arrayNode();
    values.forEach(value -> array.add(value.json()));
    return new SlotValue(array);
  }
}
