// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.annotation.Nullable;

/** What may pass to one target at this moment. Thread-safe. */
public final class Gate {
  private final String target;
  private final int maxRunning;
  private final @Nullable Meter meter;
  private final BridgeListener listener;
  private final LongSupplier nanos;
  private final Breaker breaker;
  private final ReentrantLock lock = new ReentrantLock();
  private int running;
  private long closedUntil;
  private @Nullable String reason;

  Gate(
      String target,
      int maxRunning,
      @Nullable Meter meter,
      BridgeListener listener,
      RandomGenerator random,
      LongSupplier nanos) {
    this.target = target;
    this.maxRunning = maxRunning;
    this.meter = meter;
    this.listener = listener;
    this.nanos = nanos;
    this.breaker = new Breaker(random);
    this.closedUntil = nanos.getAsLong();
  }

  /** How many more lanes may be worked on. */
  int room() {
    int permits = meter == null ? Integer.MAX_VALUE : meter.room();
    lock.lock();
    try {
      long now = nanos.getAsLong();
      return closedUntil - now > 0
          ? 0
          : Math.min(permits, Math.min(maxRunning - running, breaker.room(now)));
    } finally {
      lock.unlock();
    }
  }

  /** How long it is until the gate opens by itself; zero when it is open or waits for a worker. */
  Duration untilOpen() {
    Duration permits = meter == null || meter.room() > 0 ? Duration.ZERO : untilPermit(meter);
    lock.lock();
    try {
      long now = nanos.getAsLong();
      Duration closed = Duration.ofNanos(Math.max(0, closedUntil - now));
      return longest(permits, closed, breaker.untilProbe(now));
    } finally {
      lock.unlock();
    }
  }

  /** Takes permits from the store, where the target has some. */
  void refill() {
    if (meter != null) {
      meter.refill();
    }
  }

  /** A lane is worked on from now. */
  public void begun() {
    lock.lock();
    try {
      running++;
      breaker.tried();
    } finally {
      lock.unlock();
    }
  }

  /** A lane is no longer worked on. */
  public void ended() {
    lock.lock();
    try {
      running--;
      breaker.nothingLearned();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks for one request to the target.
   *
   * @return zero when it may be made; else how long to wait before asking again
   */
  public Duration admit() {
    if (meter == null || meter.spend()) {
      return Duration.ZERO;
    }
    return untilPermit(meter);
  }

  /** Never zero: whoever has no permit has to wait until some were taken from the store. */
  private static Duration untilPermit(Meter meter) {
    return longest(Duration.ofMillis(1), meter.untilNext());
  }

  /**
   * The target answered.
   *
   * @param requests how many requests that took
   */
  public void passed(int requests) {
    boolean reopened;
    lock.lock();
    try {
      reopened = breaker.passed();
      reason = null;
    } finally {
      lock.unlock();
    }
    if (meter != null) {
      meter.spentMore(requests - 1);
    }
    if (reopened) {
      listener.onEvent(new BridgeEvent.TargetOpened(target));
    }
  }

  /**
   * The target failed in a way that has nothing to do with the customer.
   *
   * @param lane whose message met the failure
   * @param why the reason
   * @param after how long the target wants to be left alone, or null
   */
  public void failed(String lane, String why, @Nullable Duration after) {
    Duration pause;
    lock.lock();
    try {
      pause = breaker.failed(lane, after, nanos.getAsLong());
      reason = breaker.isOpen() ? why : reason;
    } finally {
      lock.unlock();
    }
    if (pause != null) {
      listener.onEvent(new BridgeEvent.TargetClosed(target, why, pause));
    }
  }

  /**
   * The target takes nothing from anyone for a while.
   *
   * @param why the reason
   * @param pause how long
   */
  public void limited(String why, Duration pause) {
    lock.lock();
    try {
      closedUntil = Math.max(closedUntil, nanos.getAsLong() + pause.toNanos());
      reason = why;
      breaker.nothingLearned();
    } finally {
      lock.unlock();
    }
    if (meter != null) {
      meter.pause(pause);
    }
    listener.onEvent(new BridgeEvent.TargetClosed(target, why, pause));
  }

  /** Why the target gets nothing now, or null when it does. */
  @Nullable
  String reasonClosed() {
    lock.lock();
    try {
      boolean closed = breaker.isOpen() || closedUntil - nanos.getAsLong() > 0;
      return closed ? reason : null;
    } finally {
      lock.unlock();
    }
  }

  private static Duration longest(Duration... waits) {
    Duration longest = Duration.ZERO;
    for (Duration wait : waits) {
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest;
  }
}
