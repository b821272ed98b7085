// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values fit which type: as JSON in version 1, as texts in version 2. */
class ValueTypesTest {
  private static final String NINES = "9999999999999999999999999999999999999999";

  @ParameterizedTest
  @CsvSource({
    "Integer, 999999999999999",
    "Integer, -999999999999999",
    "Decimal, 85.6",
    "Decimal, " + NINES,
    "Decimal, -" + NINES,
    "Boolean, false",
    "Duration, P30D",
    "Duration, PT1H15M30.250567S",
    "Duration, P11574074DT1H46M39.999S",
    "Duration, -P11574074DT1H46M39.999S",
    "Datetime, 2024-03-15T23:59:59.000Z",
    "Datetime, 2024-03-15T23:59:59+02:00",
    "Datetime, 2024-03-15T23:59:59-05:00",
    "Datetime, 1955-11-05T12:00:00",
    "Datetime, 1800-01-01T00:00:00Z",
    "Datetime, 2200-12-31T23:59:59Z",
    "Currency, 17.00|USD",
  })
  void aTextThatFitsItsType(String type, String value) {
    assertDoesNotThrow(() -> ValueTypes.entity("v", type, value));
  }

  @ParameterizedTest
  @CsvSource({
    "Integer, 1000000000000000",
    "Integer, 1.5",
    "Integer, ''",
    "Decimal, 1" + NINES,
    "Decimal, 1E+50",
    "Decimal, one",
    "Boolean, yes",
    "Duration, P1Y",
    "Duration, P1M",
    "Duration, P11574074DT1H46M40S",
    "Duration, -P11574074DT1H46M40S",
    "Datetime, 1799-12-31T23:59:59Z",
    "Datetime, 2201-01-01T00:00:00Z",
    "Datetime, 2024-03-15",
    "Currency, 17.00",
    "Currency, 17.00|dollars",
    "Currency, much|USD",
  })
  void aTextThatDoesNot(String type, String value) {
    assertThrows(InvalidBodyException.class, () -> ValueTypes.entity("v", type, value));
  }

  @Test
  void aStringHasALimitAndACurrencyMayBeAnObject() {
    assertDoesNotThrow(() -> ValueTypes.entity("v", "String", "x".repeat(32_000)));
    assertThrows(
        InvalidBodyException.class, () -> ValueTypes.entity("v", "String", "x".repeat(32_001)));
    assertDoesNotThrow(
        () -> ValueTypes.entity("v", "Currency", "{\"amount\": 3.49, \"code\": \"USD\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "String | \"value1\" | value1",
        "Integer | 27 | 27",
        "Decimal | 3.14 | 3.14",
        "Boolean | true | true",
        "Duration | \"P1D\" | P1D",
        "Datetime | \"1955-11-05T12:00:00\" | 1955-11-05T12:00:00",
        "Currency | {\"amount\":\"5.00\",\"code\":\"USD\"} | {\"amount\":\"5.00\",\"code\":\"USD\"}",
        "StringCollection | [\"alpha\",\"beta\"] | [\"alpha\",\"beta\"]",
        "IntegerCollection | [1,2] | [1,2]",
      })
  void aSlotOfVersion1BecomesAText(String type, String value, String text) {
    assertEquals(text, ValueTypes.slot("v", type, Json.read(value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "String | 1",
        "Integer | \"27\"",
        "Integer | 1.5",
        "Decimal | \"3.14\"",
        "Boolean | \"true\"",
        "Duration | 60",
        "Currency | 5",
        "StringCollection | \"alpha\"",
        "IntegerCollection | [1,\"2\"]",
      })
  void aSlotOfAnotherKindOfJsonDoesNotFit(String type, String value) {
    assertThrows(InvalidBodyException.class, () -> ValueTypes.slot("v", type, Json.read(value)));
  }
}
