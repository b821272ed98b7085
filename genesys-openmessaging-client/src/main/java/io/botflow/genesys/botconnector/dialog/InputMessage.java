// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.dialog;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.ButtonResponse;
import io.botflow.genesys.content.ButtonResponseContent;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * What the customer said to the bot: a text, possibly empty, or the press of a button. Files do not
 * reach a bot.
 *
 * @param type {@code Text} or {@code Structured}
 * @param text the text; may be empty or absent
 * @param content the press, for a structured input
 * @param extra fields that this version does not know, by name; they are written back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputMessage(
    @JsonProperty("type") @Nullable MessageType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Content> content,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public InputMessage {
    content = Copies.list(content);
    extra = Copies.byName(extra);
  }

  /**
   * A typed text.
   *
   * @param text the text
   * @return the input
   */
  public static InputMessage text(String text) {
    return new InputMessage(MessageType.TEXT, text, List.of(), Map.of());
  }

  /**
   * The press of a button.
   *
   * @param press what was pressed
   * @return the input, with the text of the button as its own
   */
  public static InputMessage pressed(ButtonResponse press) {
    return new InputMessage(
        MessageType.STRUCTURED, press.text(), List.of(Content.of(press)), Map.of());
  }

  /**
   * The press of a button, wherever the sender put it.
   *
   * @return the press, if there is one
   */
  public Optional<ButtonResponse> buttonResponse() {
    for (Content element : content) {
      if (element instanceof ButtonResponseContent press) {
        return Optional.of(press.buttonResponse());
      }
    }
    return Optional.ofNullable(extra.get("buttonResponse")).flatMap(InputMessage::press);
  }

  private static Optional<ButtonResponse> press(JsonNode json) {
    try {
      return json.isObject()
          ? Optional.of(WireJson.bind(json, ButtonResponse.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * What a bot should understand: the payload of a press, else its text, else the text.
   *
   * @return the words; empty when there are none
   */
  public String utterance() {
    String words =
        buttonResponse()
            .map(press -> press.payload() != null ? press.payload() : press.text())
            .orElse(text);
    return words == null ? "" : words;
  }
}
