// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import io.botflow.bridge.store.Pacing;
import io.botflow.bridge.store.Pacing.Grant;
import io.botflow.bridge.store.Pacing.Rate;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The permits of this instance for one far side that counts requests. They are taken from the store
 * a few at a time, before lanes are claimed, and spent by the workers. Thread-safe.
 */
public final class Meter {
  private static final Logger log = LoggerFactory.getLogger(Meter.class);

  /** Small, so that instances share what there is, and a quiet one keeps little. */
  private static final int SHARE_OF_BURST = 4;

  private final Pacing pacing;
  private final String name;
  private final Supplier<Rate> rate;
  private final LongSupplier nanos;
  private final Pause pause;
  private final ReentrantLock lock = new ReentrantLock();
  private int permits;
  private long nextAt;

  /**
   * What stops all meters of a far side at once, on this instance.
   *
   * @param until when they go on
   */
  private record Pause(AtomicLong until) {}

  private Meter(Pacing pacing, String name, Supplier<Rate> rate, Pause pause, LongSupplier nanos) {
    this.pacing = pacing;
    this.name = name;
    this.rate = rate;
    this.pause = pause;
    this.nanos = nanos;
    this.nextAt = nanos.getAsLong();
  }

  /**
   * Makes a meter without permits.
   *
   * @param pacing where permits come from
   * @param name what is counted there
   * @param rate how fast permits come; gives null while there is no limit
   * @param nanos the time, as {@link System#nanoTime}
   * @return the meter
   */
  public static Meter of(Pacing pacing, String name, Supplier<Rate> rate, LongSupplier nanos) {
    Pause none = new Pause(new AtomicLong(nanos.getAsLong()));
    return new Meter(pacing, name, rate, none, nanos);
  }

  /**
   * A meter for requests of another urgency to the same far side: what stops one stops both.
   *
   * @param slower how fast permits come for them; gives null while there is no limit
   * @return the meter
   */
  public Meter sharing(Supplier<Rate> slower) {
    return new Meter(pacing, name, slower, pause, nanos);
  }

  /** Takes permits from the store, if some may be had. */
  void refill() {
    Rate present = rate.get();
    if (present == null) {
      return;
    }
    int wanted = Math.max(1, present.burst() / SHARE_OF_BURST);
    lock.lock();
    try {
      if (permits >= wanted || nextAt - nanos.getAsLong() > 0) {
        return;
      }
    } finally {
      lock.unlock();
    }
    Grant grant = pacing.take(name, present, wanted);
    lock.lock();
    try {
      permits += grant.permits();
      nextAt = nanos.getAsLong() + grant.untilNext().toNanos();
    } finally {
      lock.unlock();
    }
  }

  /** How many requests may be made now. */
  int room() {
    if (!untilPauseEnds().isZero()) {
      return 0;
    }
    if (rate.get() == null) {
      return Integer.MAX_VALUE;
    }
    lock.lock();
    try {
      return permits;
    } finally {
      lock.unlock();
    }
  }

  /** How long it is until more permits may be had. */
  Duration untilNext() {
    Duration paused = untilPauseEnds();
    if (!paused.isZero() || rate.get() == null) {
      return paused;
    }
    lock.lock();
    try {
      return Duration.ofNanos(Math.max(0, nextAt - nanos.getAsLong()));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Spends a permit.
   *
   * @return false when there is none: the request has to wait
   */
  public boolean spend() {
    if (!untilPauseEnds().isZero()) {
      return false;
    }
    if (rate.get() == null) {
      return true;
    }
    lock.lock();
    try {
      if (permits == 0) {
        return false;
      }
      permits--;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks for a request that nobody misses if it is not made.
   *
   * @return true when it may be made, now
   */
  public boolean spare() {
    try {
      refill();
      return spend();
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  /** Counts requests that were made beyond the permit that was spent. */
  void spentMore(int requests) {
    Rate present = rate.get();
    if (present != null && requests > 0) {
      tell(() -> pacing.spend(name, present, requests));
    }
  }

  /**
   * Stops for a while, since the far side said so: all meters of it on this instance, and what
   * other instances take from the store from now on.
   */
  void pause(Duration length) {
    long end = nanos.getAsLong() + length.toNanos();
    pause.until().accumulateAndGet(end, (known, later) -> later - known > 0 ? later : known);
    Rate present = rate.get();
    if (present != null) {
      tell(() -> pacing.pause(name, present, length));
    }
  }

  private Duration untilPauseEnds() {
    return Duration.ofNanos(Math.max(0, pause.until().get() - nanos.getAsLong()));
  }

  /** What is told late or not at all costs a refusal, and never a message. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (StoreUnavailableException e) {
      log.debug("the store was not told of the limit of {}: {}", name, e.getMessage());
    }
  }
}
