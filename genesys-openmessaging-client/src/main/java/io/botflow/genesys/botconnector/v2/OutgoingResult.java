// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.internal.json.Copies;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * What became of an outgoing message that Genesys Cloud gave a documented answer to.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public sealed interface OutgoingResult {

  /**
   * Genesys Cloud took the message.
   *
   * <p>Mirrors {@code OutgoingMessageResponse} of the API.
   *
   * @param messageId the id it gave the message
   * @param extra fields that this version does not know, by name; they are written back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      @JsonProperty("messageId") @Nullable String messageId,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra)
      implements OutgoingResult {

    /** {@inheritDoc} */
    public Sent {
      extra = Copies.byName(extra);
    }
  }

  /**
   * Genesys Cloud did not take the message. The same message is refused again, unless what the
   * reason names is put right.
   *
   * @param reason why
   * @param detail the far side's words
   * @param correlationId the id under which Genesys support finds the call, if there was one
   */
  record Refused(OutgoingRefusal reason, String detail, @Nullable String correlationId)
      implements OutgoingResult {

    /** {@inheritDoc} */
    public Refused {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }
  }
}
