// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads and validates the reply messages of a bot in the normalized message format. */
final class BotReplies {
  private static final List<String> TYPES = List.of("Text", "Structured");
  private static final List<String> MEDIA = List.of("Image", "Video", "Audio", "File", "Link");
  private static final int MOST_CARDS = 10;

  private final boolean digital;
  private final boolean filesAllowed;

  /**
   * @param digital whether the rules of v2 hold: exact case of enums, payloads required, files
   *     known
   * @param filesAllowed whether the integration lets files pass
   */
  BotReplies(boolean digital, boolean filesAllowed) {
    this.digital = digital;
    this.filesAllowed = filesAllowed;
  }

  List<BotReply> read(List<JsonView> messages) {
    List<BotReply> replies = new ArrayList<>();
    for (JsonView message : messages) {
      String type =
          digital
              ? message.exactly("type", "ReplyMessageType", TYPES)
              : message.oneOf("type", "ReplyMessageType", TYPES);
      replies.add(type.equals("Text") ? text(message) : structured(message));
    }
    return replies;
  }

  private BotReply text(JsonView message) {
    List<JsonView> content = message.optionalObjects("content");
    if (content.isEmpty()) {
      return new BotReply(message.text("text"), null, null);
    }
    if (content.size() > 1 || !contentType(content.get(0)).equals("Attachment")) {
      throw InvalidBodyException.of(
          message.path("content") + " of type Text should hold one Attachment");
    }
    if (!digital || !filesAllowed) {
      throw InvalidBodyException.of(
          message.path("content") + " holds an attachment, which the integration does not allow");
    }
    return new BotReply(message.optionalText("text"), null, file(content.get(0)));
  }

  private static BotReply.File file(JsonView item) {
    JsonView attachment = item.object("attachment");
    String mime = attachment.optionalText("mime");
    URI url;
    try {
      url = URI.create(attachment.nonEmpty("url"));
    } catch (IllegalArgumentException e) {
      throw InvalidBodyException.of(attachment.path("url") + " should be a URL");
    }
    return new BotReply.File(
        url,
        new Attachment(
            attachment.nonEmpty("id"),
            attachment.nonEmpty("filename"),
            mime == null ? "" : mime,
            attachment.exactly("mediaType", "MediaType", MEDIA)));
  }

  private BotReply structured(JsonView message) {
    List<JsonView> content = message.objects("content", Integer.MAX_VALUE);
    if (content.isEmpty()) {
      throw InvalidBodyException.of(message.path("content") + " should have at least one item");
    }
    ArrayNode items = Json.object().putArray("content");
    for (JsonView item : content) {
      String type = contentType(item);
      switch (type) {
        case "QuickReply" -> quickReply(item, items);
        case "Card" -> {
          card(item.object("card"));
          items.add(item.node());
        }
        case "Carousel" -> {
          item.object("carousel").objects("cards", MOST_CARDS).forEach(this::card);
          items.add(item.node());
        }
        default ->
            throw InvalidBodyException.notAllowed(
                type, "ContentType", List.of("QuickReply", "Card", "Carousel"));
      }
    }
    return new BotReply(message.optionalText("text"), items, null);
  }

  private void quickReply(JsonView item, ArrayNode items) {
    JsonView reply = item.object("quickReply");
    String text = reply.nonEmpty("text");
    String payload = payload(reply, text);
    ObjectNode normalized = reply.node().deepCopy();
    normalized.put("payload", payload).put("action", "Message");
    items.addObject().put("contentType", "QuickReply").set("quickReply", normalized);
  }

  /** A known v1 bot leaves the payload out; v2 demands it. */
  private String payload(JsonView reply, String text) {
    if (digital) {
      return reply.text("payload");
    }
    String payload = reply.optionalText("payload");
    return payload == null ? text : payload;
  }

  private void card(JsonView card) {
    card.nonEmpty("title");
    List<JsonView> actions = card.objects("actions", Integer.MAX_VALUE);
    for (JsonView action : actions) {
      action.nonEmpty("text");
      action(action);
    }
    JsonView defaultAction = card.optionalObject("defaultAction");
    if (defaultAction != null) {
      action(defaultAction);
    }
  }

  private static void action(JsonView action) {
    String type = action.oneOf("type", "CardActionType", List.of("Link", "Postback"));
    action.nonEmpty(type.equals("Link") ? "url" : "payload");
  }

  private String contentType(JsonView item) {
    String type = item.text("contentType");
    if (digital) {
      return type;
    }
    for (String known : List.of("QuickReply", "Card", "Carousel", "Attachment")) {
      if (known.toLowerCase(Locale.ROOT).equals(type.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    return type;
  }
}
