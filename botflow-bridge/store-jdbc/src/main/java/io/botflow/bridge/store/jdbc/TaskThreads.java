// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that carry out the tasks of all others, each as many at a time as there are. Whoever
 * brings a task waits for it with bounded patience, whatever the database does to these threads.
 */
final class TaskThreads implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TaskThreads.class);

  /** Ends the thread that meets it. */
  private static final Task<Boolean> LAST = new Task<>(session -> true, false);

  private final int largestBatch;
  private final Consumer<List<Task<?>>> carrier;
  private final Runnable atEnd;
  private final Duration patience;
  private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads;
  private final ReentrantLock closing = new ReentrantLock();
  private boolean closed;

  /**
   * Prepares the threads.
   *
   * @param name what the threads are called
   * @param count how many there are
   * @param largestBatch how many tasks one of them takes at most at a time
   * @param carrier carries begun tasks out and tells each of its outcome, on one of the threads;
   *     throws nothing
   * @param atEnd is run by each thread when it stops
   * @param patience how long a caller waits at most
   */
  TaskThreads(
      String name,
      int count,
      int largestBatch,
      Consumer<List<Task<?>>> carrier,
      Runnable atEnd,
      Duration patience) {
    this.largestBatch = largestBatch;
    this.carrier = carrier;
    this.atEnd = atEnd;
    this.patience = patience;
    this.threads =
        IntStream.range(0, count).mapToObj(i -> new Thread(this::carryUntilClosed, name)).toList();
    threads.forEach(thread -> thread.setDaemon(true));
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Hands a task to the threads and waits for its outcome. */
  <T> T run(Task<T> task) {
    closing.lock();
    try {
      if (closed) {
        throw Unavailable.closed();
      }
      queue.add(task);
    } finally {
      closing.unlock();
    }
    return task.await(patience);
  }

  /** How many tasks wait for a thread. */
  int queued() {
    return queue.size();
  }

  /** Finishes the tasks in the queue and stops the threads. */
  @Override
  public void close() {
    closing.lock();
    try {
      if (!closed) {
        closed = true;
        threads.forEach(thread -> queue.add(LAST));
      }
    } finally {
      closing.unlock();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carryUntilClosed() {
    List<Task<?>> batch = new ArrayList<>();
    boolean open = true;
    while (open) {
      batch.clear();
      try {
        batch.add(queue.take());
        queue.drainTo(batch, largestBatch - 1);
      } catch (InterruptedException e) {
        log.debug("Interrupted, which does not stop the thread", e);
      }
      while (open && batch.remove(LAST)) {
        open = false;
      }
      // One end for each thread: the others are for the others.
      while (batch.remove(LAST)) {
        queue.add(LAST);
      }
      List<Task<?>> begun = begun(batch);
      if (!begun.isEmpty()) {
        carrier.accept(begun);
      }
    }
    atEnd.run();
  }

  /** Leaves out the tasks for which nobody waits any more. */
  private static List<Task<?>> begun(List<Task<?>> batch) {
    List<Task<?>> begun = new ArrayList<>(batch);
    begun.removeIf(task -> !task.begin());
    return begun;
  }
}
