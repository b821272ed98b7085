// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * One participant's line in a conversation; an agent who comes back has a new one.
 *
 * @param id the communication id, which an agent's messages are sent with
 * @param state for example {@code connected} or {@code disconnected}
 * @param messages the messages that went over it
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Communication(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("state") @Nullable String state,
    @JsonProperty("messages") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MessageReference> messages,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Communication {
    messages = Copies.list(messages);
    extra = Copies.byName(extra);
  }
}
