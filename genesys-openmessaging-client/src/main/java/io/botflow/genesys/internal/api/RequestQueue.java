// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import io.botflow.genesys.call.Priority;
import io.botflow.genesys.call.Sleeper;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.ErrorContext;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.TransportException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets at most so many requests start within any 60 seconds, the more important first. The thread
 * whose turn is next sleeps until its moment, the others wait until something moves. Thread-safe.
 */
final class RequestQueue {
  private static final long WINDOW_MILLIS = 60_000;

  private record Turn(Priority priority, long arrival) {
    static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::priority).thenComparingLong(Turn::arrival);
  }

  private final Clock clock;
  private final Sleeper sleeper;
  private final long maxWaitMillis;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final PriorityQueue<Turn> waiting = new PriorityQueue<>(Turn.ORDER);

  /** When the last requests started, as a ring: the slot to fill next holds the oldest. */
  private final long[] started;

  private int oldest;
  private long arrivals;
  private long heldUntil = Long.MIN_VALUE;

  RequestQueue(int perMinute, Duration maxWait, Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.maxWaitMillis = maxWait.toMillis();
    this.started = new long[perMinute];
    Arrays.fill(started, Long.MIN_VALUE / 2);
  }

  /**
   * Waits until a request may start, and counts it.
   *
   * @throws RateLimitedException if that would take too long; nothing is counted
   * @throws TransportException if the thread is interrupted
   */
  void take(Priority priority, String request) {
    lock.lock();
    try {
      long now = now();
      Turn mine = new Turn(priority, arrivals++);
      long deadline = now + maxWaitMillis;
      refuseBeyond(deadline, due(ahead(mine)), now, request);
      waiting.add(mine);
      try {
        await(mine, deadline, request);
      } finally {
        waiting.remove(mine);
        moved.signalAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(
          ErrorContext.withoutResponse(request, "interrupted while waiting for its turn"),
          Delivery.NOT_SENT,
          e);
    } finally {
      lock.unlock();
    }
  }

  private void await(Turn mine, long deadline, String request) throws InterruptedException {
    while (true) {
      long now = now();
      long due = due(ahead(mine));
      if (due > now) {
        refuseBeyond(deadline, due, now, request);
      }
      if (!mine.equals(waiting.peek())) {
        moved.await();
      } else if (due > now) {
        sleep(due - now);
      } else {
        started[oldest] = now;
        oldest = (oldest + 1) % started.length;
        return;
      }
    }
  }

  /** Without the lock, so that a more important request can come in and overtake. */
  private void sleep(long millis) throws InterruptedException {
    lock.unlock();
    try {
      sleeper.sleep(Duration.ofMillis(millis));
    } finally {
      lock.lock();
    }
  }

  private int ahead(Turn mine) {
    int ahead = 0;
    for (Turn other : waiting) {
      if (Turn.ORDER.compare(other, mine) < 0) {
        ahead++;
      }
    }
    return ahead;
  }

  /** When the request with so many ahead of it may start, if nobody overtakes it. */
  private long due(int ahead) {
    long windows = 1L + ahead / started.length;
    long free = started[(oldest + ahead) % started.length];
    return Math.max(free + windows * WINDOW_MILLIS, heldUntil);
  }

  /** The time; a clock that was set back must not hold everyone until it is where it was. */
  private long now() {
    long now = clock.millis();
    if (started[(oldest + started.length - 1) % started.length] > now) {
      for (int i = 0; i < started.length; i++) {
        started[i] = Math.min(started[i], now);
      }
    }
    heldUntil = Math.min(heldUntil, now + WINDOW_MILLIS);
    return now;
  }

  private static void refuseBeyond(long deadline, long due, long now, String request) {
    if (due > deadline) {
      Duration wait = Duration.ofMillis(due - now);
      throw new RateLimitedException(
          ErrorContext.withoutResponse(
              request,
              "the connection's own budget of requests is used up for "
                  + wait
                  + "; nothing was sent"),
          wait);
    }
  }

  /** Nobody starts for a while: the far side said that its own limit is used up. */
  void hold(Duration duration) {
    lock.lock();
    try {
      long millis = Math.min(duration.toMillis(), WINDOW_MILLIS);
      heldUntil = Math.max(heldUntil, clock.millis() + millis);
    } finally {
      lock.unlock();
    }
  }
}
