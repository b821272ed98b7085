// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds entries that are to be carried together, and says how long to wait for more. */
final class Groups {
  /** A group that fills a claim is not waited for: what follows cannot be seen. */
  private static final int LARGEST = LaneWorkers.ENTRIES_PER_CLAIM;

  private final Duration wait;

  /** Waits so long after the youngest entry of a group; zero when there are to be no groups. */
  Groups(Duration wait) {
    this.wait = wait;
  }

  /**
   * Entries that follow each other and belong together.
   *
   * @param entries the entries, at least one
   * @param one whether they are to be carried as one
   * @param open whether more of the group may follow
   */
  record Group(List<Entry> entries, boolean one, boolean open) {}

  /** The group that begins at a place of a claim. */
  Group at(List<Entry> claimed, int begin, EntryHandler handler) {
    Entry first = claimed.get(begin);
    Optional<String> name = name(first, handler);
    if (name.isEmpty()) {
      return new Group(List.of(first), false, false);
    }
    int end = begin + 1;
    while (end < claimed.size()
        && claimed.get(end).kind() == first.kind()
        && name.equals(name(claimed.get(end), handler))) {
      end++;
    }
    return new Group(
        claimed.subList(begin, end), true, end == claimed.size() && end - begin < LARGEST);
  }

  /** A group that was begun is ended as one, even if there are to be none any more. */
  private Optional<String> name(Entry entry, EntryHandler handler) {
    return wait.isZero() && entry.done().isEmpty() ? Optional.empty() : handler.group(entry);
  }

  /** How long a group that begins a claim waits for more; zero when it is complete. */
  Duration left(Group group) {
    List<Entry> entries = group.entries();
    Duration left = wait.minus(entries.get(entries.size() - 1).age());
    return group.open() && !left.isNegative() ? left : Duration.ZERO;
  }
}
