// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The methods about messages that exist already: edit, delete, react, acknowledge a button. */
final class MessageMethods {
  private static final Duration DELETABLE = Duration.ofDays(2);
  private static final int MAX_QUERY_ANSWER = 200;

  private final Clock clock;
  private final Chats chats;
  private final Traffic traffic;

  MessageMethods(Clock clock, Chats chats, Traffic traffic) {
    this.clock = clock;
    this.chats = chats;
    this.traffic = traffic;
  }

  List<Method> all() {
    return List.of(
        new Method(
            "editMessageText",
            List.of(),
            List.of("chat_id", "message_id", "text", "parse_mode", "reply_markup"),
            this::editMessageText),
        new Method("deleteMessage", List.of("chat_id", "message_id"), List.of(), this::delete),
        new Method(
            "setMessageReaction",
            List.of("chat_id", "message_id"),
            List.of("reaction"),
            this::setMessageReaction),
        new Method(
            "answerCallbackQuery",
            List.of("callback_query_id"),
            List.of("text", "show_alert"),
            this::answerCallbackQuery));
  }

  private Answer editMessageText(Call call) {
    String text = Texts.message(call);
    Chat chat = chats.reachable(call);
    JsonNode markup = Keyboards.of(call);
    ObjectNode message = existing(chat, call, "message to edit not found");
    TelegramMessage shown =
        chat.shown(messageId(call))
            .orElseThrow(() -> ApiError.badRequest("message can't be edited"));
    if (!message.has("text")) {
      throw ApiError.badRequest("there is no text in the message to edit");
    }
    JsonNode keyboard = Keyboards.inline(markup) ? markup : MissingNode.getInstance();
    if (shown.text().equals(text) && message.path("reply_markup").equals(keyboard)) {
      throw ApiError.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    Instant now = clock.instant();
    message.put("text", text).put("edit_date", now.getEpochSecond());
    message.remove("reply_markup");
    if (!keyboard.isMissingNode()) {
      message.set("reply_markup", keyboard);
    }
    traffic.toCustomer("editMessageText", chat.id(), messageId(call));
    chat.show(new TelegramMessage("editMessageText", message, keyboard, null, now), message);
    return Answer.of(message);
  }

  private Answer delete(Call call) {
    Chat chat = chats.reachable(call);
    ObjectNode message = existing(chat, call, "message to delete not found");
    Instant sent = Instant.ofEpochSecond(message.path("date").asLong());
    if (sent.plus(DELETABLE).isBefore(clock.instant())) {
      throw ApiError.badRequest("message can't be deleted for everyone");
    }
    traffic.toCustomer("deleteMessage", chat.id(), messageId(call));
    chat.delete(messageId(call));
    return Answer.done();
  }

  private Answer setMessageReaction(Call call) {
    Chat chat = chats.reachable(call);
    existing(chat, call, "message to react not found");
    JsonNode reactions = call.json("reaction").orElse(MissingNode.getInstance());
    JsonNode first = reactions.path(0);
    boolean emoji = first.path("type").asText("").equals("emoji");
    if (reactions.size() > 1
        || (!first.isMissingNode() && (!emoji || first.path("emoji").asText("").isEmpty()))) {
      throw ApiError.badRequest("REACTION_INVALID");
    }
    traffic.toCustomer("setMessageReaction", chat.id(), messageId(call));
    chat.react(messageId(call), first.path("emoji").asText(""));
    return Answer.done();
  }

  private Answer answerCallbackQuery(Call call) {
    String text = call.text("text");
    if (text.length() > MAX_QUERY_ANSWER) {
      throw ApiError.badRequest("MESSAGE_TOO_LONG");
    }
    String queryId = call.text("callback_query_id");
    for (Chat chat : chats.all()) {
      if (chat.answerQuery(queryId, text, clock.instant())) {
        return Answer.done();
      }
    }
    throw ApiError.badRequest(
        "query is too old and response timeout expired or query ID is invalid");
  }

  private static long messageId(Call call) {
    return call.number("message_id", 0);
  }

  private static ObjectNode existing(Chat chat, Call call, String complaint) {
    if (messageId(call) <= 0) {
      throw ApiError.badRequest("message identifier is not specified");
    }
    return chat.message(messageId(call)).orElseThrow(() -> ApiError.badRequest(complaint));
  }
}
