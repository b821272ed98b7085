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
 * How a payment ended; other channels only.
 *
 * <p>Mirrors {@code ConversationContentPaymentResponse}.
 *
 * @param paymentStatus {@code Completed} or {@code Failed}
 * @param originatingMessageId the message that asked for it
 * @param failureReason why it failed
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentResponse(
    @JsonProperty("paymentStatus") @Nullable String paymentStatus,
    @JsonProperty("originatingMessageId") @Nullable String originatingMessageId,
    @JsonProperty("failureReason") @Nullable String failureReason,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public PaymentResponse {
    extra = Copies.byName(extra);
  }
}
