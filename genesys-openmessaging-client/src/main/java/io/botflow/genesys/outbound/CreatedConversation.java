// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A conversation that was begun.
 *
 * <p>Mirrors {@code CreateOutboundMessagingConversationResponse}.
 *
 * @param id the conversation id
 * @param selfUri its path in the API
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreatedConversation(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("selfUri") @Nullable String selfUri,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public CreatedConversation {
    extra = Copies.byName(extra);
  }
}
