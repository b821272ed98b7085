// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BotSessionTest {
  private final BotSession session = BotSession.inMemory();

  @Test
  void eachTypeComesBackAsItWas() {
    assertKept(Attribute.text("text"), "привіт\n");
    assertKept(Attribute.number("number"), Long.MIN_VALUE);
    assertKept(Attribute.decimal("decimal"), new BigDecimal("3.140"));
    assertKept(Attribute.flag("flag"), true);
    assertKept(Attribute.time("time"), Instant.parse("2026-11-22T10:00:00.123456789Z"));
    assertKept(
        Attribute.of("list", list -> String.join("|", list), text -> List.of(text.split("\\|"))),
        List.of("a", "b"));
  }

  private <T> void assertKept(Attribute<T> attribute, T value) {
    assertEquals(Optional.empty(), session.get(attribute));
    session.put(attribute, value);
    assertEquals(Optional.of(value), session.get(attribute));
    session.remove(attribute);
    assertEquals(Optional.empty(), session.get(attribute));
  }

  @Test
  void nothingIsLostWhenTwoTurnsCount() throws Exception {
    Attribute<Long> count = Attribute.number("count");
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<? extends Future<?>> turns =
          IntStream.range(0, 4)
              .mapToObj(
                  turn ->
                      threads.submit(
                          () ->
                              IntStream.range(0, 1_000)
                                  .forEach(
                                      i -> session.update(count, known -> known.orElse(0L) + 1))))
              .toList();
      for (Future<?> turn : turns) {
        turn.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(Optional.of(4_000L), session.get(count));
  }

  @Test
  void aNameIsNeitherBlankNorLong() {
    assertThrows(IllegalArgumentException.class, () -> Attribute.text(" "));
    assertThrows(IllegalArgumentException.class, () -> Attribute.text("x".repeat(101)));
  }
}
