// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.WireTime;
import java.net.URI;
import java.time.Instant;
import javax.annotation.Nullable;

/** The bodies of outbound webhooks. */
final class WebhookBodies {
  static final int TYPING_MILLIS = 5000;

  private WebhookBodies() {}

  static ObjectNode text(Conversation conversation, Message message, String text) {
    ObjectNode body = start(conversation, message.id(), message.time(), "Text");
    body.put("text", text);
    return finish(conversation, message, body);
  }

  static ObjectNode attachment(
      Conversation conversation,
      Message message,
      @Nullable String text,
      Attachment attachment,
      long size,
      URI url) {
    ObjectNode body = start(conversation, message.id(), message.time(), "Text");
    if (text != null) {
      body.put("text", text);
    }
    body.putArray("content")
        .addObject()
        .put("contentType", "Attachment")
        .putObject("attachment")
        .put("id", attachment.id())
        .put("mediaType", attachment.mediaType())
        .put("url", url.toString())
        .put("mime", attachment.mime())
        .put("filename", attachment.name())
        .put("contentSizeBytes", size);
    return finish(conversation, message, body);
  }

  static ObjectNode structured(
      Conversation conversation, Message message, @Nullable String text, ArrayNode content) {
    ObjectNode body = start(conversation, message.id(), message.time(), "Structured");
    if (text != null) {
      body.put("text", text);
    }
    body.set("content", content);
    return finish(conversation, message, body);
  }

  static ObjectNode typing(Conversation conversation, Instant now, long millis) {
    ObjectNode body = start(conversation, Ids.message(), now, "Event");
    body.putArray("events")
        .addObject()
        .put("eventType", "Typing")
        .putObject("typing")
        .put("type", "On")
        .put("duration", millis);
    body.put("direction", "Outbound");
    body.put("conversationId", conversation.id());
    return body;
  }

  /** A receipt for a message of the customer. */
  static ObjectNode published(Conversation conversation, Message message) {
    ObjectNode body = start(conversation, message.id(), message.time(), "Receipt");
    body.put("status", "Published").put("isFinalReceipt", true).put("direction", "Inbound");
    body.put("conversationId", conversation.id());
    return body;
  }

  private static ObjectNode start(Conversation conversation, String id, Instant time, String type) {
    ObjectNode body = Json.object();
    body.put("id", id);
    body.set("channel", channel(conversation, id, time));
    body.put("type", type);
    return body;
  }

  /** From the integration to the customer. */
  static ObjectNode channel(Conversation conversation, String id, Instant time) {
    OpenIntegration integration = conversation.integration();
    ObjectNode channel = Json.object();
    channel.put("id", integration.id()).put("platform", "Open").put("type", "Private");
    channel
        .putObject("to")
        .put("id", conversation.customerId())
        .put("idType", conversation.customerIdType());
    channel
        .putObject("from")
        .put("nickname", integration.name())
        .put("id", integration.id())
        .put("idType", "Opaque");
    return channel.put("time", WireTime.format(time)).put("messageId", id);
  }

  static String originatingEntity(Message message) {
    return message.speaker().purpose() == ParticipantPurpose.AGENT ? "Human" : "Bot";
  }

  private static ObjectNode finish(Conversation conversation, Message message, ObjectNode body) {
    body.put("originatingEntity", originatingEntity(message));
    body.put("direction", "Outbound");
    body.put("conversationId", conversation.id());
    return body;
  }
}
