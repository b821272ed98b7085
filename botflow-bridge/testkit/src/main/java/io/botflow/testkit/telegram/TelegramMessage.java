// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A message of the bot as the customer's telephone shows it.
 *
 * <p>Immutable; an edit makes a new one in its place. {@link #toString()} leaves the text out.
 */
public final class TelegramMessage {
  private final String method;
  private final ObjectNode json;
  private final JsonNode replyMarkup;
  @Nullable private final TelegramFile file;
  private final Instant at;

  TelegramMessage(
      String method,
      ObjectNode json,
      JsonNode replyMarkup,
      @Nullable TelegramFile file,
      Instant at) {
    this.method = method;
    this.json = json;
    this.replyMarkup = replyMarkup;
    this.file = file;
    this.at = at;
  }

  /**
   * The message's id within its chat.
   *
   * @return the {@code message_id}
   */
  public long id() {
    return json.path("message_id").asLong();
  }

  /**
   * The method that brought the message to its present state.
   *
   * @return for example {@code sendPhoto}, or {@code editMessageText} after an edit
   */
  public String method() {
    return method;
  }

  /**
   * The text as shown, after markup was taken out.
   *
   * @return the text; empty for a message that has none
   */
  public String text() {
    return json.path("text").asText("");
  }

  /**
   * The caption as shown, after markup was taken out.
   *
   * @return the caption; empty for a message that has none
   */
  public String caption() {
    return json.path("caption").asText("");
  }

  /**
   * The file that the message brought.
   *
   * @return the file with its name, media type and bytes, or empty for a message without one
   */
  public Optional<TelegramFile> file() {
    return Optional.ofNullable(file);
  }

  /**
   * The keyboard under the message, or what it says about the reply keyboard.
   *
   * @return {@code reply_markup} as the bot sent it; a missing node when there was none
   */
  public JsonNode replyMarkup() {
    return replyMarkup;
  }

  /**
   * The labels of all buttons, row by row.
   *
   * @return the labels; empty when the message has no buttons
   */
  public List<String> buttons() {
    List<String> labels = new ArrayList<>();
    Keyboards.buttons(replyMarkup).forEach(button -> labels.add(Keyboards.label(button)));
    return List.copyOf(labels);
  }

  /**
   * The message as the bot got it back: Telegram's {@code Message} object.
   *
   * @return a copy of the JSON
   */
  public JsonNode json() {
    return json.deepCopy();
  }

  /**
   * When the message, or its latest edit, arrived.
   *
   * @return the time by the simulator's clock
   */
  public Instant at() {
    return at;
  }

  @Override
  public String toString() {
    return method + " " + id() + (file == null ? "" : " " + file);
  }
}
