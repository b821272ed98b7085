// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The lanes of the {@link InMemoryStore}, guarded by the store's lock. */
final class MemoryLanes {
  private final Map<String, MemoryLane> byId = new HashMap<>();
  // By target, the lanes that have a time at which they become due, the earliest first.
  private final Map<String, NavigableSet<MemoryLane>> timed = new HashMap<>();
  private int lastNumber;

  @Nullable
  MemoryLane find(String id) {
    return byId.get(id);
  }

  Stream<MemoryLane> all() {
    return byId.values().stream();
  }

  void remove(MemoryLane lane) {
    byId.remove(lane.id);
    times(lane).remove(lane);
  }

  /** Lays an entry into its lane, and makes a lane due that had nothing to do or awaits more. */
  void enqueue(MemoryEntry entry, long now) {
    NewEntry content = entry.content;
    MemoryLane lane =
        byId.computeIfAbsent(
            content.lane(), id -> new MemoryLane(id, content.target(), ++lastNumber));
    lane.waiting.put(entry.sequence, entry);
    if (lane.awaitsMore || !times(lane).contains(lane)) {
      lane.awaitsMore = false;
      moveTo(lane, now);
    }
  }

  /** The lanes that wait longest, with entries; those without have no time any more. */
  List<MemoryLane> due(int max, Allowance allowance, long now) {
    List<MemoryLane> due = new ArrayList<>();
    for (Map.Entry<String, NavigableSet<MemoryLane>> lanes : timed.entrySet()) {
      long room = Math.min(max, allowance.lanes(lanes.getKey()));
      lanes.getValue().removeIf(lane -> lane.isDue(now) && lane.waiting.isEmpty());
      lanes.getValue().stream()
          .takeWhile(lane -> lane.isDue(now))
          .limit(Math.max(0, room))
          .forEach(due::add);
    }
    return due.stream().sorted(MemoryLane.BY_TIME).limit(max).toList();
  }

  /** When the next lane with entries is due. */
  Optional<Long> next(Allowance allowance) {
    return timed.entrySet().stream()
        .filter(lanes -> allowance.lanes(lanes.getKey()) > 0)
        .flatMap(
            lanes -> lanes.getValue().stream().filter(lane -> !lane.waiting.isEmpty()).limit(1))
        .map(lane -> lane.visibleAt)
        .min(Comparator.naturalOrder());
  }

  void giveUp(MemoryLane lane, long visibleAt) {
    lane.claimed = false;
    moveTo(lane, visibleAt);
    if (lane.waiting.isEmpty()) {
      times(lane).remove(lane);
    }
  }

  void moveTo(MemoryLane lane, long visibleAt) {
    NavigableSet<MemoryLane> times = times(lane);
    times.remove(lane);
    lane.visibleAt = visibleAt;
    times.add(lane);
  }

  private NavigableSet<MemoryLane> times(MemoryLane lane) {
    return timed.computeIfAbsent(lane.target, target -> new TreeSet<>(MemoryLane.BY_TIME));
  }
}
