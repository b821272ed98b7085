// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Notes.Note;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one through at a time by name: in the order of their coming within the process, and never
 * two at once among instances that share the notes. Safe for concurrent use.
 */
public final class OneAtATime {
  private static final Logger log = LoggerFactory.getLogger(OneAtATime.class);
  private static final String TAKEN = "taken";
  private static final String FREE = "";
  private static final Duration SOON = Duration.ofMillis(1);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final class Gate {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;
  }

  private final ConcurrentMap<String, Gate> gates = new ConcurrentHashMap<>();
  private final Notes notes;
  private final Duration longest;

  /**
   * Makes the gates.
   *
   * @param notes by which instances see each other
   * @param longest how long one may take; after that its instance counts as dead
   */
  public OneAtATime(Notes notes, Duration longest) {
    this.notes = notes;
    this.longest = longest;
  }

  /**
   * Does something while nobody else does anything under this name.
   *
   * @param name the name
   * @param action what to do
   * @param <T> what it gives
   * @return what the action gave
   * @throws StoreUnavailableException if the store cannot be asked, or the thread is interrupted
   *     while it waits
   */
  public <T> T run(String name, Supplier<T> action) {
    Gate gate = enter(name);
    gate.lock.lock();
    try {
      String note = "gate:" + name;
      long version = acquire(note);
      try {
        return action.get();
      } finally {
        release(note, version);
      }
    } finally {
      gate.lock.unlock();
      leave(name);
    }
  }

  private Gate enter(String name) {
    return gates.compute(
        name,
        (key, known) -> {
          Gate gate = known == null ? new Gate() : known;
          gate.users++;
          return gate;
        });
  }

  private void leave(String name) {
    gates.computeIfPresent(name, (key, gate) -> --gate.users == 0 ? null : gate);
  }

  private long acquire(String note) {
    while (true) {
      Optional<Note> known = notes.read(note);
      if (known.isEmpty() || known.get().text().equals(FREE)) {
        long before = known.map(Note::version).orElse(Notes.ABSENT);
        long version = notes.write(note, before, TAKEN, longest);
        if (version != Notes.ABSENT) {
          return version;
        }
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        throw new StoreUnavailableException("interrupted while another one is under way");
      }
    }
  }

  private void release(String note, long version) {
    try {
      notes.write(note, version, FREE, SOON);
    } catch (StoreUnavailableException e) {
      log.warn("{} stays closed for {}: the store cannot be reached", note, longest, e);
    }
  }
}
