// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A person at the agent desk; takes conversations from queues, the longest waiting first.
 *
 * <p>Thread-safe.
 */
public final class Agent {
  private final String name;
  private final AgentDesk desk;
  private final List<String> queues = new CopyOnWriteArrayList<>();

  Agent(String name, AgentDesk desk) {
    this.name = Objects.requireNonNull(name, "name");
    this.desk = desk;
  }

  /**
   * The agent's name.
   *
   * @return the name, as the record shows it
   */
  public String name() {
    return name;
  }

  /**
   * The agent's id as a user.
   *
   * @return a dashed UUID, the same in each simulator for the same name
   */
  public String userId() {
    return Ids.named("user", name);
  }

  /**
   * Issues an access token with which calls of the API are this agent's own. It lasts as long as
   * any, and may do everything.
   *
   * @return the token, for {@code Authorization: Bearer}
   */
  public String accessToken() {
    return desk.accessToken(this);
  }

  /**
   * Makes the agent a member of a queue; conversations that already wait there are not lost.
   *
   * @param queue the queue's name
   * @return this agent
   */
  public Agent onQueue(String queue) {
    queues.add(Objects.requireNonNull(queue, "queue"));
    return this;
  }

  /**
   * Waits until one of the agent's queues offers a conversation. It stays offered to this agent.
   *
   * @param timeout how long to wait at most
   * @return the offered conversation; accept it before speaking
   * @throws AwaitTimeoutException if none comes in time
   */
  public AgentConversation awaitConversation(Duration timeout) {
    return desk.awaitConversation(this, List.copyOf(queues), timeout);
  }
}
