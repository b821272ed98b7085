// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * What became of an entry. Times are of the store's clock.
 *
 * @param sequence its number
 * @param lane the lane it belongs to; names the customer
 * @param kind what it is
 * @param route the route it travels
 * @param dedupeKey the key by which a repeat is recognised; names the message
 * @param state where it stands
 * @param attempts how many attempts have failed since it was accepted or last replayed
 * @param acceptedAt when it was accepted or last replayed
 * @param endedAt when it reached its final state, or null
 * @param detail what changed, why it failed, or why it waits; null when nothing is to be said
 * @param failures the failed attempts, the oldest first; of many, the first ones and the last one
 * @param links the parts that were carried, with their ids on both sides
 */
public record JournalRecord(
    long sequence,
    String lane,
    EntryKind kind,
    String route,
    String dedupeKey,
    EntryState state,
    int attempts,
    Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable String detail,
    List<Failure> failures,
    List<Link> links) {
  /** How many failed attempts are kept of an entry, besides the last one. */
  public static final int KEPT_FAILURES = 20;

  /** {@inheritDoc} */
  public JournalRecord {
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(dedupeKey, "dedupeKey");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    failures = List.copyOf(failures);
    links = List.copyOf(links);
  }

  /**
   * An attempt that failed.
   *
   * @param at when
   * @param reason why, with the far side's correlation id if it gave one
   */
  public record Failure(Instant at, String reason) {}

  /** Shows number, kind, route and state: lane, key and links may be personal. */
  @Override
  public String toString() {
    return "JournalRecord[" + sequence + ", " + kind + ", route " + route + ", " + state + "]";
  }
}
