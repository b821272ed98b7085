// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The bubble that stands for an interactive element before or after it is answered; other channels
 * only.
 *
 * <p>Mirrors {@code ConversationContentReceivedReplyMessage}.
 *
 * @param header the text above the title
 * @param title the title
 * @param subtitle the text under the title
 * @param buttonLabel what its button shows
 * @param imageUrl URL of a picture
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromptMessage(
    @JsonProperty("header") @Nullable String header,
    @JsonProperty("title") @Nullable String title,
    @JsonProperty("subtitle") @Nullable String subtitle,
    @JsonProperty("buttonLabel") @Nullable String buttonLabel,
    @JsonProperty("imageUrl") @Nullable String imageUrl,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public PromptMessage {
    extra = Copies.byName(extra);
  }
}
