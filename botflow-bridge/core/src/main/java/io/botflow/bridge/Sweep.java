// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is too old: at the start, and then again and again. Thread-safe. */
final class Sweep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int SWEEPS_IN_A_LIFE = 24;

  private final String what;
  private final Duration retention;
  private final Removal removal;
  private final Duration pause;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /** Removes a part of what is older than an age; returns how much, zero when nothing is left. */
  interface Removal {
    int removeOlderThan(Duration age) throws Exception;
  }

  Sweep(String what, Duration retention, Removal removal) {
    this.what = what;
    this.retention = retention;
    this.removal = removal;
    this.pause = pause(retention);
    this.thread = new Thread(this::sweep, "botflow-sweep-" + what);
    this.thread.setDaemon(true);
  }

  /** Often enough that nothing lives much longer than it should. */
  static Duration pause(Duration retention) {
    Duration share = retention.dividedBy(SWEEPS_IN_A_LIFE);
    if (share.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return share.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : share;
  }

  void start() {
    thread.start();
  }

  /** Starts no further sweep; one under way ends by itself. */
  @Override
  public void close() {
    stopping.countDown();
  }

  private void sweep() {
    try {
      do {
        sweepOnce();
      } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweepOnce() {
    try {
      int removed = 0;
      int more = 1;
      while (more > 0 && stopping.getCount() > 0) {
        more = removal.removeOlderThan(retention);
        removed += more;
      }
      log.debug("{} of {} older than {} were removed", removed, what, retention);
    } catch (Exception e) {
      log.warn("{} cannot be cleaned: {}", what, e.getMessage());
    }
  }
}
