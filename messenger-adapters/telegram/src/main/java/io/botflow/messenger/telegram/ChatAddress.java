// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Peer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * A chat as Telegram's methods name it. A chat of a business connection needs the connection's id
 * in each call, and is another chat than the same customer's with the bot; so the id is part of the
 * customer's: {@code 3527065} or {@code 3527065@<connection>}.
 *
 * @param chatId the chat, which in private chats is the customer
 * @param businessConnection the connection in whose name the bot speaks; null for its own chats
 */
record ChatAddress(long chatId, @Nullable String businessConnection) {
  private static final Pattern CONNECTION = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,128}");
  private static final Pattern USER_ID =
      Pattern.compile("(-?\\d{1,18})(?:@(" + CONNECTION.pattern() + "))?");

  /** The chat of a customer's id; empty when Telegram cannot have given such an id. */
  static Optional<ChatAddress> of(Peer peer) {
    Matcher matcher = USER_ID.matcher(peer.userId());
    return matcher.matches()
        ? Optional.of(new ChatAddress(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** The customer's id for a chat; empty when the connection's id has no usable form. */
  static Optional<String> userId(String chatId, @Nullable String businessConnection) {
    if (businessConnection == null) {
      return Optional.of(chatId);
    }
    return CONNECTION.matcher(businessConnection).matches()
        ? Optional.of(chatId + "@" + businessConnection)
        : Optional.empty();
  }

  /** A request that is about this chat. */
  ObjectNode request() {
    ObjectNode request = Json.object().put("chat_id", chatId);
    return businessConnection == null
        ? request
        : request.put("business_connection_id", businessConnection);
  }
}
