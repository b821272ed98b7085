// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BotDescriptionTest {
  private static final Intent DONE = Intent.of("done");
  private static final BotVersion VERSION = new BotVersion("1", List.of("en"), List.of(DONE));

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void namesHaveOneToAHundredCharacters(String field, Function<String, Object> construction) {
    assertDoesNotThrow(() -> construction.apply("x"));
    assertDoesNotThrow(() -> construction.apply("x".repeat(100)));
    for (String bad : List.of("", " ", "x".repeat(101), " x", "x ", "a\nb", "a\u0000b")) {
      RuntimeException refusal =
          assertThrows(IllegalArgumentException.class, () -> construction.apply(bad));
      assertTrue(refusal.getMessage().startsWith(field), refusal.getMessage());
    }
    RuntimeException missing =
        assertThrows(NullPointerException.class, () -> construction.apply(null));
    assertEquals(field, missing.getMessage());
  }

  static Stream<Arguments> names() {
    return Stream.of(
        name("id", v -> new BotDescription(v, "n", "p", "d", List.of(VERSION))),
        name("name", v -> new BotDescription("i", v, "p", "d", List.of(VERSION))),
        name("provider", v -> new BotDescription("i", "n", v, "d", List.of(VERSION))),
        name("version", v -> new BotVersion(v, List.of("en"), List.of(DONE))),
        name("intent name", v -> Intent.of(v)),
        name("slot name", v -> Slot.of(v, Slot.Type.STRING)));
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @MethodSource("counts")
  void listsHaveTheirLimits(String field, int min, int max, IntFunction<Object> ofSize) {
    assertDoesNotThrow(() -> ofSize.apply(min));
    assertDoesNotThrow(() -> ofSize.apply(max));
    for (int bad : min == 0 ? new int[] {max + 1} : new int[] {min - 1, max + 1}) {
      RuntimeException refusal =
          assertThrows(IllegalArgumentException.class, () -> ofSize.apply(bad));
      assertEquals(
          field + " must have " + min + " to " + max + " entries, has " + bad,
          refusal.getMessage());
    }
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        count("versions", 1, n -> described(many(n, BotDescriptionTest::version))),
        count("intents", 1, n -> new BotVersion("1", List.of("en"), many(n, Intent::of))),
        count("slots", 0, n -> new Intent("done", many(n, BotDescriptionTest::slot))));
  }

  @Test
  void theSameNameTwiceIsRefused() {
    assertRefusal("versions has 1 twice", () -> described(List.of(VERSION, VERSION)));
    assertRefusal(
        "intents has done twice", () -> new BotVersion("1", List.of("en"), List.of(DONE, DONE)));
    assertRefusal("slots has s twice", () -> Intent.of("done", slot("s"), slot("s")));
    assertDoesNotThrow(() -> described(List.of(version("v"), version("V"))));
  }

  @Test
  void theDescriptionHasAtMost256Characters() {
    assertDoesNotThrow(() -> new BotDescription("i", "n", "p", "x".repeat(256), List.of(VERSION)));
    assertRefusal(
        "description must have at most 256 characters",
        () -> new BotDescription("i", "n", "p", "x".repeat(257), List.of(VERSION)));
  }

  @Test
  void languagesAreKeptInLowerCaseAndAtLeastOneIsNeeded() {
    assertEquals(
        List.of("uk-ua", "en"),
        new BotVersion("1", List.of("uk-UA", "EN"), List.of(DONE)).languages());
    assertRefusal(
        "languages must not be empty", () -> new BotVersion("1", List.of(), List.of(DONE)));
  }

  @Test
  void versionsAndIntentsAreFoundByTheirExactName() {
    BotDescription bot = BotDescription.of("echo", "Echo", "v1", "en", DONE);
    assertTrue(bot.version("v1").orElseThrow().declares("done"));
    assertFalse(bot.version("v1").orElseThrow().declares("Done"));
    assertTrue(bot.version("V1").isEmpty());
  }

  @Test
  void slotTypesAreSpelledAsOnTheWire() {
    assertEquals("String", Slot.of("s", Slot.Type.STRING).wireType());
    assertEquals("CurrencyCollection", new Slot("s", Slot.Type.CURRENCY, true).wireType());
    assertEquals("Datetime", Slot.of("s", Slot.Type.DATETIME).wireType());
  }

  private static void assertRefusal(String message, Runnable construction) {
    RuntimeException refusal = assertThrows(IllegalArgumentException.class, construction::run);
    assertEquals(message, refusal.getMessage());
  }

  private static BotDescription described(List<BotVersion> versions) {
    return new BotDescription("i", "n", "p", "d", versions);
  }

  private static BotVersion version(String name) {
    return new BotVersion(name, List.of("en"), List.of(DONE));
  }

  private static Slot slot(String name) {
    return Slot.of(name, Slot.Type.STRING);
  }

  private static <T> List<T> many(int count, Function<String, T> of) {
    return IntStream.range(0, count).mapToObj(i -> of.apply("n" + i)).toList();
  }

  private static Arguments name(String field, Function<String, Object> construction) {
    return arguments(field, construction);
  }

  private static Arguments count(String field, int min, IntFunction<Object> ofSize) {
    return arguments(field, min, 50, ofSize);
  }
}
