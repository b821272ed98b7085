// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A lane of the {@link InMemoryStore}, guarded by the store's lock. */
final class MemoryLane {
  static final Comparator<MemoryLane> BY_TIME =
      Comparator.<MemoryLane>comparingLong(lane -> lane.visibleAt)
          .thenComparingInt(lane -> lane.number);

  final String id;
  final String target;
  final NavigableMap<Long, MemoryEntry> waiting = new TreeMap<>();
  private final int number;

  /** When the lane may be claimed next: the end of the lease while it is claimed. */
  long visibleAt;

  boolean claimed;

  /** Whether the next entry ends the rest. */
  boolean awaitsMore;

  long token;

  MemoryLane(String id, String target, int number) {
    this.id = id;
    this.target = target;
    this.number = number;
  }

  boolean isDue(long now) {
    return visibleAt <= now;
  }

  boolean isHeldWith(long claimToken, long now) {
    return claimed && token == claimToken && !isDue(now);
  }
}
