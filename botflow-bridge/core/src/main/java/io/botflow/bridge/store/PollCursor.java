// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.Objects;

/**
 * How far a source of polls has been read.
 *
 * @param source the source, for example {@code telegram:123}
 * @param value the cursor as the adapter gave it
 */
public record PollCursor(String source, String value) {
  /** {@inheritDoc} */
  public PollCursor {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(value, "value");
  }
}
