// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * All updates that wait for the bot, in order, and the one poll that may wait for them.
 *
 * <p>While a webhook is set, each update is also handed to it; it stays pending until confirmed.
 */
final class UpdateQueue {
  private static final Set<String> NOT_BY_DEFAULT =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private final Clock clock;
  private final Duration lifetime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, PendingUpdate> pending = new TreeMap<>();
  private Set<String> allowed = Set.of();
  private long lastSequence;
  private long nextId;
  @Nullable private Consumer<PendingUpdate> webhook;
  @Nullable private Poll waiting;
  private boolean closed;

  UpdateQueue(Clock clock, Duration lifetime, long firstId) {
    this.clock = clock;
    this.lifetime = lifetime;
    this.nextId = firstId;
  }

  /**
   * Adds an update unless the bot did not ask for its kind.
   *
   * @param content the object under the kind's name
   */
  void add(String kind, long chat, ObjectNode content) {
    lock.lock();
    try {
      if (wanted(kind)) {
        ObjectNode body = Json.object().put("update_id", nextId);
        body.set(kind, content);
        append(nextId++, kind, chat, body);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Adds a whole update as it is; an {@code update_id} in it is kept. */
  void addRaw(String kind, long chat, ObjectNode update) {
    lock.lock();
    try {
      long id = update.path("update_id").asLong(nextId);
      ObjectNode body = Json.object().put("update_id", id);
      update.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
      nextId = Math.max(nextId, id + 1);
      append(id, kind, chat, body);
    } finally {
      lock.unlock();
    }
  }

  private void append(long id, String kind, long chat, ObjectNode body) {
    PendingUpdate update =
        new PendingUpdate(++lastSequence, id, kind, chat, body, clock.instant().plus(lifetime));
    pending.put(update.sequence(), update);
    if (webhook != null) {
      webhook.accept(update);
    }
    changed.signalAll();
  }

  private boolean wanted(String kind) {
    return allowed.isEmpty() ? !NOT_BY_DEFAULT.contains(kind) : allowed.contains(kind);
  }

  /** Sets the kinds that later updates must have; an empty set means Telegram's default. */
  void allow(Set<String> kinds) {
    lock.lock();
    try {
      allowed =
          kinds.stream()
              .map(kind -> kind.toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
    } finally {
      lock.unlock();
    }
  }

  Set<String> allowed() {
    lock.lock();
    try {
      return allowed;
    } finally {
      lock.unlock();
    }
  }

  /** Hands what is pending, and all that follows, to a webhook; a waiting poll ends with 409. */
  void attach(Consumer<PendingUpdate> sink) {
    lock.lock();
    try {
      webhook = sink;
      end(waiting, ApiError.conflict("terminated by setWebhook request"));
      pending.values().forEach(sink);
    } finally {
      lock.unlock();
    }
  }

  void detach() {
    lock.lock();
    try {
      webhook = null;
    } finally {
      lock.unlock();
    }
  }

  void confirm(PendingUpdate update) {
    lock.lock();
    try {
      pending.remove(update.sequence());
    } finally {
      lock.unlock();
    }
  }

  void dropAll() {
    lock.lock();
    try {
      pending.clear();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      dropExpired();
      return pending.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Answers {@code getUpdates}. The newest poll wins: one that waits already ends with 409.
   *
   * @throws ApiError 409 while a webhook is set or when another poll takes over
   */
  List<PendingUpdate> poll(long offset, int limit, Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      if (webhook != null) {
        throw ApiError.conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                + " webhook first");
      }
      end(
          waiting,
          ApiError.conflict(
              "terminated by other getUpdates request; make sure that only one bot instance is"
                  + " running"));
      forgetBefore(offset);
      dropExpired();
      Poll poll = new Poll();
      waiting = poll;
      changed.signalAll();
      try {
        long nanos = timeout.toNanos();
        while (pending.isEmpty() && poll.ending == null && !closed && nanos > 0) {
          nanos = changed.awaitNanos(nanos);
        }
      } finally {
        if (waiting == poll) {
          waiting = null;
        }
      }
      if (poll.ending != null) {
        throw poll.ending;
      }
      List<PendingUpdate> first = new ArrayList<>(pending.values());
      return List.copyOf(first.subList(0, Math.min(limit, first.size())));
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a poll waits, so that a test can start its second poll at the right moment. */
  boolean awaitPoll(Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long nanos = timeout.toNanos();
      while (waiting == null && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return waiting != null;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      webhook = null;
      end(waiting, ApiError.of(500, "Internal Server Error: restart"));
    } finally {
      lock.unlock();
    }
  }

  private void end(@Nullable Poll poll, ApiError ending) {
    if (poll != null) {
      poll.ending = ending;
      changed.signalAll();
    }
  }

  /** A positive offset confirms what is before it; a negative one keeps that many at the end. */
  private void forgetBefore(long offset) {
    if (offset > 0) {
      pending.values().removeIf(update -> update.id() < offset);
    }
    while (offset < 0 && pending.size() > -offset) {
      pending.pollFirstEntry();
    }
  }

  private void dropExpired() {
    Instant now = clock.instant();
    pending.values().removeIf(update -> update.expiresAt().isBefore(now));
  }

  private static final class Poll {
    @Nullable private ApiError ending;
  }
}
