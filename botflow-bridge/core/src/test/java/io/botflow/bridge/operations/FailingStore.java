// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.operations;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Journal;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that goes away at a removal, after it has done as many as it was told. */
final class FailingStore {
  private static final Set<String> REMOVALS = Set.of("removeEndingWith", "erase");

  private FailingStore() {}

  /** Fails at the removal with a number, counted from 1. */
  static BridgeStore atRemoval(BridgeStore inner, int number) {
    AtomicInteger removals = new AtomicInteger();
    Notes notes = failing(Notes.class, inner.notes(), removals, number);
    Journal journal = failing(Journal.class, inner.journal(), removals, number);
    return proxy(
        BridgeStore.class,
        inner,
        name -> name.equals("notes") ? notes : name.equals("journal") ? journal : null);
  }

  private static <T> T failing(Class<T> type, T inner, AtomicInteger removals, int number) {
    return proxy(
        type,
        inner,
        name -> {
          if (REMOVALS.contains(name) && removals.incrementAndGet() == number) {
            throw new StoreUnavailableException("away, says the test");
          }
          return null;
        });
  }

  private interface Before {
    /** What is answered in place of the store, or null. */
    Object call(String method);
  }

  private static <T> T proxy(Class<T> type, T inner, Before before) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = before.call(method.getName());
              return answer == null ? method.invoke(inner, arguments) : answer;
            }));
  }
}
