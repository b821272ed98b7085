// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.store.Backlog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much waits, counted by one at a time and kept for a while: the longer, the longer counting
 * took, so that it never is a large part of what the store does. Thread-safe.
 */
final class Figures {
  private static final Logger log = LoggerFactory.getLogger(Figures.class);
  private static final long LONGEST_LIFE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long LONGEST_WAIT_NANOS = Duration.ofMillis(250).toNanos();
  private static final int KEPT_TIMES_AS_LONG = 50;

  private final Supplier<Count> source;
  private final Executor executor;
  private final LongSupplier nanos;
  private final AtomicBoolean counting = new AtomicBoolean();
  private volatile Known known;

  /**
   * What was counted.
   *
   * @param backlog how much waits, by target
   * @param deadLetters how many dead letters there are
   */
  record Count(List<Backlog> backlog, int deadLetters) {}

  private record Known(Count count, long countedAt, long life) {}

  Figures(Supplier<Count> source, Executor executor, LongSupplier nanos) {
    this.source = source;
    this.executor = executor;
    this.nanos = nanos;
    this.known = new Known(new Count(List.of(), 0), nanos.getAsLong(), 0);
  }

  /**
   * The last count. Whoever finds it too old has it made anew, and waits for that a moment only.
   */
  Count latest() {
    Known last = known;
    if (nanos.getAsLong() - last.countedAt() >= last.life()
        && counting.compareAndSet(false, true)) {
      FutureTask<Boolean> task = new FutureTask<>(this::count, true);
      try {
        executor.execute(task);
        task.get(LONGEST_WAIT_NANOS, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        counting.set(false);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (TimeoutException | ExecutionException e) {
        log.debug("What waits is not counted yet", e);
      }
    }
    return known.count();
  }

  private void count() {
    long begin = nanos.getAsLong();
    try {
      Count count = source.get();
      long end = nanos.getAsLong();
      long life = Math.min(LONGEST_LIFE_NANOS, (end - begin) * KEPT_TIMES_AS_LONG);
      known = new Known(count, end, life);
    } catch (RuntimeException e) {
      log.warn("What waits could not be counted: {}", e.toString());
      known = new Known(known.count(), nanos.getAsLong(), LONGEST_LIFE_NANOS);
    } finally {
      counting.set(false);
    }
  }
}
