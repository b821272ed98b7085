// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotValueTest {

  @Test
  void aTextHasAtMost32000Characters() {
    assertDoesNotThrow(() -> new SlotValue.OfString("x".repeat(32_000)));
    assertRefused("32000", () -> new SlotValue.OfString("x".repeat(32_001)));
  }

  @Test
  void aWholeNumberHasAtMost15Digits() {
    assertDoesNotThrow(() -> new SlotValue.OfInteger(999_999_999_999_999L));
    assertDoesNotThrow(() -> new SlotValue.OfInteger(-999_999_999_999_999L));
    assertRefused("15 digits", () -> new SlotValue.OfInteger(1_000_000_000_000_000L));
    assertRefused("15 digits", () -> new SlotValue.OfInteger(Long.MIN_VALUE));
  }

  @Test
  void aNumberHasAtMost40Digits() {
    assertDoesNotThrow(() -> new SlotValue.OfDecimal(new BigDecimal("9".repeat(40))));
    assertRefused("40 digits", () -> new SlotValue.OfDecimal(new BigDecimal("9".repeat(41))));
  }

  @Test
  void moneyNeedsACurrencyCode() {
    assertDoesNotThrow(() -> new SlotValue.OfCurrency(BigDecimal.TEN, "UAH"));
    for (String bad : List.of("", "uah", "UA", "UAHX", "грн")) {
      assertRefused("code", () -> new SlotValue.OfCurrency(BigDecimal.TEN, bad));
    }
  }

  @Test
  void aPointInTimeLiesBetween1800And2200() {
    assertDoesNotThrow(() -> new SlotValue.OfDatetime(Instant.parse("1800-01-01T00:00:00Z")));
    assertDoesNotThrow(() -> new SlotValue.OfDatetime(Instant.parse("2200-12-31T23:59:59Z")));
    for (String bad : List.of("1799-12-31T23:59:59Z", "2201-01-01T00:00:00Z")) {
      assertRefused("1800 and 2200", () -> new SlotValue.OfDatetime(Instant.parse(bad)));
    }
  }

  @Test
  void aCollectionHoldsSingleValuesOfOneType() {
    SlotValue text = new SlotValue.OfString("a");
    SlotValue number = new SlotValue.OfInteger(1);
    assertEquals(2, new SlotValue.OfCollection(List.of(text, text)).values().size());
    assertDoesNotThrow(() -> new SlotValue.OfCollection(List.of()));
    assertRefused("one type", () -> new SlotValue.OfCollection(List.of(text, number)));
    assertRefused(
        "one type",
        () -> new SlotValue.OfCollection(List.of(new SlotValue.OfCollection(List.of()))));
  }

  private static void assertRefused(String words, Runnable construction) {
    RuntimeException refusal = assertThrows(IllegalArgumentException.class, construction::run);
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }
}
