// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
    options = Required.some(options, "options");
  }

  /**
   * A text with buttons whose payloads are their labels.
   *
   * @param text the question
   * @param labels the texts on the buttons, in order; at least one
   * @return the part
   */
  public static Choices of(String text, String... labels) {
    return new Choices(text, Stream.of(labels).map(Choice::of).toList());
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
