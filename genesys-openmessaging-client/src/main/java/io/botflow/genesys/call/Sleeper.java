// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

import java.time.Duration;

/**
 * How a thread waits: before it repeats a call, and for its turn within the budget. Replaced by
 * tests, which let the time pass at once. Thread-safe.
 */
@FunctionalInterface
public interface Sleeper {

  /**
   * Waits.
   *
   * @param duration how long
   * @throws InterruptedException if the thread is interrupted
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Real waiting.
   *
   * @return waits as long as it is told
   */
  static Sleeper system() {
    return duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
  }
}
