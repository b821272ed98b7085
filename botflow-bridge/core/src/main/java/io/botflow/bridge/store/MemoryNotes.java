// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Notes in a map; those whose life is over are swept out as new ones come. */
final class MemoryNotes implements Notes {
  private static final int SWEEP_AFTER = 1_000;

  private record Kept(Note note, Instant end) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Kept> notes = new HashMap<>();
  private final Clock clock;
  private final Runnable guard;
  private long lastVersion;
  private int writes;

  /** Makes notes that ask the guard first; it throws when they must not be used any more. */
  MemoryNotes(Clock clock, Runnable guard) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.guard = guard;
  }

  @Override
  public Optional<Note> read(String name) {
    lock.lock();
    try {
      guard.run();
      return living(name);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long write(String name, long version, String text, Duration life) {
    Objects.requireNonNull(text, "text");
    if (life.toMillis() < 1) {
      throw new IllegalArgumentException("life must be at least a millisecond, was " + life);
    }
    lock.lock();
    try {
      guard.run();
      if (living(name).map(Note::version).orElse(ABSENT) != version) {
        return ABSENT;
      }
      sweep();
      lastVersion++;
      notes.put(name, new Kept(new Note(text, lastVersion), clock.instant().plus(life)));
      return lastVersion;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Note> living(String name) {
    return Optional.ofNullable(notes.get(name))
        .filter(kept -> clock.instant().isBefore(kept.end()))
        .map(Kept::note);
  }

  private void sweep() {
    if (++writes % SWEEP_AFTER == 0) {
      Instant now = clock.instant();
      notes.values().removeIf(kept -> !now.isBefore(kept.end()));
    }
  }
}
