// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import io.botflow.bridge.store.Pacing.Rate;
import io.botflow.genesys.call.CallAttempt;
import io.botflow.genesys.call.CallListener;
import io.botflow.genesys.call.RateLimit;
import java.util.OptionalInt;
import javax.annotation.Nullable;

/**
 * How many requests a minute Genesys Cloud takes from us: what a setting says, else what Genesys
 * Cloud itself writes on its answers. Thread-safe.
 */
public final class RequestLimit implements CallListener {
  private final boolean learning;
  private volatile @Nullable Rate rate;

  /**
   * Makes the limit.
   *
   * @param perMinute what a setting says; empty to learn it from the first answer
   */
  public RequestLimit(OptionalInt perMinute) {
    this.learning = perMinute.isEmpty();
    this.rate = perMinute.isEmpty() ? null : Rate.perMinute(perMinute.getAsInt());
  }

  /**
   * How fast requests may be made.
   *
   * @return the rate, or null while nothing is known of a limit
   */
  public @Nullable Rate messages() {
    return rate;
  }

  /**
   * How fast requests may be made that can wait for messages.
   *
   * @return the rate, or null while nothing is known of a limit
   */
  public @Nullable Rate receipts() {
    return leaving(2);
  }

  /**
   * How fast requests may be made that nobody misses.
   *
   * @return the rate, or null while nothing is known of a limit
   */
  public @Nullable Rate typing() {
    return leaving(4);
  }

  /** The burst is divided by the part that is left. */
  private @Nullable Rate leaving(int part) {
    Rate present = rate;
    return present == null ? null : present.leaving(present.burst() - present.burst() / part);
  }

  @Override
  public void attempted(CallAttempt attempt) {
    RateLimit said = attempt.rateLimit();
    if (learning && said != null && said.allowed() > 1) {
      Rate learned = Rate.perMinute(said.allowed());
      if (!learned.equals(rate)) {
        rate = learned;
      }
    }
  }
}
