// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * The bridge's memory: every accepted message, in the order of its lane, until it has reached a
 * final state.
 *
 * <p>A lane is one customer on one route in one direction. Entries of a lane are worked on in the
 * order in which they were accepted, by one worker at a time: a worker claims the lane for the time
 * of a lease and gets a token with it. Each change is checked against the token, so that a worker
 * whose lease ran out can change nothing any more (it gets {@code false}). Payloads are opaque
 * texts to the store.
 *
 * <p>When a method that changes something returns, the change survives a crash of the process (in
 * stores that outlive it); each call is one transaction. Every method throws {@link
 * StoreUnavailableException} when the store cannot do it now, or is closed. Implementations are
 * safe for concurrent use and use one clock for all times, which may not be the caller's: so only
 * durations pass.
 */
public interface BridgeStore extends AutoCloseable {

  /**
   * Appends entries to the ends of their lanes and wakes the lanes.
   *
   * <p>An entry whose dedupe key is known already is left out; the rest is stored all or nothing.
   *
   * @param entries the entries in order
   * @param cursor a poll cursor to store with them, or null
   * @return for each entry in order, true when it is new
   */
  List<Boolean> accept(List<NewEntry> entries, @Nullable PollCursor cursor);

  /**
   * The cursor last stored for a source of polls.
   *
   * @param source the source, as in {@link PollCursor#source()}
   * @return the cursor's value, or empty when none was stored yet
   */
  Optional<String> cursor(String source);

  /**
   * Claims lanes that have waiting entries, are due, and are not claimed by someone else; those
   * that wait longest first.
   *
   * @param owner a name for whoever claims, for people who look into the store
   * @param maxLanes the largest number of lanes to claim
   * @param maxEntries the largest number of entries to load per lane; at least 1
   * @param lease how long the claims hold; at least a millisecond
   * @return the claims, each with at least one entry; empty when nothing is due
   * @throws IllegalArgumentException when a limit or the lease is too small
   */
  default List<ClaimedLane> claim(String owner, int maxLanes, int maxEntries, Duration lease) {
    return claim(owner, maxLanes, Allowance.unlimited(), maxEntries, lease);
  }

  /**
   * Claims lanes that have waiting entries, are due, and are not claimed by someone else; those
   * that wait longest first, and of each target at most as many as it is allowed.
   *
   * @param owner a name for whoever claims, for people who look into the store
   * @param maxLanes the largest number of lanes to claim
   * @param allowance how many of them may lead to each target
   * @param maxEntries the largest number of entries to load per lane; at least 1
   * @param lease how long the claims hold; at least a millisecond
   * @return the claims, each with at least one entry; empty when nothing is due
   * @throws IllegalArgumentException when a limit or the lease is too small
   */
  List<ClaimedLane> claim(
      String owner, int maxLanes, Allowance allowance, int maxEntries, Duration lease);

  /**
   * How long it is until some lane with waiting entries can be claimed: zero when one can be now. A
   * lane that rests can be claimed after its rest, a claimed lane after its lease.
   *
   * @return the time, or empty when no entry waits
   */
  default Optional<Duration> untilDue() {
    return untilDue(Allowance.unlimited());
  }

  /**
   * How long it is until some lane can be claimed that leads to a target with an allowance.
   *
   * @param allowance which targets count
   * @return the time, or empty when no entry waits there
   */
  Optional<Duration> untilDue(Allowance allowance);

  /**
   * Prolongs a claim.
   *
   * @param lane the claim
   * @param lease how long it shall hold from now; at least a millisecond
   * @return false when the claim is no longer the caller's
   */
  boolean renew(ClaimedLane lane, Duration lease);

  /**
   * Records that one part of an entry is done, so that a later attempt goes on behind it. A part
   * that is recorded again replaces its earlier record.
   *
   * @param lane the claim
   * @param entry the entry
   * @param link the part's ids on both sides
   * @return false when the claim is no longer the caller's
   */
  boolean record(ClaimedLane lane, Entry entry, Link link);

  /**
   * Moves an entry to its final state, with everything that follows from it, in one transaction.
   *
   * @param lane the claim, which goes on to hold
   * @param entry the entry
   * @param completion the final state, links and follow-up entries
   * @return false when the claim is no longer the caller's, or the entry no longer waits: nothing
   *     was changed
   */
  default boolean complete(ClaimedLane lane, Entry entry, Completion completion) {
    return complete(lane, List.of(new Ended(entry, completion)));
  }

