// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.List;
import java.util.Objects;

/**
 * A text with buttons to choose from.
 *
 * @param text the question
 * @param options the buttons in order; at least one
 */
public record Choices(String text, List<Choice> options) implements Part {

  /** {@inheritDoc} */
  public Choices {
    Objects.requireNonNull(text, "text");
    options = List.copyOf(Objects.requireNonNull(options, "options"));
    if (options.isEmpty()) {
      throw new IllegalArgumentException("options must not be empty");
    }
  }

  @Override
  public PartKind kind() {
    return PartKind.CHOICES;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Choices[***]";
  }
}
