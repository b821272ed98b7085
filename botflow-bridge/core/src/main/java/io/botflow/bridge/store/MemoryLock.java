// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What every call of the {@link InMemoryStore} holds, until the store is closed. */
final class MemoryLock {
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  <T> T locked(Supplier<T> body) {
    lock.lock();
    try {
      if (closed) {
        throw new StoreUnavailableException("The store is closed");
      }
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
