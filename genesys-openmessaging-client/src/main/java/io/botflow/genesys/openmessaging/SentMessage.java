// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What Genesys Cloud made of an inbound message or structured response.
 *
 * <p>Mirrors {@code OpenMessageNormalizedMessage}.
 *
 * @param id the Genesys Cloud id of the message
 * @param channel where it came from and goes
 * @param type its kind
 * @param text its text
 * @param content its content
 * @param metadata its metadata
 * @param conversationId the conversation; present when it was asked for by {@link SendOptions}
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundMessages">Inbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentMessage(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("channel") @Nullable MessagingChannel channel,
    @JsonProperty("type") @Nullable MessageType type,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Content> content,
    @JsonProperty("metadata") @WireStrings Map<String, String> metadata,
    @JsonProperty("conversationId") @Nullable String conversationId,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public SentMessage {
    content = Copies.list(content);
    metadata = Copies.map(metadata);
    extra = Copies.byName(extra);
  }
}
