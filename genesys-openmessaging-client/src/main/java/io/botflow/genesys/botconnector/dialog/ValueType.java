// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.dialog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * The type of a slot or entity that a bot fills. Open: a name this version does not know is kept as
 * it came; known names are read in any case.
 *
 * @param value the name on the wire
 */
public record ValueType(@JsonValue String value) {
  /** Text, up to 32,000 characters. */
  public static final ValueType STRING = new ValueType("String");

  /** A whole number of up to 15 digits. */
  public static final ValueType INTEGER = new ValueType("Integer");

  /** A number of up to 40 digits. */
  public static final ValueType DECIMAL = new ValueType("Decimal");

  /** An ISO-8601 duration without years and months. */
  public static final ValueType DURATION = new ValueType("Duration");

  /** True or false. */
  public static final ValueType BOOLEAN = new ValueType("Boolean");

  /** An amount with its ISO 4217 code. */
  public static final ValueType CURRENCY = new ValueType("Currency");

  /** A point in time, converted to UTC. */
  public static final ValueType DATETIME = new ValueType("Datetime");

  /** Several values of the type String. */
  public static final ValueType STRING_COLLECTION = new ValueType("StringCollection");

  /** Several values of the type Integer. */
  public static final ValueType INTEGER_COLLECTION = new ValueType("IntegerCollection");

  /** Several values of the type Decimal. */
  public static final ValueType DECIMAL_COLLECTION = new ValueType("DecimalCollection");

  /** Several values of the type Duration. */
  public static final ValueType DURATION_COLLECTION = new ValueType("DurationCollection");

  /** Several values of the type Boolean. */
  public static final ValueType BOOLEAN_COLLECTION = new ValueType("BooleanCollection");

  /** Several values of the type Currency. */
  public static final ValueType CURRENCY_COLLECTION = new ValueType("CurrencyCollection");

  /** Several values of the type Datetime. */
  public static final ValueType DATETIME_COLLECTION = new ValueType("DatetimeCollection");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ValueType {
    value =
        OpenNames.canonical(
            value,
            "String",
            "Integer",
            "Decimal",
            "Duration",
            "Boolean",
            "Currency",
            "Datetime",
            "StringCollection",
            "IntegerCollection",
            "DecimalCollection",
            "DurationCollection",
            "BooleanCollection",
            "CurrencyCollection",
            "DatetimeCollection");
  }

  @Override
  public String toString() {
    return value;
  }
}
