// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The queues by name, each there from its first mention. */
final class Queues {
  private final Map<String, AgentQueue> byName = new ConcurrentHashMap<>();

  AgentQueue named(String name) {
    return byName.computeIfAbsent(name, AgentQueue::new);
  }

  Optional<AgentQueue> withId(String id) {
    return byName.values().stream().filter(queue -> queue.id().equals(id)).findFirst();
  }
}
