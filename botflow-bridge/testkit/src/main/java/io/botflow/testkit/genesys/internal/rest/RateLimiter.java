// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.rest;

import io.botflow.connector.web.WebResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** A bucket of requests that fills evenly within a minute; a capacity of 0 is no limit. */
public final class RateLimiter {
  private static final double MINUTE = 60;

  /** What the headers of an answer say. */
  public record Standing(int count, int allowed, long resetSeconds, long retryAfterSeconds) {
    public boolean refused() {
      return retryAfterSeconds > 0;
    }

    public WebResponse onto(WebResponse response) {
      return allowed == 0
          ? response
          : response
              .withHeader("inin-ratelimit-count", Integer.toString(count))
              .withHeader("inin-ratelimit-allowed", Integer.toString(allowed))
              .withHeader("inin-ratelimit-reset", Long.toString(resetSeconds));
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final int capacity;
  private double available;
  private Instant filledAt;

  public RateLimiter(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
    this.available = capacity;
    this.filledAt = clock.instant();
  }

  public Standing take() {
    if (capacity == 0) {
      return new Standing(0, 0, 0, 0);
    }
    lock.lock();
    try {
      Instant now = clock.instant();
      double perSecond = capacity / MINUTE;
      double elapsed = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
      available = Math.min(capacity, available + elapsed * perSecond);
      filledAt = now;
      boolean granted = available >= 1;
      if (granted) {
        available--;
      }
      double used = capacity - available;
      return new Standing(
          (int) Math.ceil(used),
          capacity,
          Math.max(1, (long) Math.ceil(used / perSecond)),
          granted ? 0 : Math.max(1, (long) Math.ceil((1 - available) / perSecond)));
    } finally {
      lock.unlock();
    }
  }
}
