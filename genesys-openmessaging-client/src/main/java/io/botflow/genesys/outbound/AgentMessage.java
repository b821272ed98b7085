// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Copies;
import java.util.List;
import javax.annotation.Nullable;

/**
 * A further message of an agent: a text, or files, or a prepared response; the far side takes one
 * of them in a message, and the factories make no other.
 *
 * <p>Mirrors {@code AdditionalMessage}.
 *
 * @param textBody the text, at most 2,000 characters
 * @param mediaIds the ids of uploaded files
 * @param messagingTemplate a prepared response
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentMessage(
    @JsonProperty("textBody") @Nullable String textBody,
    @JsonProperty("mediaIds") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> mediaIds,
    @JsonProperty("messagingTemplate") @Nullable PreparedResponse messagingTemplate) {

  /** {@inheritDoc} */
  public AgentMessage {
    mediaIds = Copies.list(mediaIds);
    boolean noText = textBody == null || textBody.isBlank();
    if (noText && mediaIds.isEmpty() && messagingTemplate == null) {
      throw new InvalidFieldException("textBody", "a message needs a text, files, or a response");
    }
    if (textBody != null) {
      AgentlessMessage.requireLength(textBody);
    }
  }

  /**
   * A text.
   *
   * @param text the text
   * @return the message
   * @throws InvalidFieldException if the text is empty or too long
   */
  public static AgentMessage text(String text) {
    return new AgentMessage(text, List.of(), null);
  }

  /**
   * Files that were uploaded before.
   *
   * @param mediaIds their ids, from {@link AgentCommunication#upload}
   * @return the message
   * @throws InvalidFieldException if there is none
   */
  public static AgentMessage media(List<String> mediaIds) {
    return new AgentMessage(null, mediaIds, null);
  }

  /**
   * A response that was prepared in Genesys Cloud.
   *
   * @param response which, and what to put into it
   * @return the message
   */
  public static AgentMessage response(PreparedResponse response) {
    return new AgentMessage(null, List.of(), response);
  }
}
