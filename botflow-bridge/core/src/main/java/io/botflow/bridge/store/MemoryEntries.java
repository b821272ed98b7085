// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** All entries of the {@link InMemoryStore}, the ended ones too, guarded by the store's lock. */
final class MemoryEntries {
  private final MemoryLanes lanes;
  private final MemoryLinks links;
  private final Set<String> dedupeKeys = new HashSet<>();
  private final NavigableMap<Long, MemoryEntry> all = new TreeMap<>();
  private long lastSequence;

  MemoryEntries(MemoryLanes lanes, MemoryLinks links) {
    this.lanes = lanes;
    this.links = links;
  }

  /** Appends an entry to its lane: false when its key is known already. */
  boolean append(NewEntry content, long now) {
    if (!dedupeKeys.add(content.dedupeKey())) {
      return false;
    }
    MemoryEntry entry = new MemoryEntry(++lastSequence, content, now);
    all.put(entry.sequence, entry);
    lanes.enqueue(entry, now);
    return true;
  }

  @Nullable
  MemoryEntry find(long sequence) {
    return all.get(sequence);
  }

  @Nullable
  MemoryEntry dead(long sequence) {
    MemoryEntry entry = all.get(sequence);
    return entry == null || entry.state != EntryState.DEAD ? null : entry;
  }

  Stream<MemoryEntry> in(EntryState state) {
    return all.values().stream().filter(entry -> entry.state == state);
  }

  List<JournalRecord> records(Predicate<MemoryEntry> wanted, int max) {
    return all.descendingMap().values().stream()
        .filter(wanted)
        .limit(max)
        .map(this::record)
        .toList();
  }

  JournalRecord record(MemoryEntry entry) {
    return entry.asRecord(links.of(entry.sequence));
  }

  boolean mentions(MemoryEntry entry, String id) {
    return links.mentions(entry.sequence, id);
  }

  List<Backlog> backlog(long now) {
    return lanes
        .all()
        .filter(lane -> !lane.waiting.isEmpty())
        .map(lane -> lane.target)
        .distinct()
        .sorted()
        .map(target -> backlog(target, now))
        .toList();
  }

  private Backlog backlog(String target, long now) {
    List<MemoryLane> waiting =
        lanes.all().filter(lane -> lane.target.equals(target) && !lane.waiting.isEmpty()).toList();
    Duration oldest =
        waiting.stream()
            .map(lane -> lane.waiting.firstEntry().getValue().age(now))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    long entries = waiting.stream().mapToLong(lane -> lane.waiting.size()).sum();
    return new Backlog(target, waiting.size(), entries, oldest);
  }

  int clear(long endedBefore, int max) {
    int removed = 0;
    Iterator<MemoryEntry> oldestFirst = all.values().iterator();
    while (removed < max && oldestFirst.hasNext()) {
      MemoryEntry entry = oldestFirst.next();
      if (entry.endedAt != null && !entry.hasPayload() && entry.endedAt < endedBefore) {
        oldestFirst.remove();
        forget(entry);
        removed++;
      }
    }
    return removed;
  }

  int erase(Collection<String> ids) {
    int before = all.size();
    all.values()
        .removeIf(
            entry -> {
              boolean gone = ids.contains(entry.content.lane());
              if (gone) {
                forget(entry);
              }
              return gone;
            });
    for (String id : ids) {
      MemoryLane lane = lanes.find(id);
      if (lane != null) {
        lanes.remove(lane);
      }
    }
    return before - all.size();
  }

  private void forget(MemoryEntry entry) {
    dedupeKeys.remove(entry.content.dedupeKey());
    links.remove(entry.sequence, entry.content.route());
  }
}
