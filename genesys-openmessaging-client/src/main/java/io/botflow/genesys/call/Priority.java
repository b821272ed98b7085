// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.call;

/** Who goes first when the budget is short; in the order of the constants. */
public enum Priority {
  /** Messages, button presses, and everything else that someone waits for. */
  MESSAGE,
  /** What became of a message. */
  RECEIPT,
  /** Typing: worth nothing a few seconds later. */
  TYPING
}
