// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A title with perhaps a description, a picture and buttons.
 *
 * @param title the headline
 * @param description the text below it
 * @param image the picture
 * @param defaultAction what a press on the card itself does
 * @param actions the buttons in order; may be empty
 */
public record Card(
    String title,
    @Nullable String description,
    @Nullable MediaSource image,
    @Nullable CardAction defaultAction,
    List<CardAction> actions)
    implements Part {

  /** {@inheritDoc} */
  public Card {
    Required.text(title, "title");
    actions = List.copyOf(Objects.requireNonNull(actions, "actions"));
  }

  @Override
  public PartKind kind() {
    return PartKind.CARD;
  }

  @Override
  public <R> R accept(PartVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Shows the kind, never the content. */
  @Override
  public String toString() {
    return "Card[***]";
  }
}
