// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities.ChoiceLimit;
import io.botflow.connector.messenger.Capabilities.MediaLimit;
import io.botflow.connector.messenger.TextLimit.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
  private static final TextLimit TEN = new TextLimit(10, Unit.UTF_16);

  @ParameterizedTest(name = "{0} counts {1} as {2}")
  @CsvSource({
    "UTF_16, їжак, 4",
    "UTF_16, 😀, 2",
    "CODE_POINTS, 😀ї, 2",
    "UTF_8_BYTES, їжак, 8",
    "UTF_8_BYTES, 😀, 4",
    "UTF_8_BYTES, abc, 3"
  })
  void eachUnitCountsInItsOwnWay(Unit unit, String text, int count) {
    assertEquals(count, unit.count(text));
    assertTrue(new TextLimit(count, unit).allows(text));
    assertFalse(count > 1 && new TextLimit(count - 1, unit).allows(text));
  }

  @ParameterizedTest(name = "{0} takes {1}: {2}")
  @CsvSource({
    "image/jpeg, image/jpeg, true",
    "image/jpeg, IMAGE/JPEG, true",
    "image/jpeg, image/png, false",
    "image/*, image/png, true",
    "image/*, imagery/png, false",
    "image/*, video/mp4, false",
    "*/*, anything, true",
    "*/*, , true",
    "image/*, , false"
  })
  void mimeTypesMatchTheirPatterns(String pattern, String mimeType, boolean expected) {
    assertEquals(expected, new MediaLimit(1, List.of(pattern)).allows(mimeType, null));
  }

  @Test
  void aKnownSizeMustFit() {
    MediaLimit limit = new MediaLimit(100, List.of("*/*"));
    assertTrue(limit.allows("image/png", 100L));
    assertFalse(limit.allows("image/png", 101L));
    assertTrue(limit.allows("image/png", null));
  }

  @Test
  void textIsAlwaysShownAndAllElseOnlyWhenSaid() {
    Capabilities bare = Capabilities.builder(TEN).build();
    for (PartKind kind : PartKind.values()) {
      assertEquals(kind == PartKind.TEXT, bare.shows(kind), kind.name());
    }
    assertNull(bare.caption());
    assertNull(bare.choices());
    assertNull(bare.media(PartKind.IMAGE));

    Capabilities rich =
        Capabilities.builder(TEN)
            .choices(new ChoiceLimit(1, TEN, TEN))
            .media(PartKind.IMAGE, 1, "image/png")
            .shows(PartKind.LOCATION)
            .build();
    assertTrue(rich.shows(PartKind.CHOICES));
    assertTrue(rich.shows(PartKind.IMAGE));
    assertTrue(rich.shows(PartKind.LOCATION));
    assertFalse(rich.shows(PartKind.VIDEO));
  }

  @Test
  void limitsArePositive() {
    assertThrows(IllegalArgumentException.class, () -> new TextLimit(0, Unit.UTF_16));
    assertThrows(IllegalArgumentException.class, () -> new ChoiceLimit(0, TEN, TEN));
    assertThrows(IllegalArgumentException.class, () -> new MediaLimit(0, List.of("*/*")));
    assertThrows(IllegalArgumentException.class, () -> new MediaLimit(1, List.of()));
  }
}
