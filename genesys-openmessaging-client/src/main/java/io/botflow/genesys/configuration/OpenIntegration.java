// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.configuration;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import io.botflow.genesys.internal.json.WireStrings;
import java.time.Instant;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * An Open Messaging integration. Its text form leaves out the secret and the headers.
 *
 * <p>Mirrors {@code OpenIntegration}.
 *
 * @param id the integration id
 * @param name its name
 * @param createStatus how far its creation is
 * @param createError why its creation failed, as the far side's error body
 * @param status for example {@code active}
 * @param supportedContent which media it lets through
 * @param messagingSetting its platform configuration: typing and the like
 * @param outboundNotificationWebhookUrl where its webhooks go
 * @param outboundNotificationWebhookSignatureSecretToken what its webhooks are signed with; whether
 *     it is told in clear is not documented
 * @param webhookHeaders headers that its webhooks carry
 * @param recipient what ties it to an inbound message flow
 * @param dateCreated when it was created
 * @param dateModified when it was last changed
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://help.mypurecloud.com/articles/configure-an-open-messaging-integration/">Configure
 *     an open messaging integration</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenIntegration(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("createStatus") @Nullable CreateStatus createStatus,
    @JsonProperty("createError") @Nullable CreateError createError,
    @JsonProperty("status") @Nullable String status,
    @JsonProperty("supportedContent") @Nullable Reference supportedContent,
    @JsonProperty("messagingSetting") @Nullable Reference messagingSetting,
    @JsonProperty("outboundNotificationWebhookUrl") @Nullable String outboundNotificationWebhookUrl,
    @JsonProperty("outboundNotificationWebhookSignatureSecretToken") @Nullable
        String outboundNotificationWebhookSignatureSecretToken,
    @JsonProperty("webhookHeaders") @WireStrings Map<String, String> webhookHeaders,
    @JsonProperty("recipient") @Nullable Reference recipient,
    @JsonProperty("dateCreated") @WireInstant @Nullable Instant dateCreated,
    @JsonProperty("dateModified") @WireInstant @Nullable Instant dateModified,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public OpenIntegration {
    webhookHeaders = Copies.map(webhookHeaders);
    extra = Copies.byName(extra);
  }

  @Override
  public String toString() {
    return "OpenIntegration["
        + id
        + ", "
        + name
        + ", "
        + createStatus
        + ", "
        + outboundNotificationWebhookUrl
        + ", secret=***]";
  }
}
