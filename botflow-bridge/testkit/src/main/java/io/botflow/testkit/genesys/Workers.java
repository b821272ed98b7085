// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All threads of one simulator, ended together. */
final class Workers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService pool = Executors.newCachedThreadPool(threads("genesys-sim-"));
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, threads("genesys-sim-timer-"));

  Workers() {
    // Follow-up timers run for hours and are nearly always cancelled.
    timer.setRemoveOnCancelPolicy(true);
  }

  ExecutorService pool() {
    return pool;
  }

  /** Runs a task soon; after {@link #close()} it is dropped. */
  void execute(Runnable task) {
    try {
      pool.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException | Error e) {
              if (closing.getCount() > 0) {
                log.error("A task of the Genesys Cloud simulator failed", e);
              }
            }
          });
    } catch (RejectedExecutionException e) {
      log.debug("Closed; a task is dropped");
    }
  }

  /** Runs a short task later; the returned handle cancels it. */
  Runnable schedule(Runnable task, Duration delay) {
    try {
      var future = timer.schedule(() -> execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException e) {
      log.debug("Closed; a timer is dropped");
      return () -> {};
    }
  }

  /** Waits; false when the simulator is closing and the caller should stop. */
  boolean pause(Duration delay) {
    try {
      return !closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    timer.shutdownNow();
    pool.shutdownNow();
    try {
      if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("Some threads of the Genesys Cloud simulator did not end within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory threads(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
