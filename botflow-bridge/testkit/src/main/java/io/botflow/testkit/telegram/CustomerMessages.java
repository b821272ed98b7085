// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** Turns what a customer does into the updates that Telegram makes of it. */
final class CustomerMessages {
  private final Chat chat;
  private final Uplink uplink;

  CustomerMessages(Chat chat, Uplink uplink) {
    this.chat = chat;
    this.uplink = uplink;
  }

  /** Sends a message with the given fields and returns its id. */
  long send(ObjectNode content) {
    requireUnblocked();
    chat.start();
    ObjectNode message = chat.newMessage(chat.user(), uplink.clock().instant());
    message.setAll(content);
    chat.remember(message);
    long id = message.path("message_id").asLong();
    uplink.send("message", chat, Long.toString(id), message.deepCopy());
    return id;
  }

  long send(TelegramContent content) {
    requireUnblocked();
    return send(content.json(uplink));
  }

  List<Long> sendAlbum(List<TelegramContent> contents) {
    if (contents.size() < 2 || contents.size() > 10) {
      throw new IllegalArgumentException("an album has 2 to 10 files, not " + contents.size());
    }
    String group = Long.toString((chat.id() << 20) + uplink.queries().incrementAndGet());
    return contents.stream().map(content -> send(content.inAlbum(group))).toList();
  }

  long sendFile(
      String kind,
      @Nullable String fileName,
      @Nullable String mimeType,
      byte[] bytes,
      @Nullable String caption) {
    TelegramFile file =
        uplink
            .files()
            .keep(kind, fileName, MediaTypes.of(mimeType, fileName, bytes), bytes.clone());
    return send(uplink.objects().content(kind, file, caption == null ? "" : caption));
  }

  long sendSticker(byte[] webp, String emoji) {
    TelegramFile file = uplink.files().keep("sticker", null, "image/webp", webp.clone());
    ObjectNode content = uplink.objects().content("sticker", file, "");
    content.withObject("/sticker").put("emoji", emoji);
    return send(content);
  }

  long shareOwnNumber(String phoneNumber) {
    ObjectNode content = Json.object();
    ObjectNode contact = content.putObject("contact").put("phone_number", phoneNumber);
    contact.set("first_name", chat.user().get("first_name"));
    contact.put("user_id", chat.id());
    return send(content);
  }

  /** Sends an update as it is; its kind is the first field that is not the id. */
  void sendRaw(ObjectNode update) {
    String kind = "";
    for (Map.Entry<String, JsonNode> field : update.properties()) {
      if (kind.isEmpty() && !field.getKey().equals("update_id")) {
        kind = field.getKey();
      }
    }
    chat.start();
    uplink.traffic().fromCustomer(kind, chat.id(), "");
    uplink.queue().addRaw(kind, chat.id(), update);
  }

  /** Presses a button of either keyboard; returns the callback query's id, if one came of it. */
  String pressButton(TelegramMessage message, String label) {
    JsonNode markup = message.replyMarkup();
    JsonNode button =
        Keyboards.buttons(markup).stream()
            .filter(each -> Keyboards.label(each).equals(label))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no button " + label + "; there are: " + message.buttons()));
    if (button.has("callback_data")) {
      return press(message.id(), button.path("callback_data").asText());
    }
    boolean asks =
        button.path("request_contact").asBoolean() || button.path("request_location").asBoolean();
    if (Keyboards.inline(markup) || asks) {
      throw new IllegalArgumentException(
          "button " + label + " sends no payload; use shareOwnNumber or sendLocation if it asks");
    }
    send(Json.object().put("text", label));
    return "";
  }

  private String press(long messageId, String data) {
    requireUnblocked();
    String queryId = Long.toString((chat.id() << 20) + uplink.queries().incrementAndGet());
    Instant now = uplink.clock().instant();
    ObjectNode query = Json.object().put("id", queryId);
    query.set("from", chat.user());
    query.set("message", known(messageId));
    query.put("chat_instance", Long.toString(-chat.id())).put("data", data);
    chat.presses().open(queryId, now.plus(uplink.queryLifetime()));
    uplink.send("callback_query", chat, Long.toString(messageId), query);
    return queryId;
  }

  void edit(long messageId, String text) {
    requireUnblocked();
    ObjectNode message = known(messageId);
    message.put("edit_date", uplink.clock().instant().getEpochSecond());
    message.put(message.has("text") ? "text" : "caption", text);
    chat.remember(message);
    uplink.send("edited_message", chat, Long.toString(messageId), message.deepCopy());
  }

  void react(long messageId, String emoji) {
    requireUnblocked();
    requireOwnChat();
    ObjectNode reaction = Json.object();
    reaction.set("chat", chat.json());
    reaction.put("message_id", messageId);
    reaction.set("user", chat.user());
    reaction.put("date", uplink.clock().instant().getEpochSecond());
    String before = chat.ownReaction(messageId, emoji);
    fill(reaction.putArray("old_reaction"), before);
    fill(reaction.putArray("new_reaction"), emoji);
    uplink.send("message_reaction", chat, Long.toString(messageId), reaction);
  }

  private static void fill(ArrayNode reactions, String emoji) {
    if (!emoji.isEmpty()) {
      reactions.addObject().put("type", "emoji").put("emoji", emoji);
    }
  }

  /** Tells the bot of a block or its end. */
  void membership(String before, String after) {
    requireOwnChat();
    ObjectNode change = Json.object();
    change.set("chat", chat.json());
    change.set("from", chat.user());
    change.put("date", uplink.clock().instant().getEpochSecond());
    change.set("old_chat_member", member(before));
    change.set("new_chat_member", member(after));
    uplink.send("my_chat_member", chat, "", change);
  }

  private ObjectNode member(String status) {
    ObjectNode member = Json.object().put("status", status);
    member.set("user", uplink.bot().deepCopy());
    return status.equals("kicked") ? member.put("until_date", 0) : member;
  }

  ObjectNode known(long messageId) {
    return chat.message(messageId)
        .orElseThrow(
            () -> new IllegalArgumentException("no message " + messageId + " in the chat"));
  }

  private void requireOwnChat() {
    if (chat.connection() != null) {
      throw new IllegalStateException("the bot hears of no such thing in a business account");
    }
  }

  private void requireUnblocked() {
    if (chat.blocked()) {
      throw new IllegalStateException("the customer blocks the bot: call unblock() first");
    }
  }
}
