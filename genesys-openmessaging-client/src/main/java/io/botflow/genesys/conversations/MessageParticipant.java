// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import io.botflow.genesys.internal.json.WireStrings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Someone or something that takes part in the messaging side of a conversation: the customer, a
 * flow, an agent. Only what Open Messaging needs is typed; the rest is in {@code extra}.
 *
 * <p>Mirrors {@code MessageMediaParticipant}.
 *
 * @param id the participant id
 * @param name the display name
 * @param purpose what it is there for, for example {@code customer} or {@code agent}
 * @param state for example {@code connected} or {@code disconnected}
 * @param direction which way the participant came into the conversation
 * @param disconnectType how it left, for example {@code inactivity}
 * @param connectedTime when it came
 * @param endTime when it left
 * @param attributes the participant data
 * @param messages its messages
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageParticipant(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("purpose") @Nullable String purpose,
    @JsonProperty("state") @Nullable String state,
    @JsonProperty("direction") @Nullable String direction,
    @JsonProperty("disconnectType") @Nullable String disconnectType,
    @JsonProperty("connectedTime") @WireInstant @Nullable Instant connectedTime,
    @JsonProperty("endTime") @WireInstant @Nullable Instant endTime,
    @JsonProperty("attributes") @WireStrings Map<String, String> attributes,
    @JsonProperty("messages") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MessageReference> messages,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessageParticipant {
    attributes = Copies.map(attributes);
    messages = Copies.list(messages);
    extra = Copies.byName(extra);
  }
}
