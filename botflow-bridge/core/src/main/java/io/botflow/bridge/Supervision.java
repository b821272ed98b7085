// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.internal.gate.Gates;
import io.botflow.bridge.operations.Health;
import io.botflow.bridge.operations.Operations;
import io.botflow.bridge.store.StoreUnavailableException;
import java.util.List;

/** What a running bridge tells of itself. Thread-safe. */
final class Supervision {
  private final Operations operations;
  private final Gates gates;
  private volatile boolean running;

  Supervision(Operations operations, Gates gates) {
    this.operations = operations;
    this.gates = gates;
  }

  void started() {
    running = true;
  }

  void stopped() {
    running = false;
  }

  Operations operations() {
    return operations;
  }

  Health health() {
    try {
      return new Health(
          running,
          null,
          gates.closed(),
          operations.backlog(),
          operations.deadLetters(Health.MOST_COUNTED).size());
    } catch (StoreUnavailableException e) {
      return new Health(running, e.getMessage(), gates.closed(), List.of(), 0);
    }
  }
}
