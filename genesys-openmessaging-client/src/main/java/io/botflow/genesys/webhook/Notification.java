// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.internal.json.WireJson;
import javax.annotation.Nullable;

/**
 * What one webhook request says: a closed set, in which {@link UnknownNotification} stands for
 * everything this version has no type for. Immutable.
 *
 * <p>Requests may arrive twice and in any order: leave out what {@link #dedupeKey()} has been seen
 * before, and sort by the time of the channel.
 *
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/outboundMessages">Outbound
 *     messages</a>
 */
public sealed interface Notification
    permits EventNotification, MessageNotification, ReceiptNotification, UnknownNotification {

  /**
   * The Genesys Cloud id. A receipt has the id of the message it is about.
   *
   * @return the id, if the wire had one
   */
  @Nullable
  String id();

  /**
   * The kind on the wire.
   *
   * @return the value of {@code type}; empty when the wire had none
   */
  MessageType type();

  /**
   * Where it came from and goes: {@code from} is the integration, {@code to} the customer.
   *
   * @return the channel, if the wire had one
   */
  @Nullable
  MessagingChannel channel();

  /**
   * Which way it goes.
   *
   * @return the direction, if the wire had one
   */
  @Nullable
  Direction direction();

  /**
   * The conversation.
   *
   * @return its id, if the wire had one
   */
  @Nullable
  String conversationId();

  /**
   * Calls the method of the visitor that fits this notification.
   *
   * @param visitor one method per kind
   * @param <R> what the visitor makes of it
   * @return what the visitor returned
   */
  <R> R accept(NotificationVisitor<R> visitor);

  /**
   * Under which repeated deliveries of the same thing are recognised: the id with type and status,
   * because receipts share the id of their message. Without an id it is a digest of the whole.
   *
   * @return the key
   */
  @JsonIgnore
  default String dedupeKey() {
    return DedupeKeys.of(this);
  }

  /**
   * The notification as JSON, with what this version does not know. Read it again with {@link
   * WebhookParser#parse(String)}. It is not what was signed: bytes and order may differ.
   *
   * @return compact JSON
   */
  default String toJson() {
    return WireJson.text(this);
  }
}
