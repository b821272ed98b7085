// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The one lock over all conversations, never held across I/O, with a signal on each change. */
final class Ledger {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Runnable> afterwards = new ArrayList<>();
  private long version;

  void run(Runnable change) {
    call(
        () -> {
          change.run();
          return Boolean.TRUE;
        });
  }

  <T> T call(Supplier<T> change) {
    List<Runnable> due = List.of();
    lock.lock();
    try {
      return change.get();
    } finally {
      version++;
      changed.signalAll();
      if (lock.getHoldCount() == 1) {
        due = List.copyOf(afterwards);
        afterwards.clear();
      }
      lock.unlock();
      due.forEach(Runnable::run);
    }
  }

  /** Has something done by this thread as soon as it has released the lock. */
  void afterwards(Runnable task) {
    requireHeld();
    afterwards.add(task);
  }

  <T> T read(Supplier<T> reader) {
    lock.lock();
    try {
      return reader.get();
    } finally {
      lock.unlock();
    }
  }

  private void requireHeld() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("the ledger is not locked");
    }
  }

  /** Runs the probe, outside the lock, after each change until it gives something. */
  <T> T await(Supplier<Optional<T>> probe, Duration timeout, Supplier<String> failure) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      long seen = read(() -> version);
      Optional<T> found = probe.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (!awaitChange(seen, deadline)) {
        throw new AwaitTimeoutException(failure.get() + " within " + timeout);
      }
    }
  }

  private boolean awaitChange(long seen, long deadline) {
    lock.lock();
    try {
      while (version == seen) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        changed.await(left, TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AwaitTimeoutException("interrupted while waiting");
    } finally {
      lock.unlock();
    }
  }
}
