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

/** The methods that change a message of the bot's: its text, its caption, its buttons. */
final class EditMethods {
  private final Clock clock;
  private final Chats chats;
  private final Traffic traffic;

  EditMethods(Clock clock, Chats chats, Traffic traffic) {
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
        edit("editMessageReplyMarkup", List.of(), (call, message) -> {}));
  }

  private Method edit(String name, List<String> further, Change change) {
    List<String> optional =
        new ArrayList<>(List.of("business_connection_id", "chat_id", "message_id", "reply_markup"));
    optional.addAll(further);
    return new Method(name, List.of(), optional, call -> edit(name, call, change));
  }

  private void text(Call call, ObjectNode message) {
    String text = Texts.message(call);
    if (!message.has("text")) {
      throw ApiError.badRequest("there is no text in the message to edit");
    }
    SentEntities.put(message.put("text", text), "text", call);
  }

  private void caption(Call call, ObjectNode message) {
    String caption = Texts.caption(call);
    if (message.has("text")) {
      throw ApiError.badRequest("there is no caption in the message to edit");
    }
    message.remove("caption");
    if (!caption.isEmpty()) {
      message.put("caption", caption);
    }
    SentEntities.put(message, "caption", call);
  }

  private Answer edit(String name, Call call, Change change) {
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
    change.apply(call, after);
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
            shown.file().orElse(null),
            now),
        after);
    return Answer.of(after);
  }

  /** What one of the methods makes of a message. */
  @FunctionalInterface
  private interface Change {
    void apply(Call call, ObjectNode message);
  }
}
