// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.operations;

import io.botflow.bridge.internal.direct.Talks;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.store.Backlog;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.JournalRecord;
import io.botflow.bridge.store.StoreUnavailableException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The journal and the dead letters of a bridge, for those who look after it.
 *
 * <pre>{@code
 * Operations operations = bridge.operations();
 * for (DeadLetter letter : operations.deadLetters(100)) {
 *   System.out.println(letter.sequence() + " " + letter.reason());
 * }
 * operations.replay(17);
 * operations.discard(18, "a test message");
 * }</pre>
 *
 * <p>It needs a store and no bridge: a program of its own may use it beside a running one, where
 * the store takes several processes. Every method throws {@link StoreUnavailableException} when the
 * store cannot do it now. Thread-safe.
 */
public final class Operations {
  private static final int REPLAYED_AT_ONCE = 500;

  private final BridgeStore store;
  private final Runnable wake;

  private Operations(BridgeStore store, Runnable wake) {
    this.store = Objects.requireNonNull(store, "store");
    this.wake = Objects.requireNonNull(wake, "wake");
  }

  /**
   * The operations on a store, whose bridges notice within a second what was done.
   *
   * @param store the store
   * @return its operations
   */
  public static Operations of(BridgeStore store) {
    return new Operations(store, () -> {});
  }

  /**
   * The operations on a store.
   *
   * @param store the store
   * @param wake called when something waits again
   * @return its operations
   */
  public static Operations of(BridgeStore store, Runnable wake) {
    return new Operations(store, wake);
  }

  /**
   * What failed for good and waits for someone to act.
   *
   * @param max the largest number of dead letters
   * @return the oldest first
   */
  public List<DeadLetter> deadLetters(int max) {
    return store.deadLetters(max);
  }

  /**
   * One entry, whatever became of it.
   *
   * @param sequence its number, as in a dead letter or an event
   * @return its record, or empty when there is none (any more)
   */
  public Optional<JournalRecord> find(long sequence) {
    return store.journal().find(sequence);
  }

  /**
   * The shape of what an entry carries: field names and codes, without the words of anyone.
   *
   * @param sequence the entry's number
   * @return its payload as JSON with all words masked; empty when it has ended and its payload is
   *     gone
   */
  public Optional<String> redactedPayload(long sequence) {
    return payload(sequence).map(Redaction::of);
  }

  /**
   * What an entry carries, with the words of customers and operators: not for logs.
   *
   * @param sequence the entry's number
   * @return its payload; empty when it has ended and its payload is gone
   */
  public Optional<String> payload(long sequence) {
    return store.journal().payload(sequence);
  }

  /**
   * Lets a dead letter be carried again, before all of its customer's messages that are younger.
   * The parts that were done stay done.
   *
   * @param sequence its number
   * @return false when there is no such dead letter
   */
  public boolean replay(long sequence) {
    boolean found = store.replay(sequence);
    wake.run();
    return found;
  }

  /**
   * Lets the oldest dead letters of a route be carried again, in their order.
   *
   * @param route the integration's id
   * @param max the largest number of dead letters
   * @return how many there were
   */
  public int replayAll(String route, int max) {
    // The oldest first: so none of them is carried before an older one of its customer.
    int replayed = 0;
    int more = 1;
    while (more > 0 && replayed < max) {
      more = replayOldest(route, Math.min(REPLAYED_AT_ONCE, max - replayed));
      replayed += more;
    }
    wake.run();
    return replayed;
  }

  private int replayOldest(String route, int max) {
    List<DeadLetter> letters = store.deadLetters(route, max);
    return (int) letters.stream().filter(letter -> store.replay(letter.sequence())).count();
  }

  /**
   * Gives a dead letter up for good: its content is blanked, its record stays.
   *
   * @param sequence its number
   * @param reason why, for people; without customers' content
   * @return false when there is no such dead letter
   */
  public boolean discard(long sequence, String reason) {
    return store.journal().discard(sequence, reason);
  }

  /**
   * The way of a message, by an id it has on either side.
   *
   * @param id the message's id at the messenger or in Genesys Cloud, or the conversation's id
   * @param max the largest number of records
   * @return the youngest first; messengers may use the same id for several customers
   */
  public List<JournalRecord> ofMessage(String id, int max) {
    return store.journal().ofMessage(id, max);
  }

  /**
   * What was carried for a customer, both ways.
   *
   * @param route the integration's id
   * @param userId the customer's id at the messenger
   * @param max the largest number of records
   * @return the youngest first
   */
  public List<JournalRecord> ofCustomer(String route, String userId, int max) {
    return store.journal().ofLanes(LaneKeys.customerLanes(route, userId), max);
  }

  /**
   * How much waits, by target.
   *
   * @return the targets for which something waits
   */
  public List<Backlog> backlog() {
    return store.journal().backlog();
  }

  /**
   * Removes what the store knows of a customer: messages that wait, dead letters, records, ids on
   * both sides, offers, files to hand to bots, talks with bots, and the answers kept for requests
   * that are repeated. A message that is being carried at this moment may still arrive. Files in
   * the media store go when their time is over. When it fails half way, do it again.
   *
   * @param route the integration's id
   * @param userId the customer's id at the messenger
   * @return how many entries and notes were removed
   */
  public int erase(String route, String userId) {
    List<String> lanes = LaneKeys.customerLanes(route, userId);
    List<String> suffixes =
        Stream.of(
                Stream.of(Talks.owner(route, userId)),
                Talks.conversation(store.notes(), route, userId).stream(),
                store.journal().conversations(lanes).stream())
            .flatMap(Function.identity())
            .map(owner -> ":" + owner)
            .distinct()
            .toList();
    // The journal alone knows the conversations: so it goes after their notes, or who tries again
    // after a failure would not find them. What a worker has noted meanwhile goes last.
    int removed = store.notes().removeEndingWith(suffixes);
    removed += store.journal().erase(lanes);
    return removed + store.notes().removeEndingWith(suffixes);
  }
}
