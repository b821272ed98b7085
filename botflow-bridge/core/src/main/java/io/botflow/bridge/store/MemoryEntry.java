// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import java.util.List;
import javax.annotation.Nullable;

/** An entry of the {@link InMemoryStore}, guarded by the store's lock. */
final class MemoryEntry {
  final long sequence;
  final NewEntry content;
  long acceptedAt;
  int attempts;
  @Nullable String detail;

  MemoryEntry(long sequence, NewEntry content, long acceptedAt) {
    this.sequence = sequence;
    this.content = content;
    this.acceptedAt = acceptedAt;
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

  private Duration age(long now) {
    return Duration.ofMillis(now - acceptedAt);
  }
}
