// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.NewEntry;
import java.util.List;
import java.util.Optional;

/**
 * Carries one kind of entry to where it goes. Safe for concurrent use; calls of one lane never
 * overlap.
 */
@FunctionalInterface
public interface EntryHandler {

  /**
   * Makes one attempt, going on behind the parts that are done already.
   *
   * @param entry what to carry
   * @param progress where to record each further part that is done
   * @return what became of it
   */
  Outcome handle(Entry entry, Progress progress);

  /**
   * What an entry shares with its neighbours that make one message with it.
   *
   * @param entry an entry
   * @return the name of the group; empty for an entry that stands alone
   */
  default Optional<String> group(Entry entry) {
    return Optional.empty();
  }

  /**
   * Carries the entries of a group as one message. It is asked for each of them once, in order, and
   * for the next one when the one before was carried or has failed for good. What an entry but the
   * last brings is recorded by its progress: links in its outcome are stored only when the last one
   * is carried too, and all end together.
   *
   * @param entries the entries in order, at least one
   * @return the carrier, for one attempt
   */
  default EntryHandler together(List<Entry> entries) {
    return this;
  }

  /**
   * What tells the sender that an entry was given up.
   *
   * @param entry what was not carried
   * @param reason why
   * @return entries to accept with the dead letter; none by default
   */
  default List<NewEntry> gaveUp(Entry entry, String reason) {
    return List.of();
  }
}
