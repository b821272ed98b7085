// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The methods about messages that exist already: delete, read, react, acknowledge a button. */
final class MessageMethods {
  private static final Duration DELETABLE = Duration.ofDays(2);
  private static final int MAX_QUERY_ANSWER = 200;
  private static final int MAX_DELETED = 100;

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
        new Method("deleteMessage", List.of("chat_id", "message_id"), List.of(), this::delete),
        new Method(
            "deleteMessages", List.of("chat_id", "message_ids"), List.of(), this::deleteSeveral),
        new Method(
            "deleteBusinessMessages",
            List.of("business_connection_id", "message_ids"),
            List.of(),
            this::deleteBusiness),
        new Method(
            "readBusinessMessage",
            List.of("business_connection_id", "chat_id", "message_id"),
            List.of(),
            this::readBusiness),
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

  /** Messages that are gone, or too old, are passed over. */
  private Answer deleteSeveral(Call call) {
    Chat chat = chats.reachable(call);
    List<Long> ids = messageIds(call);
    for (long id : ids) {
      if (chat.message(id).isPresent()) {
        traffic.toCustomer("deleteMessages", chat.id(), id);
        chat.delete(id);
      }
    }
    return Answer.done();
  }

  /** Telegram names no chat here: in business accounts message ids count per account. */
  private Answer deleteBusiness(Call call) {
    String connection = chats.connection(call);
    List<Long> ids = messageIds(call);
    for (Chat chat : chats.all()) {
      if (connection.equals(chat.connection())) {
        for (long id : ids) {
          if (chat.delete(id)) {
            traffic.toCustomer("deleteBusinessMessages", chat.id(), id);
          }
        }
      }
    }
    return Answer.done();
  }

  private Answer readBusiness(Call call) {
    Chat chat = chats.reachable(call);
    existing(chat, call, "message to read not found");
    chat.read(messageId(call));
    return Answer.done();
  }

  private static List<Long> messageIds(Call call) {
    JsonNode ids = call.json("message_ids").orElse(MissingNode.getInstance());
    if (!ids.isArray() || ids.isEmpty()) {
      throw ApiError.badRequest("message identifiers are not specified");
    }
    if (ids.size() > MAX_DELETED) {
      throw ApiError.badRequest("too many message identifiers specified");
    }
    List<Long> numbers = new ArrayList<>();
    for (JsonNode id : ids) {
      if (!id.canConvertToLong()) {
        throw ApiError.badRequest("can't parse message identifiers: Expected an Array of Number");
      }
      numbers.add(id.asLong());
    }
    return numbers;
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
      if (chat.presses().answer(queryId, text, clock.instant())) {
        return Answer.done();
      }
    }
    throw ApiError.badRequest(
        "query is too old and response timeout expired or query ID is invalid");
  }

  static long messageId(Call call) {
    return call.number("message_id", 0);
  }

  static ObjectNode existing(Chat chat, Call call, String complaint) {
    if (messageId(call) <= 0) {
      throw ApiError.badRequest("message identifier is not specified");
    }
    return chat.message(messageId(call)).orElseThrow(() -> ApiError.badRequest(complaint));
  }
}
