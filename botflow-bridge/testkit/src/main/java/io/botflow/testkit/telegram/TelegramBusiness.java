// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A business account that lets the bot read and answer its chats: its customers write to the
 * account, and the bot hears of it by {@code business_message}.
 *
 * <p>Message ids count per account. Safe for concurrent use.
 */
public final class TelegramBusiness {
  private final long ownerId;
  private final String connectionId;
  private final Chats chats;
  private final Uplink uplink;
  private final AtomicLong messageIds = new AtomicLong();

  TelegramBusiness(long ownerId, String connectionId, Chats chats, Uplink uplink) {
    this.ownerId = ownerId;
    this.connectionId = connectionId;
    this.chats = chats;
    this.uplink = uplink;
  }

  /**
   * The id that the bot has to name in each call about this account's chats.
   *
   * @return the {@code business_connection_id}
   */
  public String connectionId() {
    return connectionId;
  }

  /**
   * A customer of this account.
   *
   * @param id the user id, positive; one already used gives the same customer with the first names
   * @param firstName the first name
   * @return the customer; reactions and blocks do not reach the bot in such chats
   */
  public TelegramCustomer customer(long id, String firstName) {
    Chat chat = new Chat(id, connectionId, messageIds, firstName, null, null);
    return new TelegramCustomer(chats.add(chat), uplink);
  }

  /**
   * Connects the account with the bot, or ends the connection; the bot is told.
   *
   * @param enabled whether the bot may go on
   */
  public void connect(boolean enabled) {
    ObjectNode connection = Json.object().put("id", connectionId);
    connection.set("user", owner());
    connection
        .put("user_chat_id", ownerId)
        .put("date", uplink.clock().instant().getEpochSecond())
        .put("is_enabled", enabled);
    uplink.queue().add("business_connection", ownerId, connection);
  }

  /**
   * Writes to a customer by hand; the bot hears of that too.
   *
   * @param customerId the customer's id
   * @param text the text
   * @return the message's id
   */
  public long write(long customerId, String text) {
    Chat chat = chat(customerId);
    ObjectNode message = chat.newMessage(owner(), uplink.clock().instant());
    chat.remember(message.put("text", text));
    uplink.send("message", chat, message.path("message_id").asText(), message.deepCopy());
    return message.path("message_id").asLong();
  }

  /**
   * Deletes messages of a chat, as the customer or the owner may; the bot is told.
   *
   * @param customerId the customer's id
   * @param messageIds the messages
   */
  public void delete(long customerId, List<Long> messageIds) {
    Chat chat = chat(customerId);
    ObjectNode deleted = Json.object().put("business_connection_id", connectionId);
    deleted.set("chat", chat.json());
    ArrayNode ids = deleted.putArray("message_ids");
    for (long id : messageIds) {
      chat.delete(id);
      ids.add(id);
    }
    uplink.send("deleted_business_messages", chat, "", deleted);
  }

  /**
   * Up to which message a customer sees that the account has read.
   *
   * @param customerId the customer's id
   * @return the message's id, or 0 when none was read
   */
  public long readUpTo(long customerId) {
    return chat(customerId).readUpTo();
  }

  private Chat chat(long customerId) {
    Chat chat = chats.find(customerId, connectionId);
    if (chat == null) {
      throw new IllegalArgumentException("no customer " + customerId + " of this account");
    }
    return chat;
  }

  private ObjectNode owner() {
    return Json.object().put("id", ownerId).put("is_bot", false).put("first_name", "Owner");
  }
}
