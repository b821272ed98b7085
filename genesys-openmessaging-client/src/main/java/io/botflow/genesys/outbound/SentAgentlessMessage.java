// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.conversations.MessageData;
import io.botflow.genesys.internal.json.Copies;
import io.botflow.genesys.internal.json.WireInstant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * What Genesys Cloud made of an agentless message. Older answers have {@code textBody}, newer ones
 * only the message; {@link #text()} reads either.
 *
 * <p>Mirrors {@code SendAgentlessOutboundMessageResponse}.
 *
 * @param id the Genesys Cloud id
 * @param conversationId the conversation it went into
 * @param messengerType by which way
 * @param fromAddress the id of the integration
 * @param toAddress the customer's id on the messenger
 * @param textBody the text, in older answers
 * @param useExistingActiveConversation whether it could go into a conversation that was under way
 * @param message the message as the conversation has it
 * @param timestamp when it was sent
 * @param extra fields that this version does not know, by name; they are written back
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentAgentlessMessage(
    @JsonProperty("id") @Nullable String id,
    @JsonProperty("conversationId") @Nullable String conversationId,
    @JsonProperty("messengerType") @Nullable MessengerType messengerType,
    @JsonProperty("fromAddress") @Nullable String fromAddress,
    @JsonProperty("toAddress") @Nullable String toAddress,
    @JsonProperty("textBody") @Nullable String textBody,
    @JsonProperty("useExistingActiveConversation") @Nullable Boolean useExistingActiveConversation,
    @JsonProperty("message") @Nullable MessageData message,
    @JsonProperty("timestamp") @WireInstant @Nullable Instant timestamp,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** {@inheritDoc} */
  public SentAgentlessMessage {
    extra = Copies.byName(extra);
  }

  /**
   * The text, in whichever form it came.
   *
   * @return the text, if the answer has it
   */
  public Optional<String> text() {
    Optional<String> normalized = message == null ? Optional.empty() : message.text();
    return normalized.or(() -> Optional.ofNullable(textBody));
  }
}
