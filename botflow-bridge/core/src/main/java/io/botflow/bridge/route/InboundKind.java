// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.route;

/** What customers do in messengers and Open Messaging has no word for. */
public enum InboundKind {
  /** A sticker. */
  STICKER,
  /** A place on the map. */
  LOCATION,
  /** A contact of the address book, or the customer's own number. */
  CONTACT,
  /** That a message answers an earlier one. */
  QUOTE,
  /** A reaction to a message. */
  REACTION,
  /** A changed message. */
  EDIT,
  /** A message taken back. */
  DELETION,
  /** The conversation was opened without a message, perhaps by a deep link. */
  START,
  /** The customer blocked the account, or unsubscribed. */
  STOP
}
