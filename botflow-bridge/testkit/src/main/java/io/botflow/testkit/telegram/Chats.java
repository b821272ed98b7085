// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All chats of the simulated Telegram by their id, which is the customer's. */
final class Chats {
  private final Map<Long, Chat> chats = new ConcurrentHashMap<>();

  Chat add(Chat chat) {
    Chat known = chats.putIfAbsent(chat.id(), chat);
    return known == null ? chat : known;
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
    return Optional.ofNullable(chats.get(call.number("chat_id", 0)))
        .orElseThrow(() -> ApiError.badRequest("chat not found"));
  }

  /** The chat that a call names, if the bot may write there. */
  Chat reachable(Call call) {
    Chat chat = named(call);
    chat.requireReachable();
    return chat;
  }
}
