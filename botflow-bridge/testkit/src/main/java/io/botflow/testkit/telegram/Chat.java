// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import javax.annotation.Nullable;

/** The private chat of one customer with the bot: who, what was said, what the telephone shows. */
final class Chat {
  private final long id;
  @Nullable private final String connection;
  private final ObjectNode user;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, ObjectNode> history = new TreeMap<>();
  private final TreeMap<Long, TelegramMessage> inbox = new TreeMap<>();
  private final Map<Long, String> reactions = new HashMap<>();
  private final Map<Long, String> ownReactions = new HashMap<>();
  private final List<String> actions = new ArrayList<>();
  private final Presses presses = new Presses();
  private final AtomicLong messageIds;
  private long readUpTo;
  private boolean started;
  private boolean blocked;

  /**
   * Makes a chat.
   *
   * @param connection the business connection by which the bot sees it; null for its own chats
   * @param messageIds the last id given; chats of one business account share it
   */
  Chat(
      long id,
      @Nullable String connection,
      AtomicLong messageIds,
      String firstName,
      @Nullable String lastName,
      @Nullable String languageCode) {
    this.id = id;
    this.connection = connection;
    this.messageIds = messageIds;
    this.user = Json.object().put("id", id).put("is_bot", false).put("first_name", firstName);
    if (lastName != null) {
      user.put("last_name", lastName);
    }
    if (languageCode != null) {
      user.put("language_code", languageCode);
    }
  }

  long id() {
    return id;
  }

  /** The business connection; null when the chat is one of the bot's own. */
  @Nullable
  String connection() {
    return connection;
  }

  Presses presses() {
    return presses;
  }

  /** The customer as Telegram's {@code User}. */
  ObjectNode user() {
    return user.deepCopy();
  }

  /** This chat as Telegram's {@code Chat}. */
  ObjectNode json() {
    ObjectNode chat = Json.object().put("id", id).put("type", "private");
    chat.set("first_name", user.get("first_name"));
    if (user.has("last_name")) {
      chat.set("last_name", user.get("last_name"));
    }
    return chat;
  }

  /** A message in this chat without content, with the next id. */
  ObjectNode newMessage(ObjectNode from, Instant date) {
    lock.lock();
    try {
      ObjectNode message = Json.object().put("message_id", messageIds.incrementAndGet());
      message.set("from", from);
      message.set("chat", json());
      if (connection != null) {
        message.put("business_connection_id", connection);
      }
      return message.put("date", date.getEpochSecond());
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the customer wrote, which is what lets the bot write. */
  void start() {
    lock.lock();
    try {
      started = true;
    } finally {
      lock.unlock();
    }
  }

  /** Sets the block and says whether that changed anything. */
  boolean block(boolean block) {
    lock.lock();
    try {
      boolean change = blocked != block;
      blocked = block;
      return change;
    } finally {
      lock.unlock();
    }
  }

  boolean blocked() {
    lock.lock();
    try {
      return blocked;
    } finally {
      lock.unlock();
    }
  }

  /** Throws 403 unless the bot may write here. */
  void requireReachable() {
    lock.lock();
    try {
      if (blocked) {
        throw ApiError.forbidden("bot was blocked by the user");
      }
      if (!started) {
        throw ApiError.forbidden("bot can't initiate conversation with a user");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Keeps a message of either side, new or edited, for replies, edits and buttons. */
  void remember(ObjectNode message) {
    lock.lock();
    try {
      history.put(message.path("message_id").asLong(), message);
    } finally {
      lock.unlock();
    }
  }

  Optional<ObjectNode> message(long messageId) {
    lock.lock();
    try {
      return Optional.ofNullable(history.get(messageId)).map(ObjectNode::deepCopy);
    } finally {
      lock.unlock();
    }
  }

  /** Shows a message of the bot on the telephone, new or in place of what it was. */
  void show(TelegramMessage message, ObjectNode json) {
    lock.lock();
    try {
      history.put(message.id(), json);
      inbox.put(message.id(), message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Optional<TelegramMessage> shown(long messageId) {
    lock.lock();
    try {
      return Optional.ofNullable(inbox.get(messageId));
    } finally {
      lock.unlock();
    }
  }

  boolean delete(long messageId) {
    lock.lock();
    try {
      inbox.remove(messageId);
      changed.signalAll();
      return history.remove(messageId) != null;
    } finally {
      lock.unlock();
    }
  }

  List<TelegramMessage> inbox() {
    lock.lock();
    try {
      return List.copyOf(inbox.values());
    } finally {
      lock.unlock();
    }
  }

  /** The first message that fits, as soon as there is one. */
  TelegramMessage await(Predicate<TelegramMessage> fits, Duration timeout) {
    lock.lock();
    try {
      long nanos = timeout.toNanos();
      while (true) {
        Optional<TelegramMessage> found = inbox.values().stream().filter(fits).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        if (nanos <= 0) {
          throw new AssertionError(
              "no such message within " + timeout + "; there are: " + inbox.values());
        }
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a message", e);
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the bot showed a message, and those before it, as read. */
  void read(long messageId) {
    lock.lock();
    try {
      readUpTo = Math.max(readUpTo, messageId);
    } finally {
      lock.unlock();
    }
  }

  long readUpTo() {
    lock.lock();
    try {
      return readUpTo;
    } finally {
      lock.unlock();
    }
  }

  /** Notes the bot's reaction to a message; an empty one takes it back. */
  void react(long messageId, String emoji) {
    lock.lock();
    try {
      if (emoji.isEmpty()) {
        reactions.remove(messageId);
      } else {
        reactions.put(messageId, emoji);
      }
    } finally {
      lock.unlock();
    }
  }

  Optional<String> reaction(long messageId) {
    lock.lock();
    try {
      return Optional.ofNullable(reactions.get(messageId));
    } finally {
      lock.unlock();
    }
  }

  /** Notes the customer's reaction and returns the one before; empty for none. */
  String ownReaction(long messageId, String emoji) {
    lock.lock();
    try {
      String before = ownReactions.put(messageId, emoji);
      return before == null ? "" : before;
    } finally {
      lock.unlock();
    }
  }

  void act(String action) {
    lock.lock();
    try {
      actions.add(action);
    } finally {
      lock.unlock();
    }
  }

  List<String> actions() {
    lock.lock();
    try {
      return List.copyOf(actions);
    } finally {
      lock.unlock();
    }
  }
}
