// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of every entry of a store, kept until it is cleared, and what people may do about it.
 *
 * <p>It is for people and programs that look after a bridge, not for its workers. Every method
 * throws {@link StoreUnavailableException} when the store cannot do it now, or is closed.
 * Implementations are safe for concurrent use.
 */
public interface Journal {

  /**
   * One entry.
   *
   * @param sequence its number
   * @return its record, or empty when there is none (any more)
   */
  Optional<JournalRecord> find(long sequence);

  /**
   * The entries that carried a message, by an id it has on either side.
   *
   * @param id the message's id at the messenger or in Genesys Cloud, or the conversation's id
   * @param max the largest number of records
   * @return the youngest first
   */
  List<JournalRecord> ofMessage(String id, int max);

  /**
   * The entries of lanes.
   *
   * @param lanes the lanes
   * @param max the largest number of records
   * @return the youngest first
   */
  List<JournalRecord> ofLanes(Collection<String> lanes, int max);

  /**
   * The conversations in which the entries of lanes were carried.
   *
   * @param lanes the lanes
   * @return the conversations' ids in Genesys Cloud, each once
   */
  Set<String> conversations(Collection<String> lanes);

  /**
   * The content of an entry that waits or is a dead letter.
   *
   * @param sequence its number
   * @return the payload as it was accepted: customers' words, to be handled as such; empty when
   *     there is no such entry, or it has ended and its payload is gone
   */
  Optional<String> payload(long sequence);

  /**
   * How much waits, by target.
   *
   * @return the targets for which something waits, in the order of their names
   */
  List<Backlog> backlog();

  /**
   * Gives a dead letter up for good: its content is blanked, its record stays.
   *
   * @param sequence its number
   * @param reason why, for people; without customers' content
   * @return false when there is no such dead letter
   */
  boolean discard(long sequence, String reason);

  /**
   * Removes a part of the entries that ended long ago, with their links, so that calls stay short:
   * to be called again until it returns zero. What waits and dead letters stay. A message that is
   * delivered again by its sender after this is carried again.
   *
   * @param age how long ago they ended at least
   * @param max the largest number of entries to remove
   * @return how many were removed
   */
  int clear(Duration age, int max);

  /**
   * Removes lanes with everything in them: entries, whatever their state, and links. What a worker
   * carries at this moment may still arrive; its record is not kept. A store may do it in several
   * steps: when it fails half way, it can be done again.
   *
   * @param lanes the lanes
   * @return how many entries were removed
   */
  int erase(Collection<String> lanes);
}
