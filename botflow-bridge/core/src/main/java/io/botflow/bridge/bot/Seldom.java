// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/** Lets one of many of a kind pass in a while, and counts the others. Thread-safe. */
final class Seldom {
  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final Duration pause;
  @Nullable private Instant last;
  private long heldBack;

  Seldom(Clock clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Whether this one passes: then how many were held back since the one before. */
  OptionalLong pass() {
    Instant now = clock.instant();
    lock.lock();
    try {
      // A clock that was put back must not silence what it tells for longer.
      if (last != null && !now.isBefore(last) && now.isBefore(last.plus(pause))) {
        heldBack++;
        return OptionalLong.empty();
      }
      OptionalLong before = OptionalLong.of(heldBack);
      heldBack = 0;
      last = now;
      return before;
    } finally {
      lock.unlock();
    }
  }
}
