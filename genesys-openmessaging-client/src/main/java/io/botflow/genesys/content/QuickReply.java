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
 * A short answer that the customer can press instead of typing it.
 *
 * @param text what the button shows
 * @param payload what comes back when it is pressed
 * @param image URL of a picture on the button
 * @param action what pressing does; only {@code Message} is documented
 * @param summaryText what the reply is about
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuickReply(
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("payload") @Nullable String payload,
    @JsonProperty("image") @Nullable String image,
    @JsonProperty("action") @Nullable String action,
    @JsonProperty("summaryText") @Nullable String summaryText,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public QuickReply {
    extra = Copies.byName(extra);
  }

  /**
   * A quick reply with a text and a payload.
   *
   * @param text what the button shows
   * @param payload what comes back when it is pressed
   * @return the quick reply
   */
  public static QuickReply of(String text, String payload) {
    return new QuickReply(
        Fields.text(text, "quickReply.text"),
        Fields.text(payload, "quickReply.payload"),
        null,
        null,
        null,
        Map.of());
  }
}
