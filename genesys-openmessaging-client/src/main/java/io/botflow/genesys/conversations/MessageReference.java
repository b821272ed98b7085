// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A message as a conversation lists it: with its id, by which {@link Conversations} reads it.
 *
 * <p>Mirrors {@code MessageDetails}.
 *
 * @param messageId the Genesys Cloud id of the message
 * @param messageStatus how far it got
 * @param messageTime when it was sent or received
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageReference(
    @JsonProperty("messageId") @Nullable String messageId,
    @JsonProperty("messageStatus") @Nullable MessageStatus messageStatus,
    @JsonProperty("messageTime") @WireInstant @Nullable Instant messageTime,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessageReference {
    extra = Copies.byName(extra);
  }
}
