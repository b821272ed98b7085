// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import java.util.Objects;

/**
 * Permits for requests to far sides that count them, handed out evenly to all instances that share
 * the store (the generic cell rate algorithm: one row for each name).
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot do it now, or is
 * closed. Implementations are safe for concurrent use. A crash may forget the last permits that
 * were handed out.
 */
public interface Pacing {

  /**
   * How fast permits come.
   *
   * @param interval the time between two permits on the average; a microsecond or more
   * @param burst how many may be taken at once after a rest; 1 or more
   */
  record Rate(Duration interval, int burst) {
    private static final int SHARE_OF_BURST = 25;

    /** {@inheritDoc} */
    public Rate {
      Objects.requireNonNull(interval, "interval");
      if (interval.compareTo(Duration.ofNanos(1000)) < 0) {
        throw new IllegalArgumentException("interval: must be a microsecond or more");
      }
      if (burst < 1) {
        throw new IllegalArgumentException("burst: must be 1 or more, was " + burst);
      }
    }

    /**
     * A rate that never lets more than a number of requests through within any minute, however the
     * minute is laid.
     *
     * @param requests the number; 2 or more
     * @return the rate: a twenty-fifth of the number at once, the others evenly
     * @throws IllegalArgumentException if the number is less than 2
     */
    public static Rate perMinute(int requests) {
      if (requests < 2) {
        throw new IllegalArgumentException("requests: must be 2 or more, was " + requests);
      }
      int burst = Math.max(1, requests / SHARE_OF_BURST);
      return new Rate(Duration.ofMinutes(1).dividedBy(requests - burst), burst);
    }

    /**
     * The same rate for something less urgent: it gets what is left over.
     *
     * @param permits how many permits stay with what is more urgent
     * @return the rate with a smaller burst, at least 1
     */
    public Rate leaving(int permits) {
      return new Rate(interval, Math.max(1, burst - permits));
    }
  }

  /**
   * What was handed out.
   *
   * @param permits how many permits; as many requests may be made, now or later
   * @param untilNext how long it is until another one can be had; zero when all were handed out
   *     that were asked for
   */
  record Grant(int permits, Duration untilNext) {}

  /**
   * Takes permits.
   *
   * @param name what is counted
   * @param rate how fast permits come; instances that share a name should agree
   * @param wanted how many; 1 or more
   * @return as many of them as there are
   */
  Grant take(String name, Rate rate, int wanted);

  /**
   * Counts requests that were made without asking: later permits come later for it.
   *
   * @param name what is counted
   * @param rate how fast permits come
   * @param requests how many
   */
  void spend(String name, Rate rate, int requests);

  /**
   * Hands nothing out for a while, since the far side said so. Does not shorten an earlier pause. A
   * pause of more than an hour counts as one of an hour, after which the far side is asked again.
   *
   * @param name what is counted
   * @param rate how fast permits come
   * @param pause how long
   */
  void pause(String name, Rate rate, Duration pause);
}
