// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.bot.BotDescription;

/** How Genesys Cloud asks in each version of the Bot Connector. */
enum Wire {
  V1("Bot Connector v1", "/v1/utterance"),
  V2("Bot Connector v2", "/v2/messages");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String shown;
  private final String path;

  Wire(String shown, String path) {
    this.shown = shown;
    this.path = path;
  }

  String path() {
    return path;
  }

  /** The body by which an utterance is posted. */
  String request(BotDescription bot, Conversation conversation, Utterance utterance) {
    ObjectNode request = JSON.createObjectNode();
    request.put("botId", this == V1 ? bot.name() : bot.id());
    request.put("botVersion", conversation.version().version());
    request.put("botSessionId", conversation.sessionId());
    if (this == V1) {
      request.putObject("chatBot").put("id", bot.id()).put("name", bot.name());
    } else {
      request.put("messageId", conversation.messageId());
    }
    ObjectNode message = request.putObject("inputMessage");
    message.put("type", utterance.payload() == null ? "Text" : "Structured");
    if (utterance.text() != null) {
      message.put("text", utterance.text());
    }
    if (utterance.payload() != null) {
      ObjectNode content = message.putArray("content").addObject();
      content.put("contentType", "ButtonResponse");
      content
          .putObject("buttonResponse")
          .put("type", "QuickReply")
          .put("text", utterance.text())
          .put("payload", utterance.payload());
    }
    request.put("languageCode", conversation.version().languages().get(0));
    request.put("botSessionTimeout", 60);
    request.put("genesysConversationId", conversation.id());
    if (conversation.isFirst() && !conversation.dialogue().variables().isEmpty()) {
      ObjectNode parameters = request.putObject("parameters");
      conversation.dialogue().variables().forEach(parameters::put);
    }
    return request.toString();
  }

  /** An answer's body, or a missing node when it is not one JSON document. */
  static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public String toString() {
    return shown;
  }
}
