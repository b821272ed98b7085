// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireStrings;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What a channel adds to a message.
 *
 * @param customAttributes participant data of the conversation, nested where Genesys Cloud expects
 *     it
 * @param subType a variant of the channel; read only
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelMetadata(
    @JsonProperty("customAttributes") @WireStrings Map<String, String> customAttributes,
    @JsonProperty("subType") @Nullable String subType,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public ChannelMetadata {
    customAttributes = Copies.map(customAttributes);
    extra = Copies.byName(extra);
  }

  /**
   * Participant data for the conversation.
   *
   * @param customAttributes names and values
   * @return the metadata
   */
  public static ChannelMetadata ofAttributes(Map<String, String> customAttributes) {
    return new ChannelMetadata(customAttributes, null, Map.of());
  }
}
