// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import io.botflow.bridge.store.Pacing.Grant;
import io.botflow.bridge.store.Pacing.Rate;
import java.time.Duration;

/**
 * The arithmetic of {@link Pacing}, the same for every store: one number says until when the
 * permits that were handed out last at their average rate.
 *
 * @param dueMicros that time, in microseconds of the store's clock
 */
public record PermitRow(long dueMicros) {
  /** A row that was never used. */
  public static final PermitRow NEW = new PermitRow(0);

  /** How long nothing is handed out at most, whatever a far side asks for. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /**
   * A row and what was handed out of it.
   *
   * @param row the row from now on
   * @param grant what was handed out
   */
  public record Taken(PermitRow row, Grant grant) {}

  /**
   * Takes permits.
   *
   * @param rate how fast they come
   * @param wanted how many
   * @param nowMicros the store's time
   * @return what was handed out
   * @throws IllegalArgumentException if fewer than one is wanted
   */
  public Taken take(Rate rate, int wanted, long nowMicros) {
    if (wanted < 1) {
      throw new IllegalArgumentException("wanted: must be 1 or more, was " + wanted);
    }
    long interval = micros(rate.interval());
    long due = due(rate, nowMicros);
    long ahead = nowMicros + rate.burst() * interval;
    long granted = Math.min(wanted, Math.max(0, (ahead - due) / interval));
    long next = due + granted * interval;
    long wait = granted == wanted ? 0 : Math.max(0, next + interval - ahead);
    return new Taken(new PermitRow(next), new Grant((int) granted, Duration.ofNanos(wait * 1000)));
  }

  /**
   * Counts requests that were made already.
   *
   * @param rate how fast permits come
   * @param requests how many
   * @param nowMicros the store's time
   * @return the row from now on
   */
  public PermitRow spend(Rate rate, int requests, long nowMicros) {
    return new PermitRow(due(rate, nowMicros) + Math.max(0, requests) * micros(rate.interval()));
  }

  /**
   * Hands nothing out for a while, an hour at most.
   *
   * @param rate how fast permits come
   * @param pause how long
   * @param nowMicros the store's time
   * @return the row from now on
   */
  public PermitRow pause(Rate rate, Duration pause, long nowMicros) {
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    long end = nowMicros + micros(bounded) + (rate.burst() - 1) * micros(rate.interval());
    return new PermitRow(Math.max(due(rate, nowMicros), end));
  }

  /**
   * The row's time as far as it can be meant. One further ahead was written before the store's
   * clock was set back: it must not hold everything up until the clock is there again.
   */
  private long due(Rate rate, long nowMicros) {
    long ahead = rate.burst() * micros(rate.interval()) + micros(LONGEST_PAUSE);
    return Math.min(Math.max(dueMicros, nowMicros), nowMicros + ahead);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
