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
 * An application within the messenger; other channels only.
 *
 * <p>Mirrors {@code ConversationContentInteractiveApplication}.
 *
 * @param name the application
 * @param url what is handed to it
 * @param receivedMessage what the customer sees before answering
 * @param replyMessage what is shown once it is answered
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveApplication(
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("url") @Nullable String url,
    @JsonProperty("receivedMessage") @Nullable PromptMessage receivedMessage,
    @JsonProperty("replyMessage") @Nullable PromptMessage replyMessage,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public InteractiveApplication {
    extra = Copies.byName(extra);
  }
}
