// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.Nullable;

/** The methods that change a message of the bot's: its text, its caption, its file, its buttons. */
final class EditMethods {
  private static final Set<String> KINDS =
      new TreeSet<>(Set.of("photo", "video", "animation", "audio", "document"));

  private final Clock clock;
  private final Chats chats;
  private final Traffic traffic;
  private final MediaSources sources;
  private final MediaObjects objects;

  EditMethods(
      Clock clock, Chats chats, Traffic traffic, MediaSources sources, MediaObjects objects) {
    this.sources = sources;
    this.objects = objects;
    this.clock = clock;
    this.chats = chats;
    this.traffic = traffic;
  }

  List<Method> all() {
    return List.of(
        edit("editMessageText", List.of("text", "entities", "parse_mode"), this::text),
        edit(
            "editMessageCaption",
            List.of("caption", "caption_entities", "parse_mode"),
            this::caption),
        edit("editMessageReplyMarkup", List.of(), (call, message) -> null),
        new Method(
            "editMessageMedia",
            List.of("media"),
            List.of("business_connection_id", "chat_id", "message_id", "reply_markup"),
            call -> edit("editMessageMedia", call, this::media)));
  }

  private Method edit(String name, List<String> further, Change change) {
    List<String> optional =
        new ArrayList<>(List.of("business_connection_id", "chat_id", "message_id", "reply_markup"));
    optional.addAll(further);
    return new Method(name, List.of(), optional, call -> edit(name, call, change));
  }

  private @Nullable TelegramFile text(Call call, ObjectNode message) {
    String text = Texts.message(call);
    if (!message.has("text")) {
      throw ApiError.badRequest("there is no text in the message to edit");
    }
    SentEntities.put(message.put("text", text), "text", call);
    return null;
  }

  private @Nullable TelegramFile caption(Call call, ObjectNode message) {
    String caption = Texts.caption(call);
    if (message.has("text")) {
      throw ApiError.badRequest("there is no caption in the message to edit");
    }
    message.remove("caption");
    if (!caption.isEmpty()) {
      message.put("caption", caption);
    }
    SentEntities.put(message, "caption", call);
    return null;
  }

  private TelegramFile media(Call call, ObjectNode message) throws InterruptedException {
    JsonNode item = call.json("media").orElse(MissingNode.getInstance());
    String kind = item.path("type").asText("");
    if (!KINDS.contains(kind)) {
      throw ApiError.badRequest("can't parse InputMedia: type must be one of " + KINDS);
    }
    if (message.has("text")) {
      throw ApiError.badRequest("there is no media in the message to edit");
    }
    TelegramFile file = sources.resolve(call, kind, "", item.path("media").asText(""));
    message.remove(List.of("photo", "video", "animation", "audio", "document", "voice"));
    message.remove(List.of("caption", "caption_entities"));
    ObjectNode content =
        objects.content(
            kind,
            file,
            Texts.caption(item.path("caption").asText(""), item.path("parse_mode").asText("")));
    SentEntities.put(
        content,
        "caption",
        item.path("caption").asText(""),
        Optional.ofNullable(item.get("caption_entities")));
    message.setAll(content);
    return file;
  }

  private Answer edit(String name, Call call, Change change) throws InterruptedException {
    Chat chat = chats.reachable(call);
    JsonNode markup = Keyboards.of(call);
    long id = MessageMethods.messageId(call);
    ObjectNode before = MessageMethods.existing(chat, call, "message to edit not found");
    TelegramMessage shown =
        chat.shown(id).orElseThrow(() -> ApiError.badRequest("message can't be edited"));
    ObjectNode after = before.deepCopy();
    after.remove("reply_markup");
    Optional<JsonNode> keyboard =
        Optional.of(markup).filter(Keyboards::inline).filter(m -> !Keyboards.buttons(m).isEmpty());
    keyboard.ifPresent(buttons -> after.set("reply_markup", buttons));
    TelegramFile other = change.apply(call, after);
    if (after.equals(before)) {
      throw ApiError.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    Instant now = clock.instant();
    after.put("edit_date", now.getEpochSecond());
    traffic.toCustomer(name, chat.id(), id);
    chat.show(
        new TelegramMessage(
            name,
            after,
            keyboard.orElse(MissingNode.getInstance()),
            other == null ? shown.file().orElse(null) : other,
            now),
        after);
    return Answer.of(after);
  }

  /** What one of the methods makes of a message. */
  @FunctionalInterface
  private interface Change {
    /** Changes the message; returns the file that it shows now, or null when it is the same. */
    @Nullable
    TelegramFile apply(Call call, ObjectNode message) throws InterruptedException;
  }
}
