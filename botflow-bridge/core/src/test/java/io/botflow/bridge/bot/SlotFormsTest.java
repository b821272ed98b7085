// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.bot.SlotValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotFormsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0S",
    "PT24H, P1D",
    "PT720H, P30D",
    "PT1H15M30.250567S, PT1H15M30.250S",
    "PT49H0.004S, P2DT1H0.004S",
    "PT-36H, -P1DT12H",
    "PT-0.0009S, PT0S",
    "PT3M, PT3M",
    "PT59S, PT59S",
    "P11574074DT1H46M39.999S, P11574074DT1H46M39.999S",
  })
  void durationsHaveNoYearsOrMonthsAndEndAtMilliseconds(String java, String wire) {
    SlotValue value = new SlotValue.OfDuration(Duration.parse(java));
    assertTrue(SlotForms.isInRange(value));
    assertEquals(wire, SlotForms.text(value));
    assertEquals('"' + wire + '"', ClassicSlots.json(value).json().toString());
  }

  @Test
  void theLongestDurationMayBeNegative() {
    SlotValue value = new SlotValue.OfDuration(Duration.parse("P11574074DT1H46M39.999S").negated());
    assertTrue(SlotForms.isInRange(value));
    assertEquals("-P11574074DT1H46M39.999S", SlotForms.text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "85.6, 85.6",
    "1E+3, 1000",
    "0.00000001, 0.00000001",
    "-9999999999999999999999999999999999999999, -9999999999999999999999999999999999999999",
  })
  void decimalsAreWrittenOut(String number, String wire) {
    SlotValue value = new SlotValue.OfDecimal(new BigDecimal(number));
    assertTrue(SlotForms.isInRange(value));
    assertEquals(wire, SlotForms.text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-15T23:59:59Z, 2024-03-15T23:59:59.000Z, 2024-03-15T23:59:59",
    "2024-03-15T23:59:59.123999Z, 2024-03-15T23:59:59.123Z, 2024-03-15T23:59:59.123",
    "1800-01-01T00:00:00Z, 1800-01-01T00:00:00.000Z, 1800-01-01T00:00:00",
  })
  void timesAreInUtc(String time, String digital, String classic) {
    SlotValue value = new SlotValue.OfDatetime(Instant.parse(time));
    assertEquals(digital, SlotForms.text(value));
    assertEquals('"' + classic + '"', ClassicSlots.json(value).json().toString());
  }

  @Test
  void moneyIsWrittenOut() {
    SlotValue value = new SlotValue.OfCurrency(new BigDecimal("1E+3"), "UAH");
    assertEquals("{\"amount\": 1000, \"code\": \"UAH\"}", SlotForms.text(value));
    assertEquals(
        "{\"amount\":\"1000\",\"code\":\"UAH\"}", ClassicSlots.json(value).json().toString());
  }
}
