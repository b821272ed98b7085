// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What Genesys Cloud made of a receipt. A receipt that was taken may still come back with the
 * status {@code Failed} and reasons.
 *
 * <p>Mirrors {@code OpenReceiptNormalizedMessage}.
 *
 * @param id the message it is about
 * @param channel where it came from and goes
 * @param type {@code Receipt}
 * @param status what Genesys Cloud noted
 * @param direction which way
 * @param reasons why it failed
 * @param isFinalReceipt whether no other receipt follows
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundReceiptMessages">Inbound
 *     receipts</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentReceipt(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("channel") @Nullable MessagingChannel channel,
    @JsonProperty("type") @Nullable MessageType type,
    @JsonProperty("status") @Nullable ReceiptStatus status,
    @JsonProperty("direction") @Nullable Direction direction,
    @JsonProperty("reasons") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reason> reasons,
    @JsonProperty("isFinalReceipt") @Nullable Boolean isFinalReceipt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public SentReceipt {
    reasons = Copies.list(reasons);
    extra = Copies.byName(extra);
  }
}
