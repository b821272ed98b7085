// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Profile;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one <a href="https://core.telegram.org/bots/api#update">Update</a>. Total: whatever the
 * JSON, the result is an update of ours or a reason, since Telegram repeats what is refused for a
 * day and holds the chat back meanwhile.
 */
final class UpdateReader {
  /**
   * What we ask Telegram to send. Updates of business connections are not handled yet, but asked
   * for, so that they show as ignored instead of staying away unseen.
   */
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

  /** A deep link arrives as this command with the link's parameter. */
  private static final Pattern START = Pattern.compile("/start ([A-Za-z0-9_-]{1,64})");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{2,35}");

  private static final int BODY_BYTES = 1024 * 1024;

  private static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member", "message_reaction");

  private final String account;
  private final Clock clock;

  UpdateReader(String account, Clock clock) {
    this.account = account;
    this.clock = clock;
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
    try {
      return read(id, update);
    } catch (RuntimeException e) {
      // A fault of ours must cost one message, not block the chat. No stack trace: it may quote.
      log.error("Telegram update {} could not be read: {}", id, e.getClass().getName());
      return ignored(id, "the reader failed with " + e.getClass().getSimpleName());
    }
  }

  private Reading read(String id, WireObject update) {
    String kind = KINDS.stream().filter(update::has).findFirst().orElse(null);
    if (kind == null) {
      return ignored(id, "no kind that is handled, but " + otherKinds(update));
    }
    WireObject body = update.object(kind);
    WireObject chat =
        kind.equals("callback_query") ? body.object("message").object("chat") : body.object("chat");
    String chatId = chat.id("id");
    if (chatId == null || !"private".equals(chat.text("type"))) {
      return ignored(id, kind + ": not in a private chat");
    }
    Peer peer = new Peer(TelegramAdapter.MESSENGER, account, chatId);
    return switch (kind) {
      case "message" -> received(id, peer, body);
      case "edited_message" -> edited(id, peer, body);
      case "callback_query" -> pressed(id, peer, body);
      case "my_chat_member" -> membership(id, peer, body);
      default -> reacted(id, peer, body);
    };
  }

  private Reading received(String id, Peer peer, WireObject body) {
    String messageId = body.id("message_id");
    if (messageId == null) {
      return ignored(id, "message: without message_id");
    }
    Part part = ContentReader.read(body);
    Message message = message(messageId, peer, at(body, "date"), part, body);
    return understood(new Update.Received(id, message, profile(body.object("from"), part)));
  }

  private Reading edited(String id, Peer peer, WireObject body) {
    String messageId = body.id("message_id");
    if (messageId == null) {
      return ignored(id, "edited_message: without message_id");
    }
    if (body.has("location")) {
      // Only live locations change, as often as the customer moves.
      return ignored(id, "edited_message: a live location moved");
    }
    Instant at = at(body, body.has("edit_date") ? "edit_date" : "date");
    Part part = ContentReader.read(body);
    return understood(new Update.Edited(id, message(messageId, peer, at, part, body)));
  }

  private Message message(String messageId, Peer peer, Instant at, Part part, WireObject body) {
    Map<String, String> attributes = new HashMap<>();
    if (part instanceof Text text) {
      Matcher start = START.matcher(text.text());
      if (start.matches()) {
        attributes.put(TelegramAdapter.ENTRY_REFERENCE, start.group(1));
      }
    }
    String album = body.name("media_group_id");
    if (album != null) {
      attributes.put(TelegramAdapter.MEDIA_GROUP_ID, album);
    }
    String replyTo = body.object("reply_to_message").id("message_id");
    return new Message(messageId, peer, at, List.of(part), replyTo, attributes);
  }

  /**
   * A pressed button. It is no message of Telegram's, so the message's id is made of the press; and
   * it carries no time, so the time is ours.
   */
  private Reading pressed(String id, Peer peer, WireObject body) {
    String press = body.name("id");
    String data = body.text("data");
    WireObject offer = body.object("message");
    if (press == null || data == null) {
      return ignored(id, "callback_query: without id or data");
    }
    Selection selection =
        new Selection(
            Selection.Source.QUICK_REPLY, label(offer, data), data, offer.id("message_id"));
    Message message =
        new Message(
            "callback:" + press,
            peer,
            clock.instant(),
            List.of(selection),
            null,
            Map.of(TelegramAdapter.CALLBACK_QUERY_ID, press));
    return understood(new Update.Received(id, message, profile(body.object("from"), selection)));
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
  private Reading membership(String id, Peer peer, WireObject body) {
    Instant at = at(body, "date");
    String status = Objects.requireNonNullElse(body.object("new_chat_member").text("status"), "");
    return switch (status) {
      case "kicked" -> understood(new Update.Stopped(id, peer, at));
      case "member" ->
          understood(new Update.Started(id, peer, profile(body.object("from"), null), null, at));
      default -> ignored(id, "my_chat_member: neither blocked nor unblocked");
    };
  }

  private Reading reacted(String id, Peer peer, WireObject body) {
    String messageId = body.id("message_id");
    List<WireObject> reactions = body.objects("new_reaction");
    String emoji =
        reactions.stream()
            .flatMap(reaction -> Stream.ofNullable(reaction.name("emoji")))
            .collect(Collectors.joining());
    if (messageId == null || (emoji.isEmpty() && !reactions.isEmpty())) {
      return ignored(id, "message_reaction: without message_id, or of a kind without emoji");
    }
    return understood(
        new Update.Reacted(id, peer, messageId, emoji.isEmpty() ? null : emoji, at(body, "date")));
  }

  private static @Nullable Profile profile(WireObject from, @Nullable Part part) {
    String first = from.name("first_name");
    String last = from.name("last_name");
    String names = Stream.of(first, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
    String display = names.isEmpty() ? from.name("username") : names;
    String language = from.name("language_code");
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      language = null;
    }
    String phone = part instanceof Contact contact && contact.own() ? contact.phoneNumber() : null;
    return display == null && language == null && phone == null
        ? null
        : new Profile(display, first, last, language, phone);
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

  private static Reading understood(Update update) {
    return new Reading.Understood(update);
  }

  private static Reading ignored(String id, String reason) {
    return new Reading.Ignored("update " + id + ": " + reason);
  }
}
