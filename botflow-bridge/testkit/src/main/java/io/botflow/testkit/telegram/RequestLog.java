// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The latest calls of the Bot API; the oldest make room. */
final class RequestLog {
  static final int CAPACITY = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<TelegramRequest> requests = new ArrayDeque<>();

  void add(TelegramRequest request) {
    lock.lock();
    try {
      if (requests.size() == CAPACITY) {
        requests.remove();
      }
      requests.add(request);
    } finally {
      lock.unlock();
    }
  }

  List<TelegramRequest> all() {
    lock.lock();
    try {
      return List.copyOf(requests);
    } finally {
      lock.unlock();
    }
  }
}
