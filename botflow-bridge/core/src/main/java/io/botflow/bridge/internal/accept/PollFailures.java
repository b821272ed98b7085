// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.connector.messenger.RetryAfter;
import java.time.Duration;

/** What follows from polls that failed in a row: how long to rest, and whose turn it is then. */
final class PollFailures {
  /** After so many the fault may be this instance's own, and another may fare better. */
  static final int OWN_FAULT = 3;

  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  private int count;

  /** A poll went well. */
  void over() {
    count = 0;
  }

  /**
   * Counts a failure, unless the messenger asks for a pause: then it was reached, and would ask
   * every instance.
   *
   * @return how long to rest: a second, doubling up to half a minute, and no less than was asked
   */
  Duration rest(Throwable failure) {
    Duration asked = failure instanceof RetryAfter pause ? pause.retryAfter() : null;
    Duration own =
        Duration.ofSeconds(Math.min(LONGEST_REST.toSeconds(), 1L << Math.min(count, 10)));
    if (asked == null) {
      count++;
      return own;
    }
    return asked.compareTo(own) > 0 ? asked : own;
  }

  /** Whether somebody else should try; said again after each further failure. */
  boolean isForOthers() {
    return count >= OWN_FAULT;
  }
}
