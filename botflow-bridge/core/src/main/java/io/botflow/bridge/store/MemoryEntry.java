// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/** An entry of the {@link InMemoryStore}, guarded by the store's lock. */
final class MemoryEntry {
  final long sequence;
  NewEntry content;
  final List<JournalRecord.Failure> failures = new ArrayList<>();
  EntryState state = EntryState.WAITING;
  long acceptedAt;
  int attempts;
  @Nullable Long endedAt;
  @Nullable String detail;

  MemoryEntry(long sequence, NewEntry content, long acceptedAt) {
    this.sequence = sequence;
    this.content = content;
    this.acceptedAt = acceptedAt;
  }

  void end(EntryState ended, @Nullable String why, long now) {
    state = ended;
    detail = why;
    endedAt = now;
    if (!hasPayload()) {
      content = content.withoutPayload();
    }
  }

  void waitAgain(long now) {
    state = EntryState.WAITING;
    attempts = 0;
    acceptedAt = now;
    endedAt = null;
  }

  void failed(String reason, long now) {
    attempts++;
    detail = reason;
    if (failures.size() > JournalRecord.KEPT_FAILURES) {
      failures.remove(failures.size() - 1);
    }
    failures.add(new JournalRecord.Failure(Instant.ofEpochMilli(now), reason));
  }

  boolean hasPayload() {
    return state == EntryState.WAITING || state == EntryState.DEAD;
  }

  Entry asEntry(long now, List<Link> done) {
    return new Entry(
        sequence,
        content.lane(),
        content.kind(),
        content.route(),
        content.payload(),
        attempts,
        age(now),
        done);
  }

  DeadLetter asDeadLetter(long now) {
    return new DeadLetter(sequence, content.kind(), content.route(), attempts, age(now), detail);
  }

  JournalRecord asRecord(List<Link> links) {
    return new JournalRecord(
        sequence,
        content.lane(),
        content.kind(),
        content.route(),
        content.dedupeKey(),
        state,
        attempts,
        Instant.ofEpochMilli(acceptedAt),
        endedAt == null ? null : Instant.ofEpochMilli(endedAt),
        detail,
        failures,
        links);
  }

  Duration age(long now) {
    return Duration.ofMillis(now - acceptedAt);
  }
}
