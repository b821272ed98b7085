// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The permits of the {@link InMemoryStore}. */
final class MemoryPacing implements Pacing {
  private final Map<String, PermitRow> rows = new HashMap<>();
  private final MemoryLock lock;
  private final Clock clock;

  MemoryPacing(MemoryLock lock, Clock clock) {
    this.lock = lock;
    this.clock = clock;
  }

  @Override
  public Grant take(String name, Rate rate, int wanted) {
    return lock.locked(
        () -> {
          PermitRow.Taken taken = row(name).take(rate, wanted, nowMicros());
          rows.put(name, taken.row());
          return taken.grant();
        });
  }

  @Override
  public void spend(String name, Rate rate, int requests) {
    change(name, row -> row.spend(rate, requests, nowMicros()));
  }

  @Override
  public void pause(String name, Rate rate, Duration pause) {
    change(name, row -> row.pause(rate, pause, nowMicros()));
  }

  private void change(String name, UnaryOperator<PermitRow> change) {
    lock.locked(() -> rows.put(name, change.apply(row(name))));
  }

  private PermitRow row(String name) {
    return rows.getOrDefault(name, PermitRow.NEW);
  }

  private long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }
}
