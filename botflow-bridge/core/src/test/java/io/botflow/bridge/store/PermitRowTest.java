// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.Pacing.Rate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PermitRowTest {
  private static final Rate RATE = new Rate(Duration.ofSeconds(1), 10);
  private static final long LATE = TimeUnit.DAYS.toMicros(20_000);
  private static final long EARLY = LATE - TimeUnit.DAYS.toMicros(30);
  private static final Duration LONGEST =
      PermitRow.LONGEST_PAUSE.plus(RATE.interval().multipliedBy(RATE.burst()));

  @Test
  void aClockThatWasSetBackHoldsPermitsUpForTheLongestPauseOnly() {
    PermitRow before = PermitRow.NEW.take(RATE, 10, LATE).row();

    PermitRow.Taken first = before.take(RATE, 1, EARLY);
    assertEquals(0, first.grant().permits());
    assertTrue(first.grant().untilNext().compareTo(LONGEST) <= 0, first::toString);

    long later = EARLY + first.grant().untilNext().toNanos() / 1000;
    assertEquals(1, first.row().take(RATE, 1, later).grant().permits());
  }

  @Test
  void whatIsSpentOrPausedAfterThatCountsFromTheNewTime() {
    PermitRow before = PermitRow.NEW.take(RATE, 10, LATE).row();
    long ahead = EARLY + LONGEST.toNanos() / 1000;

    assertEquals(ahead, before.pause(RATE, Duration.ofSeconds(1), EARLY).dueMicros());
    assertEquals(
        ahead + RATE.interval().toNanos() / 1000, before.spend(RATE, 1, EARLY).dueMicros());
  }
}
