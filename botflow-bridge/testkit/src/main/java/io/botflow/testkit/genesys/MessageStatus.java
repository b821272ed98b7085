// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

/** How far a message has come. */
public enum MessageStatus {
  /** Inbound: accepted and recorded. */
  RECEIVED,
  /** Outbound: waiting for its webhook, or the webhook is being retried. */
  QUEUED,
  /** Outbound: the integration's webhook answered 2xx. */
  SENT,
  /** Outbound: a receipt says that it reached the customer. */
  DELIVERED,
  /** Outbound: the webhook failed finally, or a receipt says that delivery failed. */
  FAILED,
  /** Outbound: never sent, because a setting of the integration forbids it. */
  NOT_SENT
}
