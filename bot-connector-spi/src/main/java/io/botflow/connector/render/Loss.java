// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.PartKind;
import java.util.Objects;

/**
 * One difference between what was to be said and what the customer will see.
 *
 * @param kind the kind of content that changed
 * @param what what became of it, in words for a log and an operator; never customers' content
 */
public record Loss(PartKind kind, String what) {

  /** {@inheritDoc} */
  public Loss {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(what, "what");
  }

  /** Shows the loss as a line of a log has it: the kind, then what became of it. */
  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
