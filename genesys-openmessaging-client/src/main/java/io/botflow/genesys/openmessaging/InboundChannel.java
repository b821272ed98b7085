// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.ChannelMetadata;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;
import javax.annotation.Nullable;

/**
 * Who sends an inbound message, and when.
 *
 * <p>Mirrors {@code OpenInboundMessageMessagingChannel}.
 *
 * @param messageId your own id of the message
 * @param time when the customer wrote; written with milliseconds
 * @param from the customer
 * @param metadata participant data
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundMessages">Inbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record InboundChannel(
    @JsonProperty("messageId") @Nullable String messageId,
    @JsonProperty("time") @WireInstant Instant time,
    @JsonProperty("from") Customer from,
    @JsonProperty("metadata") @Nullable ChannelMetadata metadata) {

  /** {@inheritDoc} */
  public InboundChannel {
    Fields.present(time, "channel.time");
    Fields.present(from, "channel.from");
  }
}
