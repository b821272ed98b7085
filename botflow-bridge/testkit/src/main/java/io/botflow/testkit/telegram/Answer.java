// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;

/** What a method answers when it succeeds; the description is mostly empty. */
record Answer(JsonNode result, String description) {
  static Answer of(JsonNode result) {
    return new Answer(result, "");
  }

  static Answer done() {
    return done("");
  }

  static Answer done(String description) {
    return new Answer(BooleanNode.TRUE, description);
  }

  WebResponse response() {
    ObjectNode body = Json.object().put("ok", true);
    body.set("result", result);
    if (!description.isEmpty()) {
      body.put("description", description);
    }
    return WebResponse.json(200, Json.write(body));
  }
}
