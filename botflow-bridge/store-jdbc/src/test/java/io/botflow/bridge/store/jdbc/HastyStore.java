// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.NewEntry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Deliberately wrong: says that entries are stored when only those before them are. */
final class HastyStore {
  private static final int HELD_BACK = 20;

  private final BridgeStore inner;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<List<NewEntry>> heldBack = new ArrayDeque<>();

  HastyStore(BridgeStore inner) {
    this.inner = inner;
  }

  BridgeStore store() {
    return (BridgeStore)
        Proxy.newProxyInstance(
            HastyStore.class.getClassLoader(),
            new Class<?>[] {BridgeStore.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("accept")) {
      @SuppressWarnings("unchecked") // The first parameter of accept is this list.
      List<NewEntry> entries = (List<NewEntry>) arguments[0];
      accept(entries);
      return Collections.nCopies(entries.size(), true);
    }
    try {
      return method.invoke(inner, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void accept(List<NewEntry> entries) {
    lock.lock();
    try {
      heldBack.add(entries);
      if (heldBack.size() > HELD_BACK) {
        inner.accept(heldBack.remove(), null);
      }
    } finally {
      lock.unlock();
    }
  }
}
