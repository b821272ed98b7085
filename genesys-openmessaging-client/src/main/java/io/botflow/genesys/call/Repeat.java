// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

/**
 * What a second try of an operation does when the first one may have taken effect. A try that
 * certainly had none (429, or no connection) may be repeated in any case.
 */
public enum Repeat {
  /** Nothing more than the first: it reads, or it sets what is set already. */
  ALWAYS,
  /**
   * Nothing more, provided the message carries an id of the sender by which it is recognised. How
   * Genesys Cloud treats an id that it has seen is not documented: {@link
   * RetryPolicy.Builder#trustMessageIds} turns this off.
   */
  WITH_MESSAGE_ID,
  /** Nothing more, provided the bytes can be read from their beginning once more. */
  WITH_SOURCE,
  /** It finds nothing left to delete; not found is then the success of the first try. */
  UNTIL_GONE,
  /** The same again: a second message, conversation or entity. */
  NEVER
}
