// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.time.Duration;

/** How often one update failed and how long its next pause is. Not thread-safe. */
final class WebhookBackoff {
  private final WebhookRetries retries;
  private Duration delay;
  private int failures;

  WebhookBackoff(WebhookRetries retries) {
    this.retries = retries;
    this.delay = retries.step();
  }

  /**
   * Counts a failure and says how long to pause.
   *
   * @param retryAfter what the webhook asked for, or zero
   * @param random a number from 0 to 1 that spreads the longest pauses
   */
  Duration failed(Duration retryAfter, double random) {
    boolean first = failures++ == 0;
    if (!retryAfter.isZero()) {
      return shorter(retryAfter, retries.maxRetryAfter());
    }
    if (first) {
      return Duration.ZERO;
    }
    Duration longest =
        retries.ceiling().plus(Duration.ofMillis((long) (retries.ceiling().toMillis() * random)));
    delay = shorter(delay.multipliedBy(2), longest);
    return delay;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
