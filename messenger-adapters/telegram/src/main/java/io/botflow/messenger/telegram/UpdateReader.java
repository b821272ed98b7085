// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Selection;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one <a href="https://core.telegram.org/bots/api#update">Update</a>. Total: whatever the
 * JSON, the result is updates of ours or a reason, since Telegram repeats what is refused for a day
 * and holds the chat back meanwhile.
 */
final class UpdateReader {
  /** What we ask Telegram to send. */
  static final List<String> ALLOWED_UPDATES =
      List.of(
          "message",
          "edited_message",
          "callback_query",
          "my_chat_member",
          "message_reaction",
          "business_connection",
          "business_message",
          "edited_business_message",
          "deleted_business_messages");

  private static final Logger log = LoggerFactory.getLogger(UpdateReader.class);

  private static final int BODY_BYTES = 1024 * 1024;

  private final String account;
  private final Clock clock;
  private final MessageReader messages;

  UpdateReader(String account, Clock clock, Formatting formatting) {
    this.account = account;
    this.clock = clock;
    this.messages = new MessageReader(formatting);
  }

  /** Reads the body of a webhook. */
  Reading read(byte[] body) {
    if (body.length > BODY_BYTES) {
      return new Reading.Ignored("not an update: a body of " + body.length + " bytes");
    }
    try {
      return read(Json.webhook(body));
    } catch (IOException e) {
      // The parser's own message quotes the body.
      return new Reading.Ignored("not JSON within limits: " + e.getClass().getSimpleName());
    }
  }

  Reading read(JsonNode json) {
    WireObject update = WireObject.of(json);
    String id = update.id("update_id");
    if (id == null) {
      return new Reading.Ignored("not an update: update_id is missing");
    }
    String kind = ALLOWED_UPDATES.stream().filter(update::has).findFirst().orElse(null);
    if (kind == null) {
      return ignored(id, "no kind that is handled, but " + otherKinds(update));
    }
    try {
      return read(new Envelope(id, kind, update.object(kind)));
    } catch (RuntimeException e) {
      // A fault of ours must cost one message, not block the chat. No stack trace: it may quote.
      log.error("Telegram update {} could not be read: {}", id, e.getClass().getName());
      return ignored(id, "the reader failed with " + e.getClass().getSimpleName());
    }
  }

  private Reading read(Envelope update) {
    WireObject body = update.body();
    if (update.kind().equals("business_connection")) {
      return update.ignored(
          body.flag("is_enabled") ? "a business account connected" : "a business account left");
    }
    WireObject place = update.kind().equals("callback_query") ? body.object("message") : body;
    String chatId = place.object("chat").id("id");
    if (chatId == null || !"private".equals(place.object("chat").text("type"))) {
      return update.ignored("not in a private chat");
    }
    String connection = place.name("business_connection_id");
    Optional<String> userId = ChatAddress.userId(chatId, connection);
    if (userId.isEmpty() || (update.business() && connection == null)) {
      return update.ignored("without a usable business_connection_id");
    }
    Peer peer = new Peer(TelegramAdapter.MESSENGER, account, userId.get());
    return switch (update.kind()) {
      case "message", "business_message" -> received(update, peer, chatId);
      case "edited_message", "edited_business_message" -> edited(update, peer, chatId);
      case "deleted_business_messages" -> deleted(update, peer);
      case "callback_query" -> pressed(update, peer);
      case "my_chat_member" -> membership(update, peer);
      default -> reacted(update, peer);
    };
  }

  private Reading received(Envelope update, Peer peer, String chatId) {
    WireObject body = update.body();
    String refusal = refusal(update, chatId);
    if (refusal != null) {
      return update.ignored(refusal);
    }
    Message message = messages.message(update.messageId(), peer, at(body, "date"), body);
    return update.understood(
        new Update.Received(
            update.id(), message, MessageReader.profile(body.object("from"), message.parts())));
  }

  private Reading edited(Envelope update, Peer peer, String chatId) {
    WireObject body = update.body();
    String refusal = refusal(update, chatId);
    if (refusal != null) {
      return update.ignored(refusal);
    }
    if (body.has("location")) {
      // Only live locations change, as often as the customer moves.
      return update.ignored("a live location moved");
    }
    Instant at = at(body, body.has("edit_date") ? "edit_date" : "date");
    return update.understood(
        new Update.Edited(update.id(), messages.message(update.messageId(), peer, at, body)));
  }

  /** Why a message is nothing to us; null when it is something. */
  private static @Nullable String refusal(Envelope update, String chatId) {
    WireObject body = update.body();
    if (body.id("message_id") == null) {
      return "without message_id";
    }
    if (update.business() && !chatId.equals(body.object("from").id("id"))) {
      // The owner of the business account wrote, by hand or by way of this bot.
      return "not written by the customer";
    }
    String notice = ContentReader.notice(body);
    return notice == null ? null : "a notice of Telegram's, " + notice;
  }

