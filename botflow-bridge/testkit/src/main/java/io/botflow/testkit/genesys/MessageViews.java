// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.WireTime;

/** Messages in the forms in which the API shows them; under the ledger. */
final class MessageViews {
  private MessageViews() {}

  /** A {@code MessageData}; its two deprecated fields are there unless left out. */
  static ObjectNode data(Conversation conversation, Message message, boolean normalizedOnly) {
    boolean inbound = message.direction() == MessageDirection.INBOUND;
    String integration = conversation.integration().id();
    String customer = conversation.customerId();
    ObjectNode data = Json.object();
    data.put("id", message.id());
    data.put("providerMessageId", providerId(message));
    data.put("timestamp", WireTime.format(message.time()));
    data.put("fromAddress", inbound ? customer : integration);
    data.put("toAddress", inbound ? integration : customer);
    data.put("direction", inbound ? "inbound" : "outbound");
    data.put("messengerType", "open");
    data.put("status", status(message));
    if (!normalizedOnly) {
      String text = message.text();
      data.put("textBody", text == null ? "" : text);
      ArrayNode media = media(message);
      if (!media.isEmpty()) {
        data.set("media", media);
      }
    }
    data.set("normalizedMessage", normalized(conversation, message));
    if (!message.receipts().isEmpty()) {
      ArrayNode receipts = data.putArray("normalizedReceipts");
      message.receipts().forEach(receipt -> receipts.add(receipt(conversation, message, receipt)));
    }
    if (message.speaker().purpose() == ParticipantPurpose.AGENT) {
      data.set("createdBy", user(message.speaker().name()));
    }
    data.put("conversationId", conversation.id());
    return data.put("selfUri", uri(conversation, message));
  }

  /** A {@code MessageDetails}, as conversations refer to their messages. */
  static ObjectNode details(Conversation conversation, Message message, boolean normalizedOnly) {
    ObjectNode details = Json.object();
    details.put("messageId", message.id());
    details.put("messageURI", uri(conversation, message));
    details.put("messageStatus", status(message));
    details.put("messageSegmentCount", 1);
    details.put("messageTime", WireTime.format(message.time()));
    ArrayNode media = media(message);
    if (!normalizedOnly && !media.isEmpty()) {
      details.set("media", media);
    }
    ObjectNode metadata = details.putObject("messageMetadata").put("type", type(message));
    ArrayNode content = content(message);
    if (!content.isEmpty()) {
      ArrayNode kinds = metadata.putArray("content");
      content.forEach(
          item -> kinds.addObject().put("contentType", item.path("contentType").asText()));
    }
    if (failed(message)) {
      details.set("errorInfo", errorInfo(message));
    }
    return details;
  }

  /** Why a message failed, as an {@code ErrorBody}. */
  static ObjectNode errorInfo(Message message) {
    Reason reason = Reason.parse(message.reason());
    ObjectNode error = Json.object();
    error.put("message", reason.message());
    error.put("code", reason.code() == null ? "GeneralError" : reason.code());
    return error;
  }

  static boolean failed(Message message) {
    return message.status() == MessageStatus.FAILED || message.status() == MessageStatus.NOT_SENT;
  }

  static ObjectNode user(String name) {
    String id = Ids.named("user", name);
    return Json.object().put("id", id).put("name", name).put("selfUri", "/api/v2/users/" + id);
  }

  private static String uri(Conversation conversation, Message message) {
    return "/api/v2/conversations/messages/" + conversation.id() + "/messages/" + message.id();
  }

  private static String providerId(Message message) {
    String external = message.externalId();
    return external == null ? message.id() : external;
  }

  /** The status in the words of reads; a receipt says more than the webhook's answer. */
  private static String status(Message message) {
    String told =
        message.receipts().isEmpty()
            ? ""
            : message.receipts().get(message.receipts().size() - 1).status();
    return switch (message.status()) {
      case RECEIVED -> "received";
      case QUEUED -> "queued";
      case DELIVERED -> told.equals("Removed") ? "removed" : "delivery-success";
      case FAILED -> told.equals("Failed") ? "delivery-failed" : "failed";
      case NOT_SENT -> "failed";
      case SENT ->
          switch (told) {
            case "Removed" -> "removed";
            case "Published" -> "published";
            default -> "sent";
          };
    };
  }

  private static String type(Message message) {
    return message.structured() == null ? "Text" : "Structured";
  }

  private static ObjectNode normalized(Conversation conversation, Message message) {
    boolean inbound = message.direction() == MessageDirection.INBOUND;
    ObjectNode body = Json.object();
    body.put("id", message.id());
    body.set("channel", channel(conversation, message));
    body.put("type", type(message));
    if (message.text() != null) {
      body.put("text", message.text());
    }
    ArrayNode content = content(message);
    if (!content.isEmpty()) {
      body.set("content", content);
    }
    if (!message.metadata().isEmpty()) {
      message.metadata().forEach(body.putObject("metadata")::put);
    }
    if (!inbound) {
      body.put("originatingEntity", WebhookBodies.originatingEntity(message));
    }
    return body.put("direction", inbound ? "Inbound" : "Outbound");
  }

  private static ObjectNode channel(Conversation conversation, Message message) {
    ObjectNode inbound = message.channel();
    return inbound == null
        ? WebhookBodies.channel(conversation, message.id(), message.time())
        : inbound.deepCopy().put("messageId", providerId(message));
  }

  private static ObjectNode receipt(
      Conversation conversation, Message message, ReceiptRecord receipt) {
    ObjectNode body = Json.object();
    body.put("id", message.id());
    body.set("channel", WebhookBodies.channel(conversation, message.id(), receipt.time()));
    body.put("type", "Receipt").put("status", receipt.status());
    if (!receipt.reasons().isEmpty()) {
      ArrayNode reasons = body.putArray("reasons");
      receipt.reasons().forEach(text -> reasons.add(Reason.parse(text).node()));
    }
    return body.put("isFinalReceipt", receipt.last()).put("direction", "Outbound");
  }

  private static ArrayNode content(Message message) {
    ArrayNode content = Json.array();
    Attachment attachment = message.attachment();
    if (attachment != null && !attachment.isDropped()) {
      content
          .addObject()
          .put("contentType", "Attachment")
          .set("attachment", attachment(attachment));
    }
    String structured = message.structured();
    if (structured != null) {
      JsonNode tree = Json.read(structured);
      if (tree instanceof ArrayNode offered) {
        content.addAll(offered);
      } else {
        content.addObject().put("contentType", "ButtonResponse").set("buttonResponse", tree);
      }
    }
    return content;
  }

  private static ObjectNode attachment(Attachment attachment) {
    ObjectNode node = Json.object();
    node.put("id", attachment.id()).put("mediaType", attachment.mediaType());
    if (attachment.url() != null) {
      node.put("url", attachment.url());
    }
    node.put("mime", attachment.mime());
    if (!attachment.name().isEmpty()) {
      node.put("filename", attachment.name());
    }
    if (attachment.size() > 0) {
      node.put("contentSizeBytes", attachment.size());
    }
    return node;
  }

  private static ArrayNode media(Message message) {
    ArrayNode media = Json.array();
    Attachment attachment = message.attachment();
    if (attachment != null && !attachment.isDropped()) {
      ObjectNode file = media.addObject();
      if (attachment.url() != null) {
        file.put("url", attachment.url());
      }
      file.put("mediaType", attachment.mime());
      if (attachment.size() > 0) {
        file.put("contentLengthBytes", attachment.size());
      }
      file.put("name", attachment.name()).put("id", attachment.id());
    }
    return media;
  }
}
