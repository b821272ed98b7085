// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pressed buttons of one chat: which still spin, and how the others were answered. */
final class Presses {
  private final Map<String, Instant> queries = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  void open(String queryId, Instant until) {
    queries.put(queryId, until);
  }

  /** Ends the spinner of a pressed button; false when there is none or it ended long ago. */
  boolean answer(String queryId, String text, Instant now) {
    Instant until = queries.remove(queryId);
    if (until == null || until.isBefore(now)) {
      return false;
    }
    answers.put(queryId, text);
    return true;
  }

  Optional<String> answerOf(String queryId) {
    return Optional.ofNullable(answers.get(queryId));
  }
}
