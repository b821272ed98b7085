// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.operations;

import io.botflow.bridge.store.Backlog;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * How a bridge is at a moment. Holds no content, and no customer's id.
 *
 * @param running whether it was started and not closed since
 * @param storeProblem why the store cannot be used, or null when it can
 * @param closedTargets the targets that get nothing now, each with the reason; the others go on
 * @param backlog how much waits, by target, as it was up to ten seconds ago; empty when the store
 *     cannot be used, or the first count is not done yet
 * @param deadLetters how many dead letters wait for someone to act, at most {@value #MOST_COUNTED},
 *     as it was up to ten seconds ago
 */
public record Health(
    boolean running,
    @Nullable String storeProblem,
    Map<String, String> closedTargets,
    List<Backlog> backlog,
    int deadLetters) {

  /** Beyond this nobody counts. */
  public static final int MOST_COUNTED = 1000;

  /** {@inheritDoc} */
  public Health {
    closedTargets = Map.copyOf(closedTargets);
    backlog = List.copyOf(backlog);
  }

  /**
   * Whether webhooks should be sent to this instance: what it takes now is stored. A far side that
   * is away does not make it unready, since messages for it wait in the store.
   *
   * @return true when it is running and its store can be used
   */
  public boolean ready() {
    return running && storeProblem == null;
  }

  /**
   * The age of the oldest entry that waits.
   *
   * @return the age; zero when nothing waits
   */
  public Duration oldestWaiting() {
    return backlog.stream()
        .map(Backlog::oldest)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
