// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.micrometer;

import io.botflow.bridge.operations.Health;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/** The health of a moment ago, so that six gauges ask the store once. Thread-safe. */
final class Snapshot {
  private static final long LIFE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Supplier<Health> source;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  @Nullable private Health health;
  private long takenAt;

  Snapshot(Supplier<Health> source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  Health get() {
    lock.lock();
    try {
      Health known = health;
      if (known == null || nanos.getAsLong() - takenAt >= LIFE_NANOS) {
        known = source.get();
        health = known;
        takenAt = nanos.getAsLong();
      }
      return known;
    } finally {
      lock.unlock();
    }
  }
}
