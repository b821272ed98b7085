// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.time.Duration;
import java.util.Objects;

/**
 * The schedule by which an update that the webhook did not take is offered again, as Telegram's own
 * server keeps it.
 *
 * <p>The first failure is retried at once; later ones after 2, 4, 8… times {@code step}, up to a
 * random pause between {@code ceiling} and twice that. A {@code Retry-After} header replaces the
 * pause. An update is dropped when its next try would fall behind its {@code lifetime}. Refused
 * with IllegalArgumentException: a negative duration, a {@code scale} that is not positive.
 *
 * @param step the unit of the growing pause
 * @param ceiling the lower bound of the longest pause
 * @param maxRetryAfter the longest {@code Retry-After} that is honoured
 * @param lifetime how long after its date an update is kept, by the simulator's clock
 * @param goneAfter how long the webhook may answer 410 in a row before it is removed, by the
 *     simulator's clock
 * @param scale the factor from a pause to the time really waited; a test sets it small. The
 *     lifetime is compared with unscaled pauses.
 */
public record WebhookRetries(
    Duration step,
    Duration ceiling,
    Duration maxRetryAfter,
    Duration lifetime,
    Duration goneAfter,
    double scale) {

  /** {@inheritDoc} */
  public WebhookRetries {
    for (Duration each : new Duration[] {step, ceiling, maxRetryAfter, lifetime, goneAfter}) {
      if (Objects.requireNonNull(each, "duration").isNegative()) {
        throw new IllegalArgumentException("a duration is negative: " + each);
      }
    }
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be positive, was " + scale);
    }
  }

  /**
   * Telegram's own figures: 1 s, 60 s, 3600 s, 24 h, 23 h, unscaled.
   *
   * @return the schedule
   */
  public static WebhookRetries telegram() {
    return new WebhookRetries(
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofSeconds(3600),
        Duration.ofHours(24),
        Duration.ofHours(23),
        1);
  }

  /**
   * The same schedule with shorter or longer waits.
   *
   * @param factor for example 0.001 to wait milliseconds for seconds
   * @return a copy
   */
  public WebhookRetries scaled(double factor) {
    return new WebhookRetries(step, ceiling, maxRetryAfter, lifetime, goneAfter, factor);
  }

  long nanosToWait(Duration pause) {
    return (long) (pause.toNanos() * scale);
  }
}
