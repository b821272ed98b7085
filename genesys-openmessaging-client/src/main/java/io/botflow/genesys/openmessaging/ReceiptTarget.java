// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.internal.json.Fields;

/**
 * The customer a message was sent to.
 *
 * @param id the id on the messenger
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundReceiptMessages">Inbound
 *     receipts</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReceiptTarget(@JsonProperty("id") String id) {

  /** {@inheritDoc} */
  public ReceiptTarget {
    Fields.text(id, "channel.to.id");
  }
}
