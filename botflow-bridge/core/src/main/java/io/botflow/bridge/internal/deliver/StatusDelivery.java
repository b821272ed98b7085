// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Payload;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.connector.messenger.Update;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Turns what a messenger says of our messages into receipts. Genesys Cloud knows no {@code Read}: a
 * message that was read was delivered. A message in several parts is delivered when each of them
 * is, and has failed when one of them has. Thread-safe.
 */
public final class StatusDelivery implements EntryHandler {
  private static final Duration LONGEST_WRITING = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofSeconds(3);

  private final BridgeStore store;
  private final Arrivals arrivals;

  /**
   * Makes the carrier.
   *
   * @param store where the ids of our messages are
   * @param arrivals which of their parts have arrived
   */
  public StatusDelivery(BridgeStore store, Arrivals arrivals) {
    this.store = store;
    this.arrivals = arrivals;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    return Payload.read(
        entry,
        Update.class,
        update -> {
          if (update instanceof Update.Delivered delivered) {
            return ours(entry, update, delivered.messageId(), link -> arrived(entry, update, link));
          }
          if (update instanceof Update.Read read) {
            return ours(entry, update, read.messageId(), link -> arrived(entry, update, link));
          }
          return update instanceof Update.Failed failed
              ? ours(entry, update, failed.messageId(), link -> failed(entry, failed, link))
              : Outcome.dead("no status: " + update.getClass().getSimpleName());
        });
  }

  private Outcome arrived(Entry entry, Update update, Link part) {
    List<Link> sent = store.linksByGenesysId(entry.route(), part.genesysId());
    return arrivals.arrived(entry.route(), part, sent)
        ? told(entry, Receipt.delivered(part.genesysId(), update))
        : Outcome.delivered(List.of(), List.of());
  }

  private static Outcome failed(Entry entry, Update.Failed failed, Link part) {
    return told(entry, Receipt.failed(part.genesysId(), failed));
  }

  /** Goes on with the part that a status is about, if Genesys Cloud knows its message. */
  private Outcome ours(
      Entry entry, Update update, String messengerId, Function<Link, Outcome> next) {
    List<Link> links = store.linksByMessengerId(entry.route(), update.peer().userId(), messengerId);
    return links.isEmpty()
        ? unknown(entry)
        : links.stream()
            .filter(link -> !link.genesysId().startsWith(Offers.OWN_MESSAGE))
            .findFirst()
            .map(next)
            .orElseGet(() -> Outcome.delivered(List.of(), List.of()));
  }

  /** A messenger may tell before we have written down that it took the message. */
  private static Outcome unknown(Entry entry) {
    return entry.age().compareTo(LONGEST_WRITING) < 0
        ? new Outcome.TryAgain("no message of ours has this id so far", AGAIN)
        : Outcome.delivered(List.of("not a message of Genesys Cloud's"), List.of());
  }

  private static Outcome told(Entry entry, Receipt receipt) {
    return Outcome.delivered(List.of(), List.of(), List.of(receipt.entry(entry.route())));
  }
}
