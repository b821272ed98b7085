// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.messenger.Update;
import java.util.List;

/** What one update of Telegram's turned out to be. */
sealed interface Reading {

  /** Something the bridge should know: at least one update, in order. */
  record Understood(List<Update> updates) implements Reading {
    /** {@inheritDoc} */
    public Understood {
      updates = List.copyOf(updates);
    }
  }

  /** Nothing to us, with the reason for the log; without customers' content. */
  record Ignored(String reason) implements Reading {}
}
