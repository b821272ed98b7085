// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Notes in a map; each write takes two whose life is over away, so that none ever holds the rest
 * up.
 */
final class MemoryNotes implements Notes {
  private static final int SWEPT_AT_ONCE = 2;

  private record Kept(Note note, Instant end) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Kept> notes = new HashMap<>();
  private final NavigableMap<Kept, String> ends =
      new TreeMap<>(Comparator.comparing(Kept::end).thenComparing(kept -> kept.note().version()));
  private final Clock clock;
  private final Runnable guard;
  private long lastVersion;

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
      Kept kept = new Kept(new Note(text, lastVersion), clock.instant().plus(life));
      Kept before = notes.put(name, kept);
      if (before != null) {
        ends.remove(before);
      }
      ends.put(kept, name);
      return lastVersion;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int removeEndingWith(Collection<String> suffixes) {
    if (suffixes.contains("")) {
      throw new IllegalArgumentException("suffixes: none may be empty");
    }
    Predicate<String> meant = name -> suffixes.stream().anyMatch(name::endsWith);
    lock.lock();
    try {
      guard.run();
      int before = notes.size();
      ends.values().removeIf(meant);
      notes.keySet().removeIf(meant);
      return before - notes.size();
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
    Instant now = clock.instant();
    for (int i = 0; i < SWEPT_AT_ONCE; i++) {
      Map.Entry<Kept, String> first = ends.firstEntry();
      if (first == null || now.isBefore(first.getKey().end())) {
        return;
      }
      ends.remove(first.getKey());
      notes.remove(first.getValue());
    }
  }

  /** How many notes take room, whether their life is over or not. */
  int size() {
    lock.lock();
    try {
      return notes.size();
    } finally {
      lock.unlock();
    }
  }
}
