// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.Objects;

/**
 * A plain text without markup; may be empty, never null.
 *
 * @param text the text, of any length
 */
public record Text(String text) implements Part {

  /** {@inheritDoc} */
  public Text {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public PartKind kind() {
    return PartKind.TEXT;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Text[***]";
  }
}