  /**
   * Moves several entries of one lane to their final states, with everything that follows, in one
   * transaction: all of them or none.
   *
   * @param lane the claim, which goes on to hold
   * @param ended the entries in order
   * @return false when the claim is no longer the caller's, or one of the entries no longer waits:
   *     nothing was changed
   */
  boolean complete(ClaimedLane lane, List<Ended> ended);

  /**
   * Counts a failed attempt, lets the lane rest, and gives the claim up. New entries do not shorten
   * the rest.
   *
   * @param lane the claim
   * @param entry the entry at the head of the lane
   * @param delay how long the lane rests
   * @param reason why, for people who look into the store; without customers' content
   * @return false when the claim is no longer the caller's, or the entry no longer waits: nothing
   *     was changed
   */
  boolean postpone(ClaimedLane lane, Entry entry, Duration delay, String reason);

  /**
   * Gives a claim up and lets the lane rest, without a failed attempt. New entries do not shorten
   * the rest. No effect when the claim is no longer the caller's.
   *
   * @param lane the claim
   * @param delay how long the lane rests
   */
  void rest(ClaimedLane lane, Duration delay);

  /**
   * Gives a claim up until there is more in the lane: it is due again when another entry is
   * accepted, at once if that has happened since the claim, and after the longest time in any case.
   * No attempt is counted. No effect when the claim is no longer the caller's.
   *
   * @param lane the claim, with all the entries that waited when it was made
   * @param longest how long the lane rests if nothing comes
   */
  void awaitMore(ClaimedLane lane, Duration longest);

  /**
   * Gives a claim up; the lane is due again at once if entries still wait in it. No effect when the
   * claim is no longer the caller's.
   *
   * @param lane the claim
   */
  default void release(ClaimedLane lane) {
    rest(lane, Duration.ZERO);
  }

  /**
   * The links of a message by its id at the messenger.
   *
   * @param route the route, as in {@link NewEntry#route()}
   * @param userId the customer's id at the messenger
   * @param messengerId the message's id at the messenger
   * @return the links, newest first; empty when the message is not known
   */
  List<Link> linksByMessengerId(String route, String userId, String messengerId);

  /**
   * The links of a message by its id in Genesys Cloud.
   *
   * @param route the route, as in {@link NewEntry#route()}
   * @param genesysId the message's id in Genesys Cloud
   * @return the links in the order of their parts; empty when the message is not known
   */
  List<Link> linksByGenesysId(String route, String genesysId);

  /**
   * How many entries have not reached a final state.
   *
   * @return the number of waiting entries
   */
  long waiting();

  /**
   * The entries that failed for good and wait for someone to act.
   *
   * @param max the largest number of entries
   * @return the oldest first
   */
  List<DeadLetter> deadLetters(int max);

  /**
   * The entries of a route that failed for good and wait for someone to act.
   *
   * @param route the route, as in {@link NewEntry#route()}
   * @param max the largest number of entries
   * @return the oldest first
   */
  List<DeadLetter> deadLetters(String route, int max);

  /**
   * Puts a dead letter back to its lane, before all entries that are younger. Its attempts are
   * counted anew; the parts that were done stay done. Its age counts from now, so that it is not
   * given up at once.
   *
   * @param sequence the entry's number
   * @return false when there is no such dead letter
   */
  boolean replay(long sequence);

  /**
   * Reads a value that all instances on this store share, and stores the candidate when there is
   * none yet.
   *
   * @param name the value's name
   * @param candidate the value to store if there is none
   * @return the stored value
   */
  String shared(String name, String candidate);

  /**
   * The notes of this store.
   *
   * @return the notes, which live as long as the store is open
   */
  Notes notes();

  /**
   * The permits for requests that all instances on this store share.
   *
   * @return the permits, which can be had as long as the store is open
   */
  Pacing pacing();

  /**
   * What became of the entries of this store.
   *
   * @return the journal, which can be read as long as the store is open
   */
  Journal journal();

  /**
   * Finishes the changes under way, then releases files and connections; closing again has no
   * effect. Claims that are still held run out by themselves.
   */
  @Override
  void close();
}
