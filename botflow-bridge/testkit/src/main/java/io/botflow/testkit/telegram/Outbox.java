// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import javax.annotation.Nullable;

/** The way of the bot's messages to the customers' telephones. */
final class Outbox {
  private final Clock clock;
  private final ObjectNode bot;
  private final Chats chats;
  private final Traffic traffic;

  Outbox(Clock clock, ObjectNode bot, Chats chats, Traffic traffic) {
    this.clock = clock;
    this.bot = bot;
    this.chats = chats;
    this.traffic = traffic;
  }

  /**
   * Checks all that sending methods have in common: chat, keyboard, and the message replied to.
   *
   * @throws ApiError what Telegram would say
   */
  Envelope address(Call call) {
    Chat chat = chats.reachable(call);
    return new Envelope(chat, Keyboards.of(call), repliedTo(chat, call));
  }

  @Nullable
  private static ObjectNode repliedTo(Chat chat, Call call) {
    JsonNode parameters = call.json("reply_parameters").orElse(Json.object());
    if (!parameters.has("message_id")) {
      return null;
    }
    ObjectNode replied = chat.message(parameters.path("message_id").asLong()).orElse(null);
    if (replied == null && !parameters.path("allow_sending_without_reply").asBoolean(false)) {
      throw ApiError.badRequest("message to be replied not found");
    }
    // Telegram shows one level only.
    return replied == null ? null : replied.without("reply_to_message");
  }

  /**
   * Delivers a message.
   *
   * @param content the message's own fields
   * @return Telegram's {@code Message}
   */
  ObjectNode send(
      String method, Envelope envelope, ObjectNode content, @Nullable TelegramFile file) {
    Chat chat = envelope.chat();
    Instant now = clock.instant();
    ObjectNode message = chat.newMessage(bot.deepCopy(), now);
    if (envelope.repliedTo() != null) {
      message.set("reply_to_message", envelope.repliedTo());
    }
    message.setAll(content);
    if (Keyboards.inline(envelope.markup())) {
      message.set("reply_markup", envelope.markup());
    }
    traffic.toCustomer(method, chat.id(), message.path("message_id").asLong());
    chat.show(new TelegramMessage(method, message, envelope.markup(), file, now), message);
    return message;
  }

  /** Where a message goes, its keyboard or a missing node, and what it replies to. */
  record Envelope(Chat chat, JsonNode markup, @Nullable ObjectNode repliedTo) {}
}
