// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Notes.Note;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one instance poll an account: a messenger takes one poller at a time, and would end the
 * others' polls. When that instance stops or dies, another goes on. Thread-safe.
 */
public final class PollTurn {
  /** How often a turn is to be renewed, also while a poll is under way. */
  public static final Duration RENEWAL = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(PollTurn.class);
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration TERM = RENEWAL.multipliedBy(3);

  private final ReentrantLock lock = new ReentrantLock();
  private final Notes notes;
  private final String name;
  private final String instance;
  private long version = Notes.ABSENT;

  /**
   * Names the account.
   *
   * @param notes by which instances see each other
   * @param source the account, as in poll cursors
   * @param instance a name of this instance that no other has
   */
  public PollTurn(Notes notes, String source, String instance) {
    this.notes = notes;
    this.name = "poll:" + source;
    this.instance = instance;
  }

  /**
   * Takes or prolongs the turn.
   *
   * @return false while another instance has it
   * @throws StoreUnavailableException if the store cannot be asked
   */
  boolean isOurs() {
    lock.lock();
    try {
      Optional<Note> held = notes.read(name);
      boolean free = held.isEmpty() || held.get().text().equals(instance);
      version =
          free
              ? notes.write(name, held.map(Note::version).orElse(Notes.ABSENT), instance, TERM)
              : Notes.ABSENT;
      return version != Notes.ABSENT;
    } finally {
      lock.unlock();
    }
  }

  /** Prolongs a turn that is held; a store that is away is asked again at the next renewal. */
  public void renew() {
    lock.lock();
    try {
      if (version != Notes.ABSENT) {
        isOurs();
      }
    } catch (StoreUnavailableException e) {
      log.warn("{} may go to another instance: {}", name, e.getMessage());
    } finally {
      lock.unlock();
    }
  }

  /** Gives the turn up, so that another instance need not wait for its end. */
  void end() {
    lock.lock();
    try {
      if (version != Notes.ABSENT) {
        notes.write(name, version, instance, SOON);
        version = Notes.ABSENT;
      }
    } finally {
      lock.unlock();
    }
  }
}
