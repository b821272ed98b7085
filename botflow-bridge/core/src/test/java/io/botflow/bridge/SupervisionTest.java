// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.internal.gate.Gates;
import io.botflow.bridge.internal.gate.Terms;
import io.botflow.bridge.media.TestClock;
import io.botflow.bridge.operations.Health;
import io.botflow.bridge.operations.Operations;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.NewEntry;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupervisionTest {
  private final BridgeStore store = new InMemoryStore(new TestClock());

  @Test
  void whatWaitsIsToldWithTheHealth() {
    store.accept(
        List.of(new NewEntry("lane", "target", EntryKind.INBOUND, "route", "key", "words")), null);

    Health health = supervision(store).health();
    assertTrue(health.ready());
    assertEquals(1, health.backlog().size());
  }

  @Test
  void aBacklogThatCannotBeCountedLeavesTheBridgeReady() {
    Health health = supervision(failingAt("journal")).health();

    assertTrue(health.ready(), health::toString);
    assertEquals(List.of(), health.backlog());
  }

  @Test
  void aStoreThatThrowsWhatItShouldNotIsAProblemAndNoException() {
    Health health = supervision(failingAt("cursor")).health();

    assertFalse(health.ready());
    assertTrue(health.storeProblem().contains("IllegalStateException"), health::toString);
  }

  @Test
  void aClosedStoreIsAProblem() {
    store.close();

    assertFalse(supervision(store).health().ready());
  }

  private static Supervision supervision(BridgeStore store) {
    Gates gates =
        new Gates(1, target -> Terms.UNCOUNTED, event -> {}, new Random(), System::nanoTime);
    Supervision supervision = new Supervision(store, Operations.of(store), gates, Runnable::run);
    supervision.started();
    return supervision;
  }

  private BridgeStore failingAt(String method) {
    return (BridgeStore)
        Proxy.newProxyInstance(
            BridgeStore.class.getClassLoader(),
            new Class<?>[] {BridgeStore.class},
            (self, called, arguments) -> {
              if (called.getName().equals(method)) {
                throw new IllegalStateException("a fault, says the test");
              }
              return called.invoke(store, arguments);
            });
  }
}
