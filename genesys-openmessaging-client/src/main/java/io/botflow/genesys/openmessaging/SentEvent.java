// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.MessageEvent;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What Genesys Cloud made of an event.
 *
 * <p>Mirrors {@code OpenEventNormalizedMessage}.
 *
 * @param id the Genesys Cloud id of the event
 * @param channel where it came from and goes
 * @param type {@code Event}
 * @param events what happened
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundEventMessages">Inbound
 *     events</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentEvent(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("channel") @Nullable MessagingChannel channel,
    @JsonProperty("type") @Nullable MessageType type,
    @JsonProperty("events") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MessageEvent> events,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public SentEvent {
    events = Copies.list(events);
    extra = Copies.byName(extra);
  }
}
