// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Stores that misbehave on purpose, around a good one. */
final class Stores {
  private Stores() {}

  /** Which calls of a store fail as if its database were away. */
  static final class Outage {
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private volatile boolean down;

    /** Everything fails until {@link #end}. */
    void begin() {
      down = true;
    }

    void end() {
      down = false;
    }

    /** The next calls of one method fail. */
    void next(String method, int times) {
      failures.put(method, new AtomicInteger(times));
    }

    /** Whether all failures planned for a method have happened. */
    boolean isOver(String method) {
      AtomicInteger left = failures.get(method);
      return left == null || left.get() <= 0;
    }

    private void strike(String method) {
      AtomicInteger left = failures.get(method);
      boolean planned = left != null && left.getAndDecrement() > 0;
      if (!method.equals("close") && (down || planned)) {
        throw new StoreUnavailableException("the database is away, says the test");
      }
    }
  }

  static BridgeStore failing(BridgeStore store, Outage outage) {
    return proxy(
        (method, arguments) -> {
          outage.strike(method.getName());
          return method.invoke(store, arguments);
        });
  }

  /** A store that accepts something else than it is given, and says that all is well. */
  static BridgeStore accepting(BridgeStore store, UnaryOperator<List<NewEntry>> change) {
    return proxy(
        (method, arguments) -> {
          if (!method.getName().equals("accept")) {
            return method.invoke(store, arguments);
          }
          @SuppressWarnings("unchecked") // The first parameter of accept is this list.
          List<NewEntry> entries = (List<NewEntry>) arguments[0];
          method.invoke(store, change.apply(entries), arguments[1]);
          return Collections.nCopies(entries.size(), true);
        });
  }

  private interface Call {
    Object make(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static BridgeStore proxy(Call call) {
    return (BridgeStore)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {BridgeStore.class},
            (proxy, method, arguments) -> {
              try {
                return call.make(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
