// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.internal.json.Fields;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;

/**
 * Who causes an event, and when.
 *
 * <p>Mirrors {@code OpenInboundMessagingChannel}.
 *
 * @param time when
 * @param from the customer
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundEventMessages">Inbound
 *     events</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventChannel(
    @JsonProperty("time") @WireInstant Instant time, @JsonProperty("from") Customer from) {

  /** {@inheritDoc} */
  public EventChannel {
    Fields.present(time, "channel.time");
    Fields.present(from, "channel.from");
  }
}
