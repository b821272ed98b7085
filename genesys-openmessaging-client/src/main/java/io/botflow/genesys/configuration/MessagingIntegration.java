// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * An integration of any channel, as the listing of all of them tells it.
 *
 * <p>Mirrors {@code MessagingIntegration}.
 *
 * @param id the integration id
 * @param name its name
 * @param messengerType its channel
 * @param status for example {@code Active}
 * @param supportedContent which media it lets through
 * @param messagingSetting its platform configuration
 * @param recipient what ties it to an inbound message flow
 * @param dateCreated when it was created
 * @param dateModified when it was last changed
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessagingIntegration(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("messengerType") @Nullable MessengerType messengerType,
    @JsonProperty("status") @Nullable String status,
    @JsonProperty("supportedContent") @Nullable Reference supportedContent,
    @JsonProperty("messagingSetting") @Nullable Reference messagingSetting,
    @JsonProperty("recipient") @Nullable Reference recipient,
    @JsonProperty("dateCreated") @WireInstant @Nullable Instant dateCreated,
    @JsonProperty("dateModified") @WireInstant @Nullable Instant dateModified,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessagingIntegration {
    extra = Copies.byName(extra);
  }
}
