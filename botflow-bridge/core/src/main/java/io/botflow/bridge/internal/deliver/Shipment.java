// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.Peer;
import java.util.List;
import javax.annotation.Nullable;

/**
 * One message on its way to a messenger.
 *
 * @param route the route it travels
 * @param entry the entry that holds it
 * @param progress where parts that are done are recorded
 * @param peer the customer
 * @param messageId the message's id on our side
 * @param conversationId the conversation in Genesys Cloud, if there is one
 * @param receipts what tells the sender when it, or something of it, cannot be delivered
 */
record Shipment(
    Route route,
    Entry entry,
    Progress progress,
    Peer peer,
    String messageId,
    @Nullable String conversationId,
    Receipts receipts) {

  /** What tells the sender of a message that it failed. */
  interface Receipts {
    List<NewEntry> of(String reasonCode, String detail);
  }

  String mediaKey(String place) {
    return FileKeys.outbound(route.id(), messageId, place);
  }

  String attemptKey(String place) {
    return route.id() + ":" + messageId + ":" + place;
  }

  Link link(int part, String messengerId) {
    return new Link(part, peer.userId(), messengerId, messageId, conversationId);
  }
}
