// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SeldomTest {
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Seldom seldom = new Seldom(clock, Duration.ofMinutes(1));

  @Test
  void oneOfManyPassesInAWhileAndTellsOfTheOthers() {
    assertEquals(OptionalLong.of(0), seldom.pass());
    assertEquals(OptionalLong.empty(), seldom.pass());
    now = now.plusSeconds(59);
    assertEquals(OptionalLong.empty(), seldom.pass());
    now = now.plusSeconds(1);
    assertEquals(OptionalLong.of(2), seldom.pass());
    assertEquals(OptionalLong.empty(), seldom.pass());
  }

  @Test
  void aClockThatIsPutBackDoesNotSilenceIt() {
    seldom.pass();
    now = now.minusSeconds(86_400);
    assertEquals(OptionalLong.of(0), seldom.pass());
  }
}
