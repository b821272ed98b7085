// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/**
 * The misfortunes planned for coming calls of the Bot API.
 *
 * <p>Plans for one method are used up in the order they were made, one per call; a call of another
 * method leaves them alone. Safe for concurrent use.
 */
public final class TelegramFaults {
  /** The name under which downloads of files, which are no method calls, can be made to fail. */
  public static final String FILE_DOWNLOAD = "file";

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Deque<Fault>> planned = new HashMap<>();

  TelegramFaults() {}

  /**
   * Refuses the next calls of a method without executing them, with Telegram's own words for the
   * status.
   *
   * @param method the method's name in any case, or {@link #FILE_DOWNLOAD}
   * @param status the error code and HTTP status, 400 to 599
   * @param times how many calls, at least 1
   * @return these faults
   */
  public TelegramFaults next(String method, int status, int times) {
    return next(method, status, words(status), times);
  }

  /**
   * Refuses the next calls of a method without executing them.
   *
   * @param method the method's name in any case, or {@link #FILE_DOWNLOAD}
   * @param status the error code and HTTP status, 400 to 599
   * @param description the description in the error's body
   * @param times how many calls, at least 1
   * @return these faults
   */
  public TelegramFaults next(String method, int status, String description, int times) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be 400 to 599, was " + status);
    }
    return plan(method, new Fault(ApiError.of(status, description)), times);
  }

  /**
   * Answers the next calls of a method with 429, naming the pause in the body and in the {@code
   * Retry-After} header.
   *
   * @param method the method's name in any case, or {@link #FILE_DOWNLOAD}
   * @param seconds the pause asked for, at least 1
   * @param times how many calls, at least 1
   * @return these faults
   */
  public TelegramFaults retryAfter(String method, int seconds, int times) {
    if (seconds < 1) {
      throw new IllegalArgumentException("seconds must be positive, was " + seconds);
    }
    return plan(method, new Fault(ApiError.tooManyRequests(seconds)), times);
  }

  /**
   * Refuses the next calls of a method with 400, since the chat has another id now, which the body
   * names. Telegram does so each time that the old id is used; so must the number of calls be.
   *
   * @param method the method's name in any case
   * @param chatId the id that the chat has now; for the caller's next message to arrive, that of a
   *     customer who has written
   * @param times how many calls, at least 1
   * @return these faults
   */
  public TelegramFaults migrated(String method, long chatId, int times) {
    return plan(method, new Fault(ApiError.migrated(chatId)), times);
  }

  /**
   * Executes the next calls of a method, but closes the connection instead of answering: the caller
   * cannot know whether the message was sent.
   *
   * @param method the method's name in any case, or {@link #FILE_DOWNLOAD}
   * @param times how many calls, at least 1
   * @return these faults
   */
  public TelegramFaults dropAnswer(String method, int times) {
    return plan(method, new Fault(null), times);
  }

  /** Forgets all plans. */
  public void clear() {
    lock.lock();
    try {
      planned.clear();
    } finally {
      lock.unlock();
    }
  }

  @Nullable
  Fault take(String method) {
    lock.lock();
    try {
      Deque<Fault> faults = planned.get(method.toLowerCase(Locale.ROOT));
      return faults == null ? null : faults.poll();
    } finally {
      lock.unlock();
    }
  }

  private TelegramFaults plan(String method, Fault fault, int times) {
    Objects.requireNonNull(method, "method");
    if (times < 1) {
      throw new IllegalArgumentException("times must be positive, was " + times);
    }
    lock.lock();
    try {
      Deque<Fault> faults =
          planned.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ArrayDeque<>());
      for (int i = 0; i < times; i++) {
        faults.add(fault);
      }
    } finally {
      lock.unlock();
    }
    return this;
  }

  private static String words(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden: bot was blocked by the user";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error: restart";
      case 502 -> "Bad Gateway";
      default -> "Error " + status;
    };
  }

  /** A refusal, or, without one, an answer that gets lost. */
  record Fault(@Nullable ApiError refusal) {}
}
