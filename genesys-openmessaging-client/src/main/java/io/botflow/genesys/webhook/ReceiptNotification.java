// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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
 * What became of a message. Shares the id of that message.
 *
 * @param id the Genesys Cloud id; a receipt has that of the message it is about
 * @param channel where it came from and goes
 * @param type the kind on the wire
 * @param status what became of it
 * @param reasons why it failed
 * @param isFinalReceipt whether no other receipt follows
 * @param direction which way it goes
 * @param conversationId the conversation
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonDeserialize(using = JsonDeserializer.None.class)
public record ReceiptNotification(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("channel") @Nullable MessagingChannel channel,
    @JsonProperty("type") MessageType type,
    @JsonProperty("status") @Nullable ReceiptStatus status,
    @JsonProperty("reasons") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reason> reasons,
    @JsonProperty("isFinalReceipt") @Nullable Boolean isFinalReceipt,
    @JsonProperty("direction") @Nullable Direction direction,
    @JsonProperty("conversationId") @Nullable String conversationId,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra)
    implements Notification {

  /** {@inheritDoc} */
  public ReceiptNotification {
    reasons = Copies.list(reasons);
    extra = Copies.byName(extra);
  }

  @Override
  public <R> R accept(NotificationVisitor<R> visitor) {
    return visitor.receipt(this);
  }
}
