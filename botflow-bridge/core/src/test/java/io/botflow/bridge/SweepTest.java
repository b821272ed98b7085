// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
  private final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();

  @Test
  void theFirstSweepIsAtTheStartAndAFailureDoesNotEndTheBridge() throws Exception {
    Sweep.Removal failing =
        age -> {
          asked.add(age);
          throw new IOException("the disk is away");
        };
    try (Sweep sweep = new Sweep("media", Duration.ofDays(14), failing)) {
      sweep.start();
      assertEquals(Duration.ofDays(14), asked.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void aSweepGoesOnUntilNothingIsLeft() throws Exception {
    AtomicInteger left = new AtomicInteger(3);
    Sweep.Removal inParts =
        age -> {
          asked.add(age);
          return left.getAndDecrement();
        };
    try (Sweep sweep = new Sweep("journal", Duration.ofDays(30), inParts)) {
      sweep.start();
      for (int i = 0; i < 4; i++) {
        assertEquals(Duration.ofDays(30), asked.poll(10, TimeUnit.SECONDS));
      }
    }
    assertEquals(-1, left.get());
  }

  @ParameterizedTest(name = "kept {0}: every {1}")
  @CsvSource({"PT1S, PT1M", "PT24H, PT1H", "P14D, PT6H", "P36500D, PT6H"})
  void sweepsComeOftenForAShortLifeAndSeldomForALongOne(Duration retention, Duration pause) {
    assertEquals(pause, Sweep.pause(retention));
  }
}
