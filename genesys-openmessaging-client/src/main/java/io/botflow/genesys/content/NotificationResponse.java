// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * How a customer took a notification; other channels only.
 *
 * <p>Mirrors {@code ConversationContentNotificationResponse}.
 *
 * @param notificationStatus {@code Accepted} or {@code Declined}
 * @param originatingMessageId the notification
 * @param referenceId the business's own reference, for example an order
 * @param notificationText what the customer said
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationResponse(
    @JsonProperty("notificationStatus") @Nullable String notificationStatus,
    @JsonProperty("originatingMessageId") @Nullable String originatingMessageId,
    @JsonProperty("referenceId") @Nullable String referenceId,
    @JsonProperty("notificationText") @Nullable String notificationText,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public NotificationResponse {
    extra = Copies.byName(extra);
  }
}
