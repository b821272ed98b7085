// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import io.botflow.genesys.call.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock, and a sleeper that moves it instead of waiting and notes how long it would have. */
public final class VirtualTime implements Sleeper {
  public final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

  @Override
  public void sleep(Duration duration) {
    sleeps.add(duration);
    clock.advance(duration);
  }

  public List<Duration> sleeps() {
    return sleeps;
  }
}
