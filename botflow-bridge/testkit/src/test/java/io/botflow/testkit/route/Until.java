// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition that nothing signals. */
final class Until {
  private Until() {}

  static void holds(String what, BooleanSupplier condition) {
    holds(what, TestRoute.PATIENCE, condition);
  }

  static void holds(String what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not come true: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
