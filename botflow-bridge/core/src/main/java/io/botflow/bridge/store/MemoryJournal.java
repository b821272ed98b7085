// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journal of the {@link InMemoryStore}. */
final class MemoryJournal implements Journal {
  private final MemoryEntries entries;
  private final MemoryLock lock;
  private final Clock clock;

  MemoryJournal(MemoryEntries entries, MemoryLock lock, Clock clock) {
    this.entries = entries;
    this.lock = lock;
    this.clock = clock;
  }

  @Override
  public Optional<JournalRecord> find(long sequence) {
    return lock.locked(() -> Optional.ofNullable(entries.find(sequence)).map(entries::record));
  }

  @Override
  public List<JournalRecord> ofMessage(String id, int max) {
    return lock.locked(() -> entries.records(entry -> entries.mentions(entry, id), max));
  }

  @Override
  public List<JournalRecord> ofLanes(Collection<String> lanes, int max) {
    Set<String> wanted = Set.copyOf(lanes);
    return lock.locked(() -> entries.records(entry -> wanted.contains(entry.content.lane()), max));
  }

  @Override
  public Set<String> conversations(Collection<String> lanes) {
    return ofLanes(lanes, Integer.MAX_VALUE).stream()
        .flatMap(entry -> entry.links().stream())
        .flatMap(link -> Stream.ofNullable(link.conversationId()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<String> payload(long sequence) {
    return lock.locked(
        () ->
            Optional.ofNullable(entries.find(sequence))
                .filter(MemoryEntry::hasPayload)
                .map(entry -> entry.content.payload()));
  }

  @Override
  public List<Backlog> backlog() {
    return lock.locked(() -> entries.backlog(clock.millis()));
  }

  @Override
  public boolean discard(long sequence, String reason) {
    return lock.locked(
        () -> {
          MemoryEntry entry = entries.dead(sequence);
          if (entry != null) {
            entry.end(EntryState.DISCARDED, reason, clock.millis());
          }
          return entry != null;
        });
  }

  @Override
  public int clear(Duration age, int max) {
    return lock.locked(() -> entries.clear(clock.millis() - age.toMillis(), max));
  }

  @Override
  public int erase(Collection<String> lanes) {
    Set<String> ids = Set.copyOf(lanes);
    return lock.locked(() -> entries.erase(ids));
  }
}
