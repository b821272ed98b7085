// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

import java.time.Duration;
import java.util.Objects;

/**
 * How often and for how long a connection repeats a call that failed for a passing reason.
 * Immutable.
 *
 * <p>Repeated are: a refusal for too many calls (429), a failure of the far side (5xx, 408), and a
 * lost connection. Where the far side names a delay, in seconds, milliseconds or as a date, that is
 * kept to; else the delay doubles from one attempt to the next, with jitter. A call that may have
 * taken effect is repeated only where its {@link Operation#repeat()} allows. No attempt starts
 * after the total time; a delay that would end later is not begun, and the failure is thrown at
 * once.
 */
public final class RetryPolicy {
  private static final RetryPolicy DEFAULTS = builder().build();
  private static final RetryPolicy NONE = builder().maxAttempts(1).build();

  private final int maxAttempts;
  private final Duration firstDelay;
  private final Duration maxDelay;
  private final Duration totalTime;
  private final boolean trustMessageIds;

  private RetryPolicy(Builder settings) {
    this.maxAttempts = settings.maxAttempts;
    this.firstDelay = settings.firstDelay;
    this.maxDelay = settings.maxDelay;
    this.totalTime = settings.totalTime;
    this.trustMessageIds = settings.trustMessageIds;
  }

  /**
   * What a connection does when it is told nothing: enough for a hiccup, too little to hold a
   * caller through an outage.
   *
   * @return 3 attempts within 10 s, the first delay about 200 ms
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /**
   * Each call is made once, for callers that keep a queue and repeat by themselves.
   *
   * @return one attempt
   */
  public static RetryPolicy none() {
    return NONE;
  }

  /**
   * Starts a policy from the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How often a call is made at most. A call repeated because its token was refused does not count.
   *
   * @return 1 or more
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * The longest delay before the second attempt.
   *
   * @return the delay before jitter takes up to a half of it away
   */
  public Duration firstDelay() {
    return firstDelay;
  }

  /**
   * What the doubling stops at. A delay that the far side names may be longer.
   *
   * @return the longest delay between two attempts
   */
  public Duration maxDelay() {
    return maxDelay;
  }

  /**
   * How long after its beginning a call may still start an attempt.
   *
   * @return the total time
   */
  public Duration totalTime() {
    return totalTime;
  }

  /**
   * Whether a message with an id of its own is repeated although it may have arrived.
   *
   * @return true if the far side is trusted to know the id again
   */
  public boolean trustMessageIds() {
    return trustMessageIds;
  }

  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts=" + maxAttempts + ", totalTime=" + totalTime + "]";
  }

  /** Settings of a policy. Not thread-safe. */
  public static final class Builder {
    private int maxAttempts = 3;
    private Duration firstDelay = Duration.ofMillis(200);
    private Duration maxDelay = Duration.ofSeconds(3);
    private Duration totalTime = Duration.ofSeconds(10);
    private boolean trustMessageIds = true;

    private Builder() {}

    /**
     * Sets how often a call is made at most. Default: 3.
     *
     * @param maxAttempts 1 or more
     * @return this builder
     */
    public Builder maxAttempts(int maxAttempts) {
      this.maxAttempts = maxAttempts;
      return this;
    }

    /**
     * Sets the delay before the second attempt; it doubles from there. Default: 200 ms.
     *
     * @param firstDelay more than zero
     * @return this builder
     */
    public Builder firstDelay(Duration firstDelay) {
      this.firstDelay = Objects.requireNonNull(firstDelay, "firstDelay");
      return this;
    }

    /**
     * Sets what the doubling stops at. Default: 3 s.
     *
     * @param maxDelay not less than the first delay
     * @return this builder
     */
    public Builder maxDelay(Duration maxDelay) {
      this.maxDelay = Objects.requireNonNull(maxDelay, "maxDelay");
      return this;
    }

    /**
     * Sets how long after its beginning a call may still start an attempt. Default: 10 s.
     *
     * @param totalTime zero or more
     * @return this builder
     */
    public Builder totalTime(Duration totalTime) {
      this.totalTime = Objects.requireNonNull(totalTime, "totalTime");
      return this;
    }

    /**
     * Sets whether a message with an id of its own is repeated although it may have arrived.
     * Default: true. Genesys Cloud calls the id unique, but does not document what it does with one
     * that it has seen; with false, such a message is never sent twice and may be lost instead.
     *
     * @param trust whether the far side is trusted to know the id again
     * @return this builder
     */
    public Builder trustMessageIds(boolean trust) {
      this.trustMessageIds = trust;
      return this;
    }

    /**
     * Builds the policy.
     *
     * @return the policy
     * @throws IllegalArgumentException if a setting is wrong; the message names it
     */
    public RetryPolicy build() {
      require(maxAttempts >= 1, "maxAttempts: must be 1 or more");
      require(!firstDelay.isNegative() && !firstDelay.isZero(), "firstDelay: must be above zero");
      require(maxDelay.compareTo(firstDelay) >= 0, "maxDelay: must not be below firstDelay");
      require(!totalTime.isNegative(), "totalTime: must not be negative");
      return new RetryPolicy(this);
    }

    private static void require(boolean right, String problem) {
      if (!right) {
        throw new IllegalArgumentException(problem);
      }
    }
  }
}
