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
 * One event of an event message.
 *
 * @param eventType what kind
 * @param typing the typing, when it is that
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageEvent(
    @JsonProperty("eventType") @Nullable EventType eventType,
    @JsonProperty("typing") @Nullable Typing typing,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public MessageEvent {
    extra = Copies.byName(extra);
  }

  /**
   * The sign that the customer is writing.
   *
   * @return the event as inbound calls carry it, with its type alone
   */
  public static MessageEvent ofTyping() {
    return new MessageEvent(EventType.TYPING, null, Map.of());
  }
}
