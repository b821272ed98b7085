// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

/** What an entry is, and so who works on it. */
public enum EntryKind {
  /** An update of a messenger, on its way to Genesys Cloud. */
  INBOUND,
  /** A webhook of Genesys Cloud, on its way to a messenger. */
  OUTBOUND,
  /** A message that the bridge itself wrote, or a bot that it asks, on its way to a messenger. */
  OWN_MESSAGE,
  /** A customer's talk with such a bot, on its way to an operator. */
  HAND_OVER,
  /** What a messenger says of a message of ours, on its way to Genesys Cloud. */
  STATUS,
  /** What became of a message of Genesys Cloud, on its way back there. */
  RECEIPT,
  /**
   * The files of a message, to be fetched before their links run out, whenever the message's own
   * turn comes. It has no outcome of its own: it ends as delivered, and what cannot be had is told
   * by the message.
   */
  FETCH
}
