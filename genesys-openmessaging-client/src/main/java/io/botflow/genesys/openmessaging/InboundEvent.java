// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.MessageEvent;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.Fields;
import java.time.Instant;
import java.util.List;

/**
 * Something a customer does that is no message; on open messaging that is typing.
 *
 * <p>Mirrors {@code OpenInboundNormalizedEvent}.
 *
 * @param channel who, and when
 * @param events what; at least one event
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundEventMessages">Inbound
 *     events</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record InboundEvent(
    @JsonProperty("channel") EventChannel channel,
    @JsonProperty("events") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MessageEvent> events) {

  /** {@inheritDoc} */
  public InboundEvent {
    Fields.present(channel, "channel");
    events = Copies.list(events);
    Fields.size(events, 1, 100, "events");
  }

  /**
   * The customer is writing.
   *
   * @param from the customer
   * @param time since when
   * @return the event
   */
  public static InboundEvent typing(Customer from, Instant time) {
    return new InboundEvent(new EventChannel(time, from), List.of(MessageEvent.ofTyping()));
  }
}
