// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

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
 * Where a message came from and where it goes, as Genesys Cloud describes it.
 *
 * @param id the integration
 * @param platform the provider, {@code Open}
 * @param type {@code Private}, or public elsewhere
 * @param messageId the provider's id of the message
 * @param to who gets it
 * @param from who sent it
 * @param time when it was sent
 * @param metadata what the channel adds
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessagingChannel(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("platform") @Nullable String platform,
    @JsonProperty("type") @Nullable String type,
    @JsonProperty("messageId") @Nullable String messageId,
    @JsonProperty("to") @Nullable Recipient to,
    @JsonProperty("from") @Nullable Recipient from,
    @JsonProperty("time") @WireInstant @Nullable Instant time,
    @JsonProperty("metadata") @Nullable ChannelMetadata metadata,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessagingChannel {
    extra = Copies.byName(extra);
  }
}
