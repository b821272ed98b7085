// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.Provenance;
import java.time.Instant;
import javax.annotation.Nullable;

/** What stands between an integration and the message flow that runs for its conversations. */
final class FlowRecipient {
  static final String PATH = "/api/v2/routing/message/recipients";

  private record State(@Nullable DefinedFlow flow, Provenance provenance) {}

  private final String id = Ids.uuid();
  private volatile State state;

  FlowRecipient(Provenance provenance) {
    this.state = new State(null, provenance);
  }

  String id() {
    return id;
  }

  @Nullable
  PublishedFlow flow() {
    DefinedFlow flow = state.flow();
    return flow == null ? null : flow.published();
  }

  void attach(@Nullable DefinedFlow flow, String author, Instant now) {
    state = new State(flow, state.provenance().changed(author, now));
  }

  ObjectNode reference() {
    return Json.object().put("id", id).put("selfUri", selfUri());
  }

  ObjectNode json(String name) {
    State now = state;
    ObjectNode json = Json.object().put("id", id).put("name", name).put("messengerType", "open");
    DefinedFlow flow = now.flow();
    if (flow != null) {
      json.putObject("flow")
          .put("id", flow.id())
          .put("name", flow.name())
          .put("type", "INBOUNDSHORTMESSAGE")
          .put("selfUri", "/api/v2/flows/" + flow.id());
    }
    now.provenance().onto(json, "modifiedBy");
    return json.put("selfUri", selfUri());
  }

  private String selfUri() {
    return PATH + "/" + id;
  }
}
