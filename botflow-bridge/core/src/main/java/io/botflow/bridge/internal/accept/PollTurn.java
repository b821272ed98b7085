// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.accept;

import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Notes.Note;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets one instance poll an account: a messenger takes one poller at a time, and would end the
 * others' polls. When that instance stops or dies, another goes on. Used by one thread.
 */
public final class PollTurn {
  private static final Duration SOON = Duration.ofMillis(1);
  // Longer than the longest poll with its time-outs.
  private static final Duration TERM = Duration.ofSeconds(90);

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
   * @throws io.botflow.bridge.store.StoreUnavailableException if the store cannot be asked
   */
  boolean isOurs() {
    Optional<Note> held = notes.read(name);
    boolean free = held.isEmpty() || held.get().text().equals(instance);
    version =
        free
            ? notes.write(name, held.map(Note::version).orElse(Notes.ABSENT), instance, TERM)
            : Notes.ABSENT;
    return version != Notes.ABSENT;
  }

  /** Gives the turn up, so that another instance need not wait for its end. */
  void end() {
    if (version != Notes.ABSENT) {
      notes.write(name, version, instance, SOON);
    }
  }
}
