// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/**
 * Chats that Telegram has given another id. Telegram tells it again to whoever asks for the old
 * one, so what is forgotten, at a restart or because others moved since, costs one call. Safe for
 * concurrent use.
 */
final class MovedChats {
  private static final int REMEMBERED = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Long> moved = new LinkedHashMap<>();

  /** Takes note of where a chat is now. */
  void learn(long chatId, @Nullable Long now) {
    if (now == null || now == chatId) {
      return;
    }
    lock.lock();
    try {
      // The last word counts: a chat that is there now is nowhere else.
      moved.remove(now);
      moved.remove(chatId);
      if (moved.size() == REMEMBERED) {
        moved.remove(moved.keySet().iterator().next());
      }
      moved.put(chatId, now);
    } finally {
      lock.unlock();
    }
  }

  /** The chat under the id that it has now. */
  ChatAddress now(ChatAddress chat) {
    lock.lock();
    try {
      long id = chat.chatId();
      // Each id leads on once, since the newest one leads nowhere: there is no circle.
      for (Long next = moved.get(id); next != null; next = moved.get(id)) {
        id = next;
      }
      return id == chat.chatId() ? chat : new ChatAddress(id, chat.businessConnection());
    } finally {
      lock.unlock();
    }
  }
}
