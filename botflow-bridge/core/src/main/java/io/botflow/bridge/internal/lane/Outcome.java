// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import java.time.Duration;
import java.util.List;
import javax.annotation.Nullable;

/** What became of one attempt to carry an entry. */
public sealed interface Outcome {

  /**
   * It reached a final state.
   *
   * @param completion the state and what follows
   */
  record Final(Completion completion) implements Outcome {}

  /**
   * It failed for now.
   *
   * @param reason why, without customers' content
   * @param after how long the far side wants us to wait, or null for the policy's own rest
   * @param scope whom else the failure would have met
   */
  record TryAgain(String reason, @Nullable Duration after, Scope scope) implements Outcome {
    /**
     * It failed for a reason of its own.
     *
     * @param reason why, without customers' content
     * @param after how long the far side wants us to wait, or null for the policy's own rest
     */
    public TryAgain(String reason, @Nullable Duration after) {
      this(reason, after, Scope.ENTRY);
    }
  }

  /** Whom a failure meets. */
  enum Scope {
    /** This entry, as far as is known. */
    ENTRY,
    /** Perhaps everyone: the far side seems to be away. */
    TARGET,
    /** Everyone: the far side says that its limit is used up. */
    LIMIT
  }

  /**
   * Carried, with a list of what changed if anything did.
   *
   * @param losses what changed; empty when nothing did
   * @param links the ids of parts not recorded yet
   * @return the outcome
   */
  static Outcome delivered(List<String> losses, List<Link> links) {
    return delivered(losses, links, List.of());
  }

  /**
   * Carried, and something follows from it.
   *
   * @param losses what changed; empty when nothing did
   * @param links the ids of parts not recorded yet
   * @param followUps entries to accept with it
   * @return the outcome
   */
  static Outcome delivered(List<String> losses, List<Link> links, List<NewEntry> followUps) {
    return losses.isEmpty()
        ? new Final(new Completion(EntryState.DELIVERED, null, links, followUps))
        : new Final(
            new Completion(EntryState.DEGRADED, String.join("; ", losses), links, followUps));
  }

  /**
   * Refused by the far side for good.
   *
   * @param reason why
   * @param followUps what tells the sender
   * @return the outcome
   */
  static Outcome rejected(String reason, List<NewEntry> followUps) {
    return new Final(new Completion(EntryState.REJECTED, reason, List.of(), followUps));
  }

  /**
   * Failed for good on our side.
   *
   * @param reason why
   * @return the outcome
   */
  static Outcome dead(String reason) {
    return new Final(new Completion(EntryState.DEAD, reason, List.of(), List.of()));
  }
}
