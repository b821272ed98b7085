// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Nullable;

/**
 * All chats of the simulated Telegram by their id, which is the customer's, and by the business
 * connection to which they belong.
 */
final class Chats {
  private final Map<String, Chat> chats = new ConcurrentHashMap<>();

  Chat add(Chat chat) {
    Chat known = chats.putIfAbsent(key(chat.id(), chat.connection()), chat);
    return known == null ? chat : known;
  }

  @Nullable
  Chat find(long id, @Nullable String connection) {
    return chats.get(key(id, connection));
  }

  Collection<Chat> all() {
    return chats.values();
  }

  /** The chat that a call names. */
  Chat named(Call call) {
    String id = call.text("chat_id").strip();
    if (id.isEmpty()) {
      throw ApiError.badRequest("chat_id is empty");
    }
    // Names like @channel are never found: the simulator has private chats only.
    String connection = call.has("business_connection_id") ? connection(call) : null;
    return Optional.ofNullable(chats.get(key(call.number("chat_id", 0), connection)))
        .orElseThrow(() -> ApiError.badRequest("chat not found"));
  }

  /** The business connection that a call names. */
  String connection(Call call) {
    String connection = call.text("business_connection_id");
    if (chats.values().stream().noneMatch(chat -> connection.equals(chat.connection()))) {
      throw ApiError.badRequest("BUSINESS_CONNECTION_INVALID");
    }
    return connection;
  }

  private static String key(long id, @Nullable String connection) {
    return connection == null ? Long.toString(id) : id + "@" + connection;
  }

  /** The chat that a call names, if the bot may write there. */
  Chat reachable(Call call) {
    Chat chat = named(call);
    chat.requireReachable();
    return chat;
  }
}
