// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of one turn.
 *
 * @param arrivedNanos when its request arrived, by {@link System#nanoTime()}
 * @param budgetNanos how long it may take
 * @param deadline when it is over, by the endpoint's clock
 */
record TurnTime(long arrivedNanos, long budgetNanos, Instant deadline) {
  long nanosLeft() {
    return Math.max(0, arrivedNanos + budgetNanos - System.nanoTime());
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - arrivedNanos);
  }
}
