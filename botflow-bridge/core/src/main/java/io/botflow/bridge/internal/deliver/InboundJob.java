// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.dialogue.CustomerFiles;
import io.botflow.bridge.internal.lane.Progress;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.Link;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Profile;
import io.botflow.genesys.openmessaging.SentMessage;
import javax.annotation.Nullable;

/**
 * One message of a customer on its way to Genesys Cloud.
 *
 * @param route the route it travels
 * @param entry the entry that holds it
 * @param progress where parts that are done are recorded
 * @param message the message
 * @param sender what is known of the customer, or null
 * @param updateId the messenger's key of it
 */
record InboundJob(
    Route route,
    Entry entry,
    Progress progress,
    Message message,
    @Nullable Profile sender,
    String updateId) {

  /**
   * What identifies the update everywhere: messengers count updates per account, messages per
   * customer.
   */
  String key() {
    return message.peer().userId() + ":" + updateId;
  }

  CustomerFiles.Customer customer() {
    return new CustomerFiles.Customer(route.id(), message.peer().userId());
  }

  Link link(int part, @Nullable SentMessage sent) {
    return new Link(
        part,
        message.peer().userId(),
        message.id(),
        sent == null || sent.id() == null ? key() : sent.id(),
        sent == null ? null : sent.conversationId());
  }
}
