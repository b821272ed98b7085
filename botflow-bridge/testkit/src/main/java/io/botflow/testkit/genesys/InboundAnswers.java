// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.WireTime;
import java.time.Instant;

/** The bodies that answer inbound requests: what came, in the platform's normalized form. */
final class InboundAnswers {
  private InboundAnswers() {}

  static ObjectNode message(OpenIntegration integration, String id, InboundMessage inbound) {
    ObjectNode body = Json.object();
    body.put("id", id);
    body.set("channel", channel(integration, inbound.from(), inbound.idType(), inbound.time()));
    if (inbound.messageId() != null) {
      ((ObjectNode) body.get("channel")).put("messageId", inbound.messageId());
    }
    ObjectNode button = inbound.buttonResponse();
    if (button != null) {
      body.put("type", "Structured").put("direction", "Inbound");
      body.putArray("content")
          .addObject()
          .put("contentType", "ButtonResponse")
          .set("buttonResponse", button.deepCopy());
      return body;
    }
    body.put("type", "Text");
    if (inbound.text() != null) {
      body.put("text", inbound.text());
    }
    if (inbound.attachmentNode() != null) {
      body.putArray("content")
          .addObject()
          .put("contentType", "Attachment")
          .set("attachment", inbound.attachmentNode().deepCopy());
    }
    if (!inbound.metadata().isEmpty()) {
      inbound.metadata().forEach(body.putObject("metadata")::put);
    }
    return body;
  }

  static ObjectNode typing(
      OpenIntegration integration, JsonView from, String idType, Instant time) {
    ObjectNode body = Json.object();
    body.put("id", Ids.message());
    body.set("channel", channel(integration, from.node(), idType, time));
    body.put("type", "Event");
    body.putArray("events")
        .addObject()
        .put("eventType", "Typing")
        .putObject("typing")
        .put("type", "On")
        .put("duration", 5000);
    return body;
  }

  static ObjectNode receipt(
      OpenIntegration integration, JsonView customer, JsonView request, String status) {
    ObjectNode body = Json.object();
    body.put("id", request.text("id"));
    ObjectNode answered = body.putObject("channel");
    answered.put("id", integration.id()).put("platform", "Open").put("type", "Private");
    answered.set("to", customer.node().deepCopy());
    answered.putObject("from").put("id", integration.id()).put("idType", "Opaque");
    answered.put("time", WireTime.format(request.object("channel").time("time")));
    body.put("type", "Receipt").put("status", status).put("direction", "Outbound");
    if (request.has("reasons")) {
      body.set("reasons", request.node().get("reasons").deepCopy());
    }
    if (request.has("isFinalReceipt")) {
      body.set("isFinalReceipt", request.node().get("isFinalReceipt"));
    }
    return body;
  }

  /** From the customer to the integration. */
  static ObjectNode channel(
      OpenIntegration integration, ObjectNode from, String idType, Instant time) {
    ObjectNode channel = Json.object();
    channel.put("id", integration.id()).put("platform", "Open").put("type", "Private");
    channel.putObject("to").put("id", integration.id());
    ObjectNode echoed = from.deepCopy();
    // The image is read-only for clients.
    echoed.remove("image");
    channel.set("from", echoed.put("idType", idType));
    channel.put("time", WireTime.format(time));
    return channel;
  }
}
