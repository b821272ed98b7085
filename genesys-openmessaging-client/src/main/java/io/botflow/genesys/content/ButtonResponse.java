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
 * The press of a button, quick reply or date.
 *
 * @param type which kind of offer was answered
 * @param text what the button showed
 * @param payload the payload of the button
 * @param id an id of the response; deprecated
 * @param originatingMessageId the message that offered the button
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ButtonResponse(
    @JsonProperty("type") @Nullable ButtonType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("payload") @Nullable String payload,
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("originatingMessageId") @Nullable String originatingMessageId,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ButtonResponse {
    extra = Copies.byName(extra);
  }

  /**
   * A press that echoes what was offered.
   *
   * @param type which kind of offer is answered
   * @param text the text of the button
   * @param payload the payload of the button
   * @return the response
   */
  public static ButtonResponse of(ButtonType type, String text, String payload) {
    return new ButtonResponse(
        Fields.present(type, "buttonResponse.type"),
        Fields.text(text, "buttonResponse.text"),
        Fields.text(payload, "buttonResponse.payload"),
        null,
        null,
        Map.of());
  }
}
