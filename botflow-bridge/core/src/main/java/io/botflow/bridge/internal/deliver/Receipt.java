// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.messenger.Update;
import java.time.Instant;
import javax.annotation.Nullable;

/**
 * What Genesys Cloud is told of a message of its own.
 *
 * @param messageId the message's id in Genesys Cloud
 * @param userId the customer
 * @param code the reason's code in Genesys Cloud; null when the message was delivered
 * @param reason the reason in words, as the operator sees it; null when the message was delivered
 * @param at when
 */
record Receipt(
    @JsonProperty("messageId") String messageId,
    @JsonProperty("userId") String userId,
    @JsonProperty("code") @Nullable String code,
    @JsonProperty("reason") @Nullable String reason,
    @JsonProperty("at") Instant at) {

  static Receipt delivered(String messageId, Update update) {
    Instant at =
        update instanceof Update.Delivered delivered ? delivered.at() : ((Update.Read) update).at();
    return new Receipt(messageId, update.peer().userId(), null, null, at);
  }

  static Receipt failed(String messageId, Update.Failed failed) {
    return new Receipt(
        messageId,
        failed.peer().userId(),
        Reasons.of(failed.reason()),
        failed.reason() + ": " + failed.detail(),
        failed.at());
  }

  /** A receipt is final, so a message has one: the store takes the first and no other. */
  NewEntry entry(String route) {
    return LaneKeys.entry(EntryKind.RECEIPT, route, userId, messageId, MessageJson.write(this));
  }
}
