// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What ties an integration to the inbound message flow that its messages start. Genesys Cloud makes
 * one with each integration.
 *
 * <p>Mirrors {@code Recipient}.
 *
 * @param id the recipient id, from {@link OpenIntegration#recipient()}
 * @param name its name
 * @param messengerType by which way its messages come
 * @param flow the flow
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowRecipient(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("messengerType") @Nullable MessengerType messengerType,
    @JsonProperty("flow") @Nullable Reference flow,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public FlowRecipient {
    extra = Copies.byName(extra);
  }
}
