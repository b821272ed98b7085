// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.route;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How often and how long the bridge repeats what failed for now.
 *
 * @param first the longest rest after the first failure; doubles with each further one
 * @param max the longest rest at all
 * @param giveUpAfter how old a message may become before it is a dead letter
 * @param unknownAttempts how often a part is sent to a messenger that leaves us in the dark each
 *     time whether it took it; each attempt may show it once more
 */
public record RetryPolicy(Duration first, Duration max, Duration giveUpAfter, int unknownAttempts) {

  /** Half a second, doubling up to a minute, for a day; three attempts in the dark. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofDays(1), 3);

  /** {@inheritDoc} */
  public RetryPolicy {
    requirePositive(first, "first");
    requirePositive(max, "max");
    requirePositive(giveUpAfter, "giveUpAfter");
    if (unknownAttempts < 1) {
      throw new IllegalArgumentException(
          "unknownAttempts must be positive, was " + unknownAttempts);
    }
  }

  /**
   * How long to rest after a failure: a random time between half and all of the step, so that
   * customers do not return at the same moment.
   *
   * @param attempts how many attempts failed before this one
   * @param random where the randomness comes from
   * @return the rest
   */
  public Duration delay(int attempts, RandomGenerator random) {
    long step = Math.min(max.toMillis(), first.toMillis() << Math.min(attempts, 30));
    return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
  }

  private static void requirePositive(Duration value, String field) {
    if (Objects.requireNonNull(value, field).isNegative() || value.isZero()) {
      throw new IllegalArgumentException(field + " must be positive");
    }
  }
}
