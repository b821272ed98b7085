// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How many requests a connection makes a minute, so that it stays below the far side's limit
 * instead of running into it. Immutable; each method gives a changed copy.
 *
 * <p>Never more than that number starts within any 60 seconds. A call beyond it waits for its turn
 * on the calling thread: messages before receipts before typing, and among equals the first that
 * came. A call whose turn would not come within {@link #maxWait()} fails at once with a {@link
 * io.botflow.genesys.error.RateLimitedException} of status 0, and nothing is sent. When the far
 * side says that its limit is used up, by others with the same credentials, all wait for its end.
 *
 * <p>The budget counts what this connection sends. Several processes with one OAuth client share
 * its limit: give each its part.
 *
 * @see <a href="https://developer.genesys.cloud/platform/api/rate-limits">Rate limits</a>
 */
public final class RequestBudget {
  /** Requests a minute that Genesys Cloud allows one OAuth client, unless support raised it. */
  public static final int DEFAULT_PER_MINUTE = 300;

  private static final RequestBudget UNLIMITED = new RequestBudget(0, Duration.ofSeconds(30));

  private final int perMinute;
  private final Duration maxWait;

  private RequestBudget(int perMinute, Duration maxWait) {
    this.perMinute = perMinute;
    this.maxWait = maxWait;
  }

  /**
   * What a connection keeps to when it is told nothing.
   *
   * @return {@value #DEFAULT_PER_MINUTE} requests a minute, waiting for at most 30 s
   */
  public static RequestBudget defaults() {
    return perMinute(DEFAULT_PER_MINUTE);
  }

  /**
   * A limit.
   *
   * @param requests in any 60 seconds, 1 or more
   * @return the budget, waiting for at most 30 s
   * @throws IllegalArgumentException if the number is less than 1
   */
  public static RequestBudget perMinute(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests: must be 1 or more");
    }
    return new RequestBudget(requests, UNLIMITED.maxWait);
  }

  /**
   * No limit: each call is sent at once.
   *
   * @return the budget
   */
  public static RequestBudget unlimited() {
    return UNLIMITED;
  }

  /**
   * Sets how long a call waits for its turn.
   *
   * @param maxWait zero or more; zero never waits
   * @return the changed budget
   * @throws IllegalArgumentException if it is negative
   */
  public RequestBudget maxWait(Duration maxWait) {
    if (Objects.requireNonNull(maxWait, "maxWait").isNegative()) {
      throw new IllegalArgumentException("maxWait: must not be negative");
    }
    return new RequestBudget(perMinute, maxWait);
  }

  /**
   * The limit.
   *
   * @return requests in any 60 seconds; empty for no limit
   */
  public OptionalInt requestsPerMinute() {
    return perMinute == 0 ? OptionalInt.empty() : OptionalInt.of(perMinute);
  }

  /**
   * How long a call waits for its turn.
   *
   * @return the longest wait
   */
  public Duration maxWait() {
    return maxWait;
  }

  @Override
  public String toString() {
    return perMinute == 0
        ? "RequestBudget[unlimited]"
        : "RequestBudget[" + perMinute + "/min, maxWait=" + maxWait + "]";
  }
}
