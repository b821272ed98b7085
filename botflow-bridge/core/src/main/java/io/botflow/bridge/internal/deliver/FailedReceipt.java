// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.MessageJson;
import java.time.Instant;

/**
 * What Genesys Cloud is told of a message that did not reach the customer.
 *
 * @param messageId the message's id in Genesys Cloud
 * @param userId the customer
 * @param code the reason's code in Genesys Cloud
 * @param reason the reason in words, as the operator sees it
 * @param at when it failed
 */
record FailedReceipt(String messageId, String userId, String code, String reason, Instant at) {

  NewEntry entry(String route) {
    return LaneKeys.entry(
        EntryKind.RECEIPT, route, userId, messageId + "|Failed", MessageJson.write(this));
  }
}
