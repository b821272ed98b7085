// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.List;

/**
 * Several cards side by side.
 *
 * @param cards the cards in order; at least one
 */
public record Carousel(List<Card> cards) implements Part {

  /** {@inheritDoc} */
  public Carousel {
    cards = Required.some(cards, "cards");
  }

  @Override
  public PartKind kind() {
    return PartKind.CAROUSEL;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Carousel[***]";
  }
}