  /** Telegram tells bots of deleted messages in the chats of business accounts only. */
  private Reading deleted(Envelope update, Peer peer) {
    List<Update> deleted =
        StreamSupport.stream(update.body().array("message_ids").spliterator(), false)
            .filter(id -> id.isIntegralNumber() && id.canConvertToLong())
            .map(JsonNode::asText)
            .distinct()
            .<Update>map(
                id -> new Update.Deleted(update.id() + ":" + id, peer, id, clock.instant()))
            .toList();
    return deleted.isEmpty()
        ? update.ignored("without message_ids")
        : new Reading.Understood(deleted);
  }

  /**
   * A pressed button. It is no message of Telegram's, so the message's id is made of the press; and
   * it carries no time, so the time is ours.
   */
  private Reading pressed(Envelope update, Peer peer) {
    WireObject body = update.body();
    String press = body.name("id");
    String data = body.text("data");
    WireObject offer = body.object("message");
    if (press == null || data == null) {
      return update.ignored("without id or data");
    }
    Selection selection =
        new Selection(
            Selection.Source.QUICK_REPLY, label(offer, data), data, offer.id("message_id"));
    Map<String, String> attributes = new HashMap<>();
    attributes.put(TelegramAttributes.CALLBACK_QUERY_ID, press);
    String connection = offer.name("business_connection_id");
    if (connection != null) {
      attributes.put(TelegramAttributes.BUSINESS_CONNECTION_ID, connection);
    }
    Message message =
        new Message(
            "callback:" + press, peer, clock.instant(), List.of(selection), null, attributes);
    return update.understood(
        new Update.Received(
            update.id(), message, MessageReader.profile(body.object("from"), List.of())));
  }

  /** What stood on the button; its hidden value where the message is no longer accessible. */
  private static String label(WireObject offer, String data) {
    for (JsonNode row : offer.object("reply_markup").array("inline_keyboard")) {
      for (JsonNode cell : row) {
        WireObject button = WireObject.of(cell);
        String text = button.text("text");
        if (text != null && data.equals(button.text("callback_data"))) {
          return text;
        }
      }
    }
    return data;
  }

  /** In a private chat this is how a customer blocks the bot, and lets it in again. */
  private Reading membership(Envelope update, Peer peer) {
    WireObject body = update.body();
    Instant at = at(body, "date");
    String status = Objects.requireNonNullElse(body.object("new_chat_member").text("status"), "");
    return switch (status) {
      case "kicked" -> update.understood(new Update.Stopped(update.id(), peer, at));
      case "member" ->
          update.understood(
              new Update.Started(
                  update.id(),
                  peer,
                  MessageReader.profile(body.object("from"), List.of()),
                  null,
                  at));
      default -> update.ignored("neither blocked nor unblocked");
    };
  }

  private Reading reacted(Envelope update, Peer peer) {
    WireObject body = update.body();
    String messageId = body.id("message_id");
    List<WireObject> reactions = body.objects("new_reaction");
    String emoji =
        reactions.stream()
            .flatMap(reaction -> Stream.ofNullable(reaction.name("emoji")))
            .collect(Collectors.joining());
    if (messageId == null || (emoji.isEmpty() && !reactions.isEmpty())) {
      return update.ignored("without message_id, or of a kind without emoji");
    }
    return update.understood(
        new Update.Reacted(
            update.id(), peer, messageId, emoji.isEmpty() ? null : emoji, at(body, "date")));
  }

  private Instant at(WireObject body, String field) {
    Instant at = WireTime.at(body, field);
    return at == null ? clock.instant() : at;
  }

  /** The kinds we do not know, shortened: their names come from outside. */
  private static String otherKinds(WireObject update) {
    String names =
        update.fields().stream()
            .filter(field -> field.matches("[a-z_]{1,64}") && !field.equals("update_id"))
            .limit(3)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nothing" : names;
  }

  private static Reading ignored(String id, String reason) {
    return new Reading.Ignored("update " + id + ": " + reason);
  }

  /** One update: its id, its kind, and the object under the kind's name. */
  private record Envelope(String id, String kind, WireObject body) {
    boolean business() {
      return kind.contains("business");
    }

    /** The message's id, once it is certain that there is one. */
    String messageId() {
      return Objects.requireNonNull(body.id("message_id"), "message_id");
    }

    Reading understood(Update update) {
      return new Reading.Understood(List.of(update));
    }

    Reading ignored(String reason) {
      return UpdateReader.ignored(id, kind + ": " + reason);
    }
  }
}
