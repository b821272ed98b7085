// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time fetch a file, and hands a final refusal from whoever fetches ahead of a
 * message's turn on to that turn, and the other way round: both ask the source once between them. A
 * turn that comes again asks again. Safe for concurrent use.
 */
final class FetchGate {
  private static final int MOST_REFUSALS = 1_000;

  /** Finds the file where the one before put it, or fetches it. */
  interface Fetch<T> {
    T run() throws IOException;
  }

  private static final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private int users;
  }

  private final ConcurrentMap<String, Gate> gates = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Refusal> refusals = new ConcurrentHashMap<>();

  private record Refusal(IOException failure, boolean ahead) {}

  <T> T alone(String key, boolean ahead, Fetch<T> fetch) throws IOException {
    Gate gate = enter(key);
    gate.lock.lock();
    try {
      Refusal refusal = refusals.remove(key);
      if (refusal != null && refusal.ahead() != ahead) {
        throw refusal.failure();
      }
      return fetch.run();
    } finally {
      gate.lock.unlock();
      leave(key);
    }
  }

  /** Remembers a failure that asking again cannot mend, for the other one. */
  void refused(String key, boolean ahead, IOException failure) {
    if (refusals.size() >= MOST_REFUSALS) {
      refusals.clear();
    }
    refusals.put(key, new Refusal(failure, ahead));
  }

  private Gate enter(String key) {
    return gates.compute(
        key,
        (unused, known) -> {
          Gate gate = known == null ? new Gate() : known;
          gate.users++;
          return gate;
        });
  }

  private void leave(String key) {
    gates.computeIfPresent(key, (unused, gate) -> --gate.users == 0 ? null : gate);
  }
}
