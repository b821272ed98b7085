// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Someone or something that takes part in a conversation: the customer, a flow, a bot, an agent.
 *
 * @param id the participant id
 * @param purpose what it is there for, for example {@code customer} or {@code agent}
 * @param attributes the participant data
 * @param messages its lines over which messages go
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Participant(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("purpose") @Nullable String purpose,
    @JsonProperty("attributes") @WireStrings Map<String, String> attributes,
    @JsonProperty("messages") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Communication> messages,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public Participant {
    attributes = Copies.map(attributes);
    messages = Copies.list(messages);
    extra = Copies.byName(extra);
  }
}
