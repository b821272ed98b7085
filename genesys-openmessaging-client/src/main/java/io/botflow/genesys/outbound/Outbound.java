// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.outbound;

/**
 * Messages and conversations that start on the organisation's side. Thread-safe. Obtained from
 * {@code GenesysCloud}; implemented outside only by tests, since later versions add methods.
 *
 * <p>Every method blocks until it is answered, and throws a {@link
 * io.botflow.genesys.error.GenesysException} if the call does not succeed. None of these calls is
 * repeated when it may have taken effect: it would reach the customer twice.
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
public interface Outbound {

  /**
   * Sends a text that no agent writes. Permission {@code conversation:message:create}.
   *
   * @param message the text, and to whom
   * @return what Genesys Cloud made of it
   * @throws io.botflow.genesys.error.ConflictException if a conversation stands in the way
   */
  SentAgentlessMessage send(AgentlessMessage message);

  /**
   * Begins a conversation, as the agent whose token this connection uses.
   *
   * @param conversation with whom, on behalf of which queue
   * @return its id
   */
  CreatedConversation create(NewConversation conversation);

  /**
   * An agent's line in a conversation. Its calls need that agent's token: see {@code
   * GenesysCloud.actingAs}. Cheap; makes no call.
   *
   * @param conversationId the conversation
   * @param communicationId the agent's communication, of the participant whose purpose is {@code
   *     agent}
   * @return the line
   * @throws IllegalArgumentException if an id is empty
   */
  AgentCommunication communication(String conversationId, String communicationId);
}
