// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.NewEntry;
import java.util.List;

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
