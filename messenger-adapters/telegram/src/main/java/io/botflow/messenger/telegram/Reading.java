// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.messenger.Update;

/** What one update of Telegram's turned out to be. */
sealed interface Reading {

  /** Something the bridge should know. */
  record Understood(Update update) implements Reading {}

  /** Nothing to us, with the reason for the log; without customers' content. */
  record Ignored(String reason) implements Reading {}
}
