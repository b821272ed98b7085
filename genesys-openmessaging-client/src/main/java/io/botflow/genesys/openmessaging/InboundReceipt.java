// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.time.Instant;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What became of a message that Genesys Cloud sent to the customer. The documentation accepts
 * {@code Delivered} and {@code Failed}; a read receipt does not exist.
 *
 * <p>Mirrors {@code OpenInboundNormalizedReceipt}.
 *
 * @param id the Genesys Cloud id of the message, from its webhook
 * @param channel the customer, and when
 * @param status what became of it
 * @param reasons why it failed; only with {@code Failed}
 * @param isFinalReceipt whether no other receipt follows
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundReceiptMessages">Inbound
 *     receipts</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record InboundReceipt(
    @JsonProperty("id") String id,
    @JsonProperty("channel") ReceiptChannel channel,
    @JsonProperty("status") ReceiptStatus status,
    @JsonProperty("reasons") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reason> reasons,
    @JsonProperty("isFinalReceipt") @Nullable Boolean isFinalReceipt) {

  /** {@inheritDoc} */
  public InboundReceipt {
    Fields.text(id, "id");
    Fields.present(channel, "channel");
    Fields.present(status, "status");
    reasons = Copies.list(reasons);
    if (!reasons.isEmpty() && !status.equals(ReceiptStatus.FAILED)) {
      throw new InvalidFieldException("reasons", "go with the status Failed only");
    }
  }

  /**
   * The message arrived; no other receipt follows.
   *
   * @param messageId the Genesys Cloud id of the message
   * @param customerId the customer's id on the messenger
   * @param time when it arrived
   * @return the receipt
   */
  public static InboundReceipt delivered(String messageId, String customerId, Instant time) {
    return new InboundReceipt(
        messageId, channel(customerId, time), ReceiptStatus.DELIVERED, List.of(), true);
  }

  /**
   * The message did not arrive; no other receipt follows.
   *
   * @param messageId the Genesys Cloud id of the message
   * @param customerId the customer's id on the messenger
   * @param time when that became clear
   * @param reason why
   * @return the receipt
   */
  public static InboundReceipt failed(
      String messageId, String customerId, Instant time, Reason reason) {
    return new InboundReceipt(
        messageId, channel(customerId, time), ReceiptStatus.FAILED, List.of(reason), true);
  }

  private static ReceiptChannel channel(String customerId, Instant time) {
    return new ReceiptChannel(time, new ReceiptTarget(customerId));
  }
}
