// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The message flows of the organisation. */
final class Flows {
  private final Map<String, DefinedFlow> byId = new ConcurrentHashMap<>();
  private final FlowPublisher publisher;

  Flows(FlowPublisher publisher) {
    this.publisher = publisher;
  }

  DefinedFlow define(String name, MessageFlow flow) {
    DefinedFlow defined =
        new DefinedFlow(Objects.requireNonNull(name, "name"), publisher.publish(flow));
    byId.put(defined.id(), defined);
    return defined;
  }

  Optional<DefinedFlow> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
