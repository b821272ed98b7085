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
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final String target;
  private final int maxRunning;
  private final Terms terms;
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
      Terms terms,
      BridgeListener listener,
      RandomGenerator random,
      LongSupplier nanos) {
    this.target = target;
    this.maxRunning = maxRunning;
    this.terms = terms;
    this.listener = listener;
    this.nanos = nanos;
    this.breaker = new Breaker(random);
    this.closedUntil = nanos.getAsLong();
  }

  /** How many more lanes may be worked on. */
  int room() {
    Meter meter = waitsFor();
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
    Meter meter = waitsFor();
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
    Meter meter = waitsFor();
    if (meter != null) {
      meter.refill();
    }
  }

  /**
   * Begins to work on a lane.
   *
   * @return the way to the target, to be closed when the lane is given back
   */
  public Passage enter() {
    lock.lock();
    try {
      running++;
      return new Passage(breaker.tried());
    } finally {
      lock.unlock();
    }
  }

  /** Why the target gets nothing now, or null when it does. */
  @Nullable
  String reasonClosed() {
    lock.lock();
    try {
      return breaker.isOpen() || closedUntil - nanos.getAsLong() > 0 ? reason : null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Meter waitsFor() {
    return terms.heldBack() ? terms.meter() : null;
  }

  /** Never zero: whoever has no permit has to wait until some were taken from the store. */
  private static Duration untilPermit(Meter meter) {
    return longest(Duration.ofMillis(1), meter.untilNext());
  }

  private static Duration longest(Duration... waits) {
    Duration longest = Duration.ZERO;
    for (Duration wait : waits) {
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest;
  }

  private static Duration bounded(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** One lane's way to the target. For one thread at a time. */
  public final class Passage implements AutoCloseable {
    private final boolean probe;
    private boolean permitted;

    private Passage(boolean probe) {
      this.probe = probe;
    }

    /**
     * Asks for one request to the target.
     *
     * @return zero when it may be made; else how long to wait before asking again
     */
    public Duration admit() {
      Meter meter = waitsFor();
      if (meter == null || meter.spend()) {
        permitted = meter != null;
        return Duration.ZERO;
      }
      return untilPermit(meter);
    }

    /**
     * Counts what was asked of the target, whatever it answered.
     *
     * @param requests how many requests that took, the one that was admitted included
     */
    public void asked(int requests) {
      Meter meter = terms.meter();
      if (meter != null) {
        meter.spentMore(permitted ? requests - 1 : requests);
      }
      permitted = false;
    }

    /** The target answered. */
    public void passed() {
      boolean reopened;
      lock.lock();
      try {
        reopened = breaker.passed();
      } finally {
        lock.unlock();
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
      if (!terms.heldBack()) {
        return;
      }
      Duration wanted = after == null ? null : bounded(after);
      Duration pause;
      lock.lock();
      try {
        pause = breaker.failed(lane, probe, wanted, nanos.getAsLong());
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
     * @param wanted how long; an hour at most counts
     */
    public void limited(String why, Duration wanted) {
      Duration pause = bounded(wanted);
      Meter meter = terms.meter();
      if (meter != null) {
        meter.pause(pause);
      }
      if (!terms.heldBack()) {
        return;
      }
      lock.lock();
      try {
        long end = nanos.getAsLong() + pause.toNanos();
        closedUntil = end - closedUntil > 0 ? end : closedUntil;
        reason = why;
      } finally {
        lock.unlock();
      }
      listener.onEvent(new BridgeEvent.TargetClosed(target, why, pause));
    }

    /** The lane is given back. */
    @Override
    public void close() {
      lock.lock();
      try {
        running--;
        if (probe) {
          breaker.nothingLearned();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
