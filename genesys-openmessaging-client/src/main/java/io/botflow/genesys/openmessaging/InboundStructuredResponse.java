// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.ButtonResponse;
import io.botflow.genesys.internal.json.Fields;

/**
 * The press of a button of an earlier structured message. It must belong to a conversation that
 * exists.
 *
 * <p>Mirrors {@code OpenInboundStructuredResponseMessage}.
 *
 * @param channel who, and when
 * @param originatingMessageId the Genesys Cloud id of the message that offered the button
 * @param buttonResponse what was pressed
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/inboundStructuredResponseMessages">Inbound
 *     structured responses</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record InboundStructuredResponse(
    @JsonProperty("channel") InboundChannel channel,
    @JsonProperty("originatingMessageId") String originatingMessageId,
    @JsonProperty("buttonResponse") ButtonResponse buttonResponse) {

  /** {@inheritDoc} */
  public InboundStructuredResponse {
    Fields.present(channel, "channel");
    Fields.text(originatingMessageId, "originatingMessageId");
    Fields.present(buttonResponse, "buttonResponse");
    Fields.present(buttonResponse.type(), "buttonResponse.type");
    Fields.text(buttonResponse.text(), "buttonResponse.text");
    Fields.text(buttonResponse.payload(), "buttonResponse.payload");
  }
}
