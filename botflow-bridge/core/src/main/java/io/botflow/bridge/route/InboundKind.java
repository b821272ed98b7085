// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.route;

/** What customers do in messengers and Open Messaging has no word for. */
public enum InboundKind {
  /** A sticker. */
  STICKER,
  /** A place on the map. */
  LOCATION,
  /** A contact of the address book. */
  CONTACT,
  /** The customer's own telephone number. */
  OWN_NUMBER,
  /** A voice note. */
  VOICE,
  /** A film in a round frame, taken to be sent at once. */
  ROUND_VIDEO,
  /** A story of somebody's. */
  STORY,
  /** A link that was shared as such; one in the words of a text is part of the text. */
  SHARED_LINK,
  /** That a message answers an earlier one. */
  QUOTE,
  /** A reaction to a message. */
  REACTION,
  /** A changed message. */
  EDIT,
  /** A message taken back. */
  DELETION,
  /** The customer pressed the start button behind a deep link. */
  DEEP_LINK,
  /** The conversation was opened without a message, for example by unblocking the account. */
  START,
  /** The customer blocked the account, or unsubscribed. */
  STOP
}
