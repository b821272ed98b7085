// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities.Level;
import io.botflow.connector.messenger.TextLimit.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
    assertNull(bare.caption(PartKind.IMAGE));
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
  void eachKindOfMediaMayHaveACaptionOfItsOwn() {
    Capabilities some = Capabilities.builder(TEN).caption(TEN, PartKind.IMAGE).build();
    assertEquals(TEN, some.caption(PartKind.IMAGE));
    assertNull(some.caption(PartKind.VOICE));
    TextLimit five = TextLimit.codePoints(5);
    Capabilities all = Capabilities.builder(TEN).caption(five, PartKind.FILE).caption(TEN).build();
    assertEquals(five, all.caption(PartKind.FILE));
    assertEquals(TEN, all.caption(PartKind.VOICE));
    assertNull(all.caption(PartKind.CARD));
  }

  @Test
  void levelsFollowFromWhatIsShownUnlessStated() {
    CardLimit card = CardLimit.builder(TEN, TEN).build();
    Capabilities target =
        Capabilities.builder(TEN)
            .cardsAsCaptionedMedia(card)
            .carousels(CarouselLimit.of(2, card))
            .list(new ChoiceLimit(1, TEN, TEN))
            .drops(PartKind.STICKER)
            .build();
    assertEquals(Level.FULL, target.level(PartKind.TEXT));
    assertEquals(Level.FULL, target.level(PartKind.CHOICES));
    assertEquals(Level.FULL, target.level(PartKind.CAROUSEL));
    assertEquals(Level.PARTIAL, target.level(PartKind.CARD));
    assertEquals(Level.PARTIAL, target.level(PartKind.IMAGE));
    assertEquals(Level.DROPPED, target.level(PartKind.STICKER));
    assertEquals(Level.FULL, Capabilities.builder(TEN).cards(card).build().level(PartKind.CARD));
  }

  @Test
  void whatComesInIsWhatIsStated() {
    Capabilities target =
        Capabilities.builder(TEN)
            .receives(PartKind.TEXT, PartKind.VOICE)
            .reports(Update.Received.class, Update.Read.class)
            .build();
    assertTrue(target.receives(PartKind.VOICE));
    assertFalse(target.receives(PartKind.IMAGE));
    assertTrue(target.reports(Update.Read.class));
    assertFalse(target.reports(Update.Typing.class));
  }

  @Test
  void contradictionsAreRefusedByTheNameOfTheSetting() {
    refused("drops", () -> Capabilities.builder(TEN).drops(PartKind.TEXT).build());
    refused(
        "drops", () -> Capabilities.builder(TEN).shows(PartKind.CARD).drops(PartKind.CARD).build());
    refused("media", () -> Capabilities.builder(TEN).media(PartKind.CARD, 1, "*/*"));
    refused("caption", () -> Capabilities.builder(TEN).caption(TEN, PartKind.TEXT));
    CardLimit card = CardLimit.builder(TEN, TEN).build();
    refused("minCards", () -> new CarouselLimit(3, 2, card, false));
    refused("minCards", () -> new CarouselLimit(0, 2, card, false));
    refused("links", () -> CardLimit.builder(TEN, TEN).actions(-1).build());
  }

  private static void refused(String setting, Executable construction) {
    String message = assertThrows(IllegalArgumentException.class, construction).getMessage();
    assertTrue(message.startsWith(setting), message);
  }

  @Test
  void limitsArePositive() {
    assertThrows(IllegalArgumentException.class, () -> new TextLimit(0, Unit.UTF_16));
    assertThrows(IllegalArgumentException.class, () -> new ChoiceLimit(0, TEN, TEN));
    assertThrows(IllegalArgumentException.class, () -> new MediaLimit(0, List.of("*/*")));
    assertThrows(IllegalArgumentException.class, () -> new MediaLimit(1, List.of()));
  }
}
