// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A button of a card, or what a press on the card itself does. Text and payload together must be
 * unique within a card or carousel, or the press cannot be told apart.
 *
 * @param type what pressing does
 * @param text what the button shows; absent on a default action
 * @param payload what comes back, for a postback
 * @param url the page to open, for a link
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardAction(
    @JsonProperty("type") @Nullable CardActionType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("payload") @Nullable String payload,
    @JsonProperty("url") @Nullable String url,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public CardAction {
    extra = Copies.byName(extra);
  }

  /**
   * A button that opens a page.
   *
   * @param text what the button shows
   * @param url the page
   * @return the action
   */
  public static CardAction link(String text, String url) {
    return new CardAction(
        CardActionType.LINK,
        Fields.text(text, "action.text"),
        null,
        Fields.text(url, "action.url"),
        Map.of());
  }

  /**
   * A button that sends its payload back.
   *
   * @param text what the button shows
   * @param payload what comes back
   * @return the action
   */
  public static CardAction postback(String text, String payload) {
    return new CardAction(
        CardActionType.POSTBACK,
        Fields.text(text, "action.text"),
        Fields.text(payload, "action.payload"),
        null,
        Map.of());
  }

  /**
   * What a press on the card itself does: opens a page.
   *
   * @param url the page
   * @return the action, without a text
   */
  public static CardAction defaultLink(String url) {
    return new CardAction(
        CardActionType.LINK, null, null, Fields.text(url, "defaultAction.url"), Map.of());
  }
}
