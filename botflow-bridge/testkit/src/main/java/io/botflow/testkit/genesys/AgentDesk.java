// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The desk at which agents sit, and what they need to do their work. */
final class AgentDesk {
  private final Map<String, Agent> agents = new ConcurrentHashMap<>();
  private final Ledger ledger;
  private final Routing routing;
  private final Outbound outbound;
  private final UnaryOperator<String> tokens;

  /**
   * @param tokens issues an access token for the user of a name
   */
  AgentDesk(Ledger ledger, Routing routing, Outbound outbound, UnaryOperator<String> tokens) {
    this.tokens = tokens;
    this.ledger = ledger;
    this.routing = routing;
    this.outbound = outbound;
  }

  Agent agent(String name) {
    return agents.computeIfAbsent(name, n -> new Agent(n, this));
  }

  AgentConversation awaitConversation(Agent agent, List<String> queues, Duration timeout) {
    Conversation conversation =
        ledger.await(
            () -> ledger.read(() -> routing.offer(queues)),
            timeout,
            () -> "agent " + agent.name() + " was offered no conversation of " + queues);
    return new AgentConversation(agent.name(), conversation, this);
  }

  String accessToken(Agent agent) {
    return tokens.apply(agent.name());
  }

  Ledger ledger() {
    return ledger;
  }

  Routing routing() {
    return routing;
  }

  Outbound outbound() {
    return outbound;
  }
}
