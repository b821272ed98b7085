// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * How an entry ended, and what follows from it.
 *
 * @param state its final state
 * @param detail what changed or why it failed, for people; without customers' content
 * @param links links to store
 * @param followUps entries to accept in the same transaction
 */
public record Completion(
    EntryState state, @Nullable String detail, List<Link> links, List<NewEntry> followUps) {
  /** {@inheritDoc} */
  public Completion {
    Objects.requireNonNull(state, "state");
    links = List.copyOf(links);
    followUps = List.copyOf(followUps);
    if (!state.isFinal()) {
      throw new IllegalArgumentException("state must be final, was " + state);
    }
  }
}
