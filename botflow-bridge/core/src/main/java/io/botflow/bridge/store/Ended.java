// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.util.Objects;

/**
 * An entry with the final state that it comes to.
 *
 * @param entry the entry
 * @param completion the final state, links and follow-up entries
 */
public record Ended(Entry entry, Completion completion) {
  /** {@inheritDoc} */
  public Ended {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(completion, "completion");
  }
}
