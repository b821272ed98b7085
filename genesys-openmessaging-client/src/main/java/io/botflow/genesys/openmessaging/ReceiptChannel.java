// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;

/**
 * Whom the message of a receipt was meant for, and when the receipt arose.
 *
 * <p>Mirrors {@code OpenInboundMessagingReceiptChannel}.
 *
 * @param time when
 * @param to the customer
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundReceiptMessages">Inbound
 *     receipts</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReceiptChannel(
    @JsonProperty("time") @WireInstant Instant time, @JsonProperty("to") ReceiptTarget to) {

  /** {@inheritDoc} */
  public ReceiptChannel {
    Fields.present(time, "channel.time");
    Fields.present(to, "channel.to");
  }
}
