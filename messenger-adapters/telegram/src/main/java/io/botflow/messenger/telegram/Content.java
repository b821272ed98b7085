// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Part;
import java.util.List;

/**
 * What a message of Telegram's says.
 *
 * @param kind Telegram's own name of it, for example {@code video_note}
 * @param parts the same in our terms; at least one
 */
record Content(String kind, List<Part> parts) {
  Content {
    parts = List.copyOf(parts);
  }
}
