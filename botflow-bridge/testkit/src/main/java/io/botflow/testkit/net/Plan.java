// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Which exchange meets which fault, and what has happened so far. Thread-safe. */
final class Plan {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Fault> next = new ArrayDeque<>();
  private final List<Strike> strikes = new ArrayList<>();
  private Fault repeated = Fault.NONE;
  private int period = 1;
  private long sinceChange;
  private long exchanges;

  void next(Fault fault, int times) {
    lock.lock();
    try {
      for (int i = 0; i < times; i++) {
        next.add(fault);
      }
    } finally {
      lock.unlock();
    }
  }

  void every(int newPeriod, Fault fault) {
    lock.lock();
    try {
      repeated = fault;
      period = newPeriod;
      sinceChange = 0;
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      next.clear();
      repeated = Fault.NONE;
    } finally {
      lock.unlock();
    }
  }

  /** The fault of an exchange that begins now. */
  Fault take() {
    lock.lock();
    try {
      exchanges++;
      if (!next.isEmpty()) {
        return next.remove();
      }
      return ++sinceChange % period == 0 ? repeated : Fault.NONE;
    } finally {
      lock.unlock();
    }
  }

  void struck(Fault fault) {
    lock.lock();
    try {
      strikes.add(new Strike(Instant.now(), fault));
    } finally {
      lock.unlock();
    }
  }

  List<Strike> strikes() {
    lock.lock();
    try {
      return List.copyOf(strikes);
    } finally {
      lock.unlock();
    }
  }

  long exchanges() {
    lock.lock();
    try {
      return exchanges;
    } finally {
      lock.unlock();
    }
  }
}
