// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The conversations of an organisation. Thread-safe. Obtained from {@code GenesysCloud};
 * implemented outside only by tests, since later versions add methods.
 *
 * <p>Every method blocks until it is answered, and throws a {@link
 * io.botflow.genesys.error.GenesysException} if the call does not succeed. No webhook tells that a
 * conversation ended: who must know reads it here, or listens to notifications.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public interface Conversations {

  /**
   * Reads a conversation. Permission {@code conversation:communication:view}.
   *
   * @param conversationId the conversation
   * @return the conversation with all who took part
   */
  Conversation conversation(String conversationId);

  /**
   * Reads the messaging side of a conversation. Needs no permission beyond a token; for a
   * conversation of messages it tells less than {@link #conversation}, and its participants have
   * their messages without lines between.
   *
   * @param conversationId the conversation
   * @return the conversation with all who took part in its messages
   */
  MessageConversation messageConversation(String conversationId);

  /**
   * The files of customers' messages that Genesys Cloud fetched and keeps for a while. Makes no
   * call.
   *
   * @return the cache
   */
  CachedMedia cachedMedia();

  /**
   * Reads a message of which only the id is known, as a webhook or a sent message gives it.
   * Permission {@code conversation:message:view}. Right after the message was sent it may not be
   * found yet.
   *
   * @param messageId the Genesys Cloud id of the message
   * @return the message, with its conversation id
   */
  MessageData message(String messageId);

  /**
   * Reads a message of a conversation. Permission {@code conversation:message:view}.
   *
   * @param conversationId the conversation
   * @param messageId the Genesys Cloud id of the message
   * @return the message
   */
  MessageData message(String conversationId, String messageId);

  /**
   * Reads many messages of a conversation, 1,000 in a call. Permission {@code
   * conversation:message:view}.
   *
   * @param conversationId the conversation
   * @param messageIds the Genesys Cloud ids, for example {@link Conversation#messageIds()}
   * @return the messages in the order of the answers
   */
  List<MessageData> messages(String conversationId, Collection<String> messageIds);

  /**
   * Ends a conversation for all who take part. Permission {@code
   * conversation:communication:disconnect}.
   *
   * @param conversationId the conversation
   */
  void disconnect(String conversationId);

  /**
   * Takes one participant out of a conversation. Permission {@code
   * conversation:communication:disconnect}.
   *
   * @param conversationId the conversation
   * @param participantId the participant
   */
  void disconnect(String conversationId, String participantId);

  /**
   * Ends a conversation from the customer's side: reads it, and takes the customer out of it. Open
   * Messaging has no call of its own for a customer who leaves.
   *
   * @param conversationId the conversation
   * @return how many participants of the purpose {@code customer} were taken out; 0 if there was
   *     none
   */
  int disconnectCustomer(String conversationId);

  /**
   * Sets participant data; data of other names stays.
   *
   * @param conversationId the conversation
   * @param participantId the participant
   * @param attributes names and values
   */
  void setAttributes(String conversationId, String participantId, Map<String, String> attributes);
}
