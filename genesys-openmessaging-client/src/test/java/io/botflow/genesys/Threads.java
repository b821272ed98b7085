// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the same thing on many threads at once. */
public final class Threads {
  private Threads() {}

  /** Starts all at the same moment and waits for all; failures are among the futures. */
  public static <T> List<Future<T>> together(int count, Callable<T> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      CyclicBarrier start = new CyclicBarrier(count);
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        tasks.add(
            () -> {
              start.await(10, TimeUnit.SECONDS);
              return task.call();
            });
      }
      return pool.invokeAll(tasks, 60, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }
}
