// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Notes.Note;
import io.botflow.bridge.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request that is made again as it was answered the first time. While the first is under
 * way, on this or another instance, its repetition waits for it; if the instance dies meanwhile,
 * the repetition takes over when the first one's time is over. Safe for concurrent use.
 */
public final class Repeats {
  private static final Logger log = LoggerFactory.getLogger(Repeats.class);
  private static final String UNDER_WAY = "";
  private static final Duration SOON = Duration.ofMillis(1);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Notes notes;
  private final Duration longestTurn;

  /**
   * Makes the memory of answers.
   *
   * @param notes where they are kept
   * @param longestTurn how long an answer takes at most; after that its request counts as dead
   */
  public Repeats(Notes notes, Duration longestTurn) {
    this.notes = notes;
    this.longestTurn = longestTurn;
  }

  /**
   * Gives the stored answer, or makes it.
   *
   * @param request what makes the request the same one
   * @param about whom the answer is about: ends the note's name, so that it is found by it
   * @param window how long the answer is kept, at least a millisecond
   * @param answer makes the answer; not empty
   * @return the answer
   * @throws StoreUnavailableException if the store cannot be asked, or the thread is interrupted
   *     while it waits for another one's answer
   */
  public String once(String request, String about, Duration window, Supplier<String> answer) {
    String name = "turn:" + digest(request) + ":" + about;
    while (true) {
      Optional<Note> known = notes.read(name);
      if (known.isEmpty()) {
        long version = notes.write(name, Notes.ABSENT, UNDER_WAY, longestTurn);
        if (version != Notes.ABSENT) {
          return first(name, version, window, answer);
        }
      } else if (known.get().text().equals(UNDER_WAY)) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        if (Thread.currentThread().isInterrupted()) {
          throw new StoreUnavailableException("interrupted while the same request is under way");
        }
      } else {
        return known.get().text();
      }
    }
  }

  private String first(String name, long version, Duration window, Supplier<String> answer) {
    String given = "";
    try {
      given = answer.get();
      return given;
    } finally {
      remember(name, version, given, given.isEmpty() ? SOON : window);
    }
  }

  private void remember(String name, long version, String given, Duration window) {
    try {
      notes.write(name, version, given, window);
    } catch (StoreUnavailableException e) {
      log.warn("An answer is not remembered: a repetition of its request asks the bot again", e);
    }
  }

  private static String digest(String request) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
