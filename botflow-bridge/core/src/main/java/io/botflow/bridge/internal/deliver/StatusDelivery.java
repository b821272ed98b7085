// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.EntryHandler;
import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.messenger.Update;
import java.time.Duration;
import java.util.List;

/**
 * Turns what a messenger says of our messages into receipts. Genesys Cloud knows no {@code Read}: a
 * message that was read was delivered. Of a message in several parts, the last one counts as its
 * delivery, and each as its failure. Thread-safe.
 */
public final class StatusDelivery implements EntryHandler {
  private static final Duration LONGEST_WRITING = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofSeconds(3);

  private final BridgeStore store;

  /**
   * Makes the carrier.
   *
   * @param store where the ids of our messages are
   */
  public StatusDelivery(BridgeStore store) {
    this.store = store;
  }

  @Override
  public Outcome handle(Entry entry, Progress progress) {
    Update update;
    try {
      update = MessageJson.read(entry.payload(), Update.class);
    } catch (IllegalArgumentException e) {
      return Outcome.dead("unreadable: " + e.getMessage());
    }
    if (update instanceof Update.Delivered delivered) {
      return delivered(entry, update, delivered.messageId());
    }
    if (update instanceof Update.Read read) {
      return delivered(entry, update, read.messageId());
    }
    return update instanceof Update.Failed failed
        ? failed(entry, failed)
        : Outcome.dead("no status: " + update.getClass().getSimpleName());
  }

  private Outcome delivered(Entry entry, Update update, String messengerId) {
    List<Link> links = links(entry, update, messengerId);
    if (links.isEmpty()) {
      return unknown(entry);
    }
    Link link = links.get(0);
    int last =
        store.linksByGenesysId(entry.route(), link.genesysId()).stream()
            .mapToInt(Link::part)
            .max()
            .orElse(link.part());
    return link.part() < last
        ? Outcome.delivered(List.of(), List.of())
        : told(Receipt.delivered(link.genesysId(), update).entry(entry.route()));
  }

  private Outcome failed(Entry entry, Update.Failed failed) {
    List<Link> links = links(entry, failed, failed.messageId());
    return links.isEmpty()
        ? unknown(entry)
        : told(Receipt.failed(links.get(0).genesysId(), failed).entry(entry.route()));
  }

  /** A messenger may tell before we have written down that it took the message. */
  private static Outcome unknown(Entry entry) {
    return entry.age().compareTo(LONGEST_WRITING) < 0
        ? new Outcome.TryAgain("no message of ours has this id so far", AGAIN)
        : Outcome.delivered(List.of("not a message of Genesys Cloud's"), List.of());
  }

  private List<Link> links(Entry entry, Update update, String messengerId) {
    return store.linksByMessengerId(entry.route(), update.peer().userId(), messengerId).stream()
        .filter(link -> !link.genesysId().startsWith(Offers.OWN_MESSAGE))
        .toList();
  }

  /** Delivered and read give the same receipt: the store takes it once. */
  private static Outcome told(NewEntry receipt) {
    return new Outcome.Final(
        new Completion(EntryState.DELIVERED, null, List.of(), List.of(receipt)));
  }
}
