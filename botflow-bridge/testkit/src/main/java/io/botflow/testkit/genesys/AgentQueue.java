// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Ids;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A queue in which conversations wait for agents, and in whose name agents begin them. Thread-safe.
 */
public final class AgentQueue {
  private final String name;
  private final String id;
  private volatile @Nullable OpenIntegration outbound;

  AgentQueue(String name) {
    this.name = Objects.requireNonNull(name, "name");
    this.id = Ids.named("queue", name);
  }

  /**
   * The queue's id, which {@code POST /api/v2/conversations/messages} asks for.
   *
   * @return a dashed UUID, the same in each simulator for the same name
   */
  public String id() {
    return id;
  }

  /**
   * The queue's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Sets the integration through which conversations that agents begin in this queue's name run.
   *
   * @param integration the integration; by default the first that was created
   * @return this queue
   */
  public AgentQueue outboundThrough(OpenIntegration integration) {
    outbound = Objects.requireNonNull(integration, "integration");
    return this;
  }

  Optional<OpenIntegration> outbound() {
    return Optional.ofNullable(outbound);
  }
}
