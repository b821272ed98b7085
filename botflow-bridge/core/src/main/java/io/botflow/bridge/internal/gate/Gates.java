// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.store.Allowance;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.annotation.Nullable;

/** The gates of all targets, made when a target is first heard of. Thread-safe. */
public final class Gates implements Allowance {
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final Function<String, Gate> make;

  /**
   * Makes the gates.
   *
   * @param maxRunning how many lanes of one target are worked on at once
   * @param terms on what terms lanes pass to a target
   * @param listener is told when a target closes and opens
   * @param random keeps instances apart; safe for concurrent use
   * @param nanos the time, as {@link System#nanoTime}
   */
  public Gates(
      int maxRunning,
      Function<String, Terms> terms,
      BridgeListener listener,
      RandomGenerator random,
      LongSupplier nanos) {
    this.make =
        target -> new Gate(target, maxRunning, terms.apply(target), listener, random, nanos);
  }

  /**
   * The gate of a target.
   *
   * @param target the target
   * @return its gate, always the same
   */
  public Gate of(String target) {
    return gates.computeIfAbsent(target, make);
  }

  @Override
  public int lanes(String target) {
    return of(target).room();
  }

  /** Takes permits from the store for the targets that need some. */
  public void refill() {
    gates.values().forEach(Gate::refill);
  }

  /**
   * How long it is until some gate opens by itself.
   *
   * @return the time, or null when none will
   */
  public @Nullable Duration untilChange() {
    Duration shortest = null;
    for (Gate gate : gates.values()) {
      Duration wait = gate.untilOpen();
      if (!wait.isZero() && (shortest == null || wait.compareTo(shortest) < 0)) {
        shortest = wait;
      }
    }
    return shortest;
  }

  /**
   * The targets that get nothing at this moment because they fail or said so.
   *
   * @return by target, why
   */
  public Map<String, String> closed() {
    Map<String, String> closed = new TreeMap<>();
    gates.forEach(
        (target, gate) -> {
          String reason = gate.reasonClosed();
          if (reason != null) {
            closed.put(target, reason);
          }
        });
    return closed;
  }
}
