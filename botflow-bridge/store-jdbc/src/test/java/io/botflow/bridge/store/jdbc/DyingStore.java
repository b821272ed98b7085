// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Ended;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store that a process sees for the last time at some step of its inbound work: from there on
 * nothing that the process does is kept, as if it had been killed.
 */
final class DyingStore {
  private final BridgeStore inner;
  private final AtomicInteger steps;
  private final boolean before;
  private final CountDownLatch dead = new CountDownLatch(1);

  /**
   * Lets so many steps pass.
   *
   * @param inner what survives
   * @param steps how many steps are done
   * @param before whether the next one is not done, or done without an answer
   */
  DyingStore(BridgeStore inner, int steps, boolean before) {
    this.inner = inner;
    this.steps = new AtomicInteger(steps);
    this.before = before;
  }

  boolean isDead() {
    return dead.getCount() == 0;
  }

  BridgeStore store() {
    return (BridgeStore)
        Proxy.newProxyInstance(
            DyingStore.class.getClassLoader(),
            new Class<?>[] {BridgeStore.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    boolean last = !isDead() && isStep(method, arguments) && steps.getAndDecrement() == 0;
    if (last && before) {
      dead.countDown();
    }
    if (isDead()) {
      throw new StoreUnavailableException("the process is dead, says the test");
    }
    try {
      Object answer = method.invoke(inner, arguments);
      if (last) {
        dead.countDown();
        throw new StoreUnavailableException("the process is dead, says the test");
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean isStep(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "record" -> ((Entry) arguments[1]).kind() == EntryKind.INBOUND;
      case "complete" ->
          arguments[1] instanceof List<?> ended
              && ((Ended) ended.get(0)).entry().kind() == EntryKind.INBOUND;
      case "awaitMore", "rest", "release" ->
          ((ClaimedLane) arguments[0]).entries().get(0).kind() == EntryKind.INBOUND;
      default -> false;
    };
  }
}
