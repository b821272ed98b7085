// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Short texts by name, each with a version and an end of life: what the bot endpoint remembers of
 * sessions and of the answers it gave.
 *
 * <p>A note is changed by naming the version that was read, so that of two who change it at once,
 * on whatever instance, one is told. After its life a note is as if it had never been. Every method
 * throws {@link StoreUnavailableException} when the store cannot do it now, or is closed.
 * Implementations are safe for concurrent use.
 */
public interface Notes {
  /** The version of a note that is not there. */
  long ABSENT = 0;

  /**
   * A note.
   *
   * @param text its text
   * @param version its version; never {@link #ABSENT}
   */
  record Note(String text, long version) {
    /** Shows the version, never the text, which may hold the customer's own words. */
    @Override
    public String toString() {
      return "Note[***, " + version + "]";
    }
  }

  /**
   * Notes that end with the process.
   *
   * @param clock by which lives are measured
   * @return an empty collection
   */
  static Notes inMemory(Clock clock) {
    return new MemoryNotes(clock, () -> {});
  }

  /**
   * Reads a note.
   *
   * @param name its name
   * @return the note, or empty when there is none
   */
  Optional<Note> read(String name);

  /**
   * Writes a note if nobody was faster.
   *
   * @param name its name
   * @param version the version that was read; {@link #ABSENT} when there was none
   * @param text its new text
   * @param life how long it lives from now; at least a millisecond
   * @return the new version, larger than the one before; {@link #ABSENT} when the note has another
   *     version by now, and nothing was changed
   * @throws IllegalArgumentException when the life is too short
   */
  long write(String name, long version, String text, Duration life);

  /**
   * Removes every note whose name ends in one of some ways, in one pass over all names. When it
   * fails half way, it can be done again.
   *
   * @param suffixes the ends of the names, none of them empty
   * @return how many notes were removed
   * @throws IllegalArgumentException when one of them is empty
   */
  int removeEndingWith(Collection<String> suffixes);
}
