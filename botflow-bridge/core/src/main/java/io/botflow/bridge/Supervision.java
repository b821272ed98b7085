// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.internal.gate.Gates;
import io.botflow.bridge.operations.Health;
import io.botflow.bridge.operations.Operations;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.StoreUnavailableException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a running bridge tells of itself. Thread-safe. */
final class Supervision {
  private static final Logger log = LoggerFactory.getLogger(Supervision.class);

  private final BridgeStore store;
  private final Operations operations;
  private final Gates gates;
  private final Figures figures;
  private volatile boolean running;

  Supervision(BridgeStore store, Operations operations, Gates gates, Executor executor) {
    this.store = store;
    this.operations = operations;
    this.gates = gates;
    this.figures = new Figures(() -> count(operations), executor, System::nanoTime);
  }

  private static Figures.Count count(Operations operations) {
    return new Figures.Count(
        operations.backlog(), operations.deadLetters(Health.MOST_COUNTED).size());
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
    String problem = storeProblem();
    if (problem != null) {
      return new Health(running, problem, gates.closed(), List.of(), 0);
    }
    Figures.Count count = figures.latest();
    return new Health(running, null, gates.closed(), count.backlog(), count.deadLetters());
  }

  /** Asks for one row: what waits may be too much to count while the store is as good as ever. */
  private @Nullable String storeProblem() {
    try {
      store.cursor("health");
      return null;
    } catch (StoreUnavailableException e) {
      return Objects.requireNonNullElse(e.getMessage(), "the store cannot be used");
    } catch (RuntimeException e) {
      log.error("The store fails in a way that it should not", e);
      return "the store fails: " + e.getClass().getSimpleName();
    }
  }
}
