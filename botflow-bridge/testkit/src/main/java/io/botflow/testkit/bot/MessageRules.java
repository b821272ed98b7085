// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Genesys Cloud wants of the messages of an answer. Used once. */
final class MessageRules {
  private static final int MOST_CARDS = 10;

  private final Wire wire;
  private final String field;
  private final List<String> broken = new ArrayList<>();

  MessageRules(Wire wire, String field) {
    this.wire = wire;
    this.field = field;
  }

  /** The rules that the messages break, each with the field at fault. */
  List<String> brokenBy(JsonNode messages) {
    require(messages.isMissingNode() || messages.isArray(), field, "must be an array");
    for (int i = 0; i < messages.size(); i++) {
      message(messages.get(i), field + "[" + i + "]");
    }
    return List.copyOf(broken);
  }

  private void message(JsonNode message, String at) {
    JsonNode content = message.path("content");
    String type = message.path("type").asText();
    if (type.equals("Text")) {
      require(message.path("text").isTextual() || !content.isEmpty(), at, "Text must have a text");
      content.forEach(item -> attachment(item, at));
    } else if (type.equals("Structured")) {
      require(content.isArray() && !content.isEmpty(), at, "Structured must have content");
      content.forEach(item -> structured(item, at));
    } else {
      require(false, at + ".type", "must be Text or Structured");
    }
  }

  private void attachment(JsonNode item, String at) {
    boolean is = item.path("contentType").asText().equals("Attachment");
    require(is && wire == Wire.V2, at, "Text carries nothing but attachments, and in v2 only");
    JsonNode attachment = item.path("attachment");
    for (String required : List.of("id", "mediaType", "url", "filename")) {
      require(isWords(attachment.path(required)), at + ".attachment." + required, "must be there");
    }
  }

  private void structured(JsonNode item, String at) {
    switch (item.path("contentType").asText()) {
      case "QuickReply" -> {
        words(item.at("/quickReply/text"), at + ".quickReply.text");
        words(item.at("/quickReply/payload"), at + ".quickReply.payload");
      }
      case "Card" -> card(item.path("card"), at + ".card");
      case "Carousel" -> carousel(item.at("/carousel/cards"), at + ".carousel");
      default -> require(false, at, "Structured carries quick replies, cards and carousels only");
    }
  }

  private void carousel(JsonNode cards, String at) {
    require(!cards.isEmpty() && cards.size() <= MOST_CARDS, at, "must have 1 to 10 cards");
    cards.forEach(card -> card(card, at));
    Set<String> told = new HashSet<>();
    for (JsonNode card : cards) {
      for (JsonNode action : card.path("actions")) {
        if (action.path("type").asText().equals("Postback")) {
          String button = action.path("text").asText() + "\n" + action.path("payload").asText();
          require(told.add(button), at, "must not have one button on two cards");
        }
      }
    }
  }

  private void card(JsonNode card, String at) {
    words(card.path("title"), at + ".title");
    require(!card.path("actions").isEmpty(), at + ".actions", "must be there");
    card.path("actions")
        .forEach(
            action -> {
              words(action.path("text"), at + ".actions.text");
              target(action, at + ".actions");
            });
    if (card.has("defaultAction")) {
      target(card.path("defaultAction"), at + ".defaultAction");
    }
  }

  private void target(JsonNode action, String at) {
    switch (action.path("type").asText()) {
      case "Link" -> words(action.path("url"), at + ".url");
      case "Postback" -> words(action.path("payload"), at + ".payload");
      default -> require(false, at + ".type", "must be Link or Postback");
    }
  }

  private void words(JsonNode node, String at) {
    require(isWords(node), at, "must be there");
  }

  private static boolean isWords(JsonNode node) {
    return node.isTextual() && !node.asText().isEmpty();
  }

  private void require(boolean kept, String at, String rule) {
    if (!kept) {
      broken.add(at + " " + rule);
    }
  }
}
