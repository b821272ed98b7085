// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Breaker breaker = new Breaker(new Random(1));

  @Test
  void oneCustomersFailuresNeverOpenIt() {
    for (int i = 0; i < 1000; i++) {
      assertNull(breaker.failed("poisoned", false, null, i));
    }
    assertFalse(breaker.isOpen());
    assertEquals(Integer.MAX_VALUE, breaker.room(0));
  }

  @Test
  void aSuccessBetweenThemKeepsItClosed() {
    for (int i = 0; i < 100; i++) {
      breaker.failed("a", false, null, i);
      breaker.failed("b", false, null, i);
      assertFalse(breaker.passed());
    }
    assertFalse(breaker.isOpen());
  }

  @Test
  void failuresOfSeveralCustomersOpenItAndThenOneProbeIsMadeAtATime() {
    Duration pause = open();
    assertEquals(0, breaker.room(0));
    assertEquals(pause, breaker.untilProbe(0));
    assertEquals(1, breaker.room(pause.toNanos()));
    breaker.tried();
    assertEquals(0, breaker.room(pause.toNanos()), "a probe is under way");
    assertEquals(Duration.ZERO, breaker.untilProbe(pause.toNanos()));
  }

  @Test
  void aProbeThatSucceedsClosesIt() {
    Duration pause = open();
    breaker.room(pause.toNanos());
    breaker.tried();

    assertTrue(breaker.passed());
    assertEquals(Integer.MAX_VALUE, breaker.room(pause.toNanos()));
    assertNull(breaker.failed("a", false, null, 0), "it begins to count anew");
  }

  @Test
  void probesThatFailComeMoreAndMoreSeldomUpToALimit() {
    long now = 0;
    Duration pause = open();
    assertTrue(pause.toMillis() >= 500 && pause.toMillis() <= 1000, pause::toString);
    for (int i = 1; i < 10; i++) {
      now += pause.toNanos();
      assertEquals(1, breaker.room(now));
      assertTrue(breaker.tried());
      pause = breaker.failed("probe", true, null, now);
      long step = Math.min(30_000, 1000L << i);
      assertTrue(pause.toMillis() >= step / 2 && pause.toMillis() <= step, pause::toString);
    }
  }

  @Test
  void whatWasUnderWayWhenItOpenedDoesNotProlongIt() {
    Duration pause = open();

    assertNull(breaker.failed("late", false, null, SECOND / 10));
    assertEquals(1, breaker.room(pause.toNanos()));
  }

  @Test
  void onlyTheProbeDecides() {
    Duration pause = open();
    assertTrue(breaker.tried());
    assertFalse(breaker.tried(), "one is under way");
    assertNull(breaker.failed("late", false, null, pause.toNanos()));
    assertEquals(0, breaker.room(pause.toNanos()), "the probe is still under way");
    assertNotNull(breaker.failed("probe", true, null, pause.toNanos()));
  }

  @Test
  void aProbeThatTellsNothingIsFollowedByAnother() {
    Duration pause = open();
    breaker.tried();
    breaker.nothingLearned();

    assertEquals(1, breaker.room(pause.toNanos()));
  }

  @Test
  void whatTheFarSideAsksForIsGranted() {
    breaker.failed("a", false, null, 0);
    breaker.failed("b", false, null, 0);

    assertEquals(Duration.ofSeconds(90), breaker.failed("c", false, Duration.ofSeconds(90), 0));
  }

  private Duration open() {
    breaker.failed("a", false, null, 0);
    breaker.failed("b", false, null, 0);
    Duration pause = breaker.failed("c", false, null, 0);
    assertNotNull(pause);
    assertTrue(breaker.isOpen());
    return pause;
  }
}
