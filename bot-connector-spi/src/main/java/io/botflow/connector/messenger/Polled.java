// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.util.List;
import javax.annotation.Nullable;

/**
 * What one poll brought.
 *
 * @param updates the updates in order
 * @param cursor what to pass to the next poll once the updates are stored
 * @param ignored the reasons for what was understood as nothing, for the log; without customers'
 *     content
 */
public record Polled(List<Update> updates, @Nullable String cursor, List<String> ignored) {

  /** {@inheritDoc} */
  public Polled {
    updates = List.copyOf(updates);
    ignored = List.copyOf(ignored);
  }
}
