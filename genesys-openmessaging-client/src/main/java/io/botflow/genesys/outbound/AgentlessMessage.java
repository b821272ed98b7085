// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Fields;
import javax.annotation.Nullable;

/**
 * A text to a customer that no agent writes. On open messaging it can be a text alone.
 *
 * <p>Mirrors {@code SendAgentlessOutboundMessageRequest}.
 *
 * @param toAddressMessengerType by which way
 * @param fromAddress the id of the integration
 * @param toAddress the customer's id on the messenger
 * @param textBody the text, at most 2,000 characters
 * @param useExistingActiveConversation whether it may go into a conversation that is under way;
 *     absent means no
 * @param externalContactId the external contact that the customer is
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentlessMessage(
    @JsonProperty("toAddressMessengerType") MessengerType toAddressMessengerType,
    @JsonProperty("fromAddress") String fromAddress,
    @JsonProperty("toAddress") String toAddress,
    @JsonProperty("textBody") String textBody,
    @JsonProperty("useExistingActiveConversation") @Nullable Boolean useExistingActiveConversation,
    @JsonProperty("externalContactId") @Nullable String externalContactId) {

  /** The longest text that an outbound message takes, in UTF-16 units. */
  public static final int MAX_TEXT_LENGTH = 2_000;

  /** {@inheritDoc} */
  public AgentlessMessage {
    Fields.present(toAddressMessengerType, "toAddressMessengerType");
    Fields.text(fromAddress, "fromAddress");
    Fields.text(toAddress, "toAddress");
    requireLength(Fields.text(textBody, "textBody"));
  }

  static void requireLength(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new InvalidFieldException(
          "textBody", "has " + text.length() + " characters, " + MAX_TEXT_LENGTH + " are allowed");
    }
  }

  /**
   * A text over an Open Messaging integration.
   *
   * @param integrationId the integration
   * @param customerId the customer's id on the messenger
   * @param text the text
   * @return the message, which does not go into a conversation under way
   * @throws InvalidFieldException if something is missing or the text too long
   */
  public static AgentlessMessage text(String integrationId, String customerId, String text) {
    return new AgentlessMessage(MessengerType.OPEN, integrationId, customerId, text, null, null);
  }

  /**
   * Lets the message go into a conversation that is under way, where there is one.
   *
   * @return the changed message
   */
  public AgentlessMessage intoActiveConversation() {
    return new AgentlessMessage(
        toAddressMessengerType, fromAddress, toAddress, textBody, true, externalContactId);
  }

  /**
   * Names the external contact that the customer is.
   *
   * @param contactId the external contact; a field of 2026, which older organisations may not know
   * @return the changed message
   */
  public AgentlessMessage forContact(String contactId) {
    return new AgentlessMessage(
        toAddressMessengerType,
        fromAddress,
        toAddress,
        textBody,
        useExistingActiveConversation,
        Fields.text(contactId, "externalContactId"));
  }
}
