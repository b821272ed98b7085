// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.BridgeStore;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores between which and their users a test stands. */
final class InterceptedStore {
  private InterceptedStore() {}

  private interface Call {
    Object answer(Method called, Object[] arguments) throws Exception;
  }

  /** Counts the calls of one method. */
  static BridgeStore counting(BridgeStore inner, String method, AtomicInteger calls) {
    return intercepting(
        (called, arguments) -> {
          if (called.getName().equals(method)) {
            calls.incrementAndGet();
          }
          return called.invoke(inner, arguments);
        });
  }

  /** Says that it renewed a claim, and does not. */
  static BridgeStore neverRenewing(BridgeStore inner) {
    return intercepting(
        (called, arguments) ->
            called.getName().equals("renew") ? (Object) true : called.invoke(inner, arguments));
  }

  private static BridgeStore intercepting(Call call) {
    return (BridgeStore)
        Proxy.newProxyInstance(
            BridgeStore.class.getClassLoader(),
            new Class<?>[] {BridgeStore.class},
            (proxy, method, arguments) -> call.answer(method, arguments));
  }
}
