// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.ArrayList;
import java.util.List;
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
    actions = Required.list(actions, "actions");
  }

  /**
   * Starts a card.
   *
   * @param title the headline
   * @return a builder
   */
  public static Builder builder(String title) {
    return new Builder(title);
  }

  /**
   * The same card with another picture, for example once it is stored.
   *
   * @param image the picture, or null for none
   * @return a copy
   */
  public Card withImage(@Nullable MediaSource image) {
    return new Card(title, description, image, defaultAction, actions);
  }

  /**
   * Title and description as one text, for messengers that have no cards.
   *
   * @return the title, and below it the description if there is one
   */
  public String caption() {
    return description == null || description.isBlank() ? title : title + "\n" + description;
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

  /** Collects a {@link Card}; not thread-safe. */
  public static final class Builder {
    private final String title;
    private @Nullable String description;
    private @Nullable MediaSource image;
    private @Nullable CardAction defaultAction;
    private final List<CardAction> actions = new ArrayList<>();

    private Builder(String title) {
      this.title = Required.text(title, "title");
    }

    /**
     * Sets the text below the headline.
     *
     * @param text the text
     * @return this builder
     */
    public Builder description(@Nullable String text) {
      this.description = text;
      return this;
    }

    /**
     * Sets the picture.
     *
     * @param source where it is
     * @return this builder
     */
    public Builder image(@Nullable MediaSource source) {
      this.image = source;
      return this;
    }

    /**
     * Sets what a press on the card itself does.
     *
     * @param action the action
     * @return this builder
     */
    public Builder defaultAction(@Nullable CardAction action) {
      this.defaultAction = action;
      return this;
    }

    /**
     * Adds a button that opens a page.
     *
     * @param label the text on the button
     * @param url the page
     * @return this builder
     */
    public Builder link(String label, String url) {
      actions.add(new CardAction.Link(label, url));
      return this;
    }

    /**
     * Adds a button that sends a hidden value back.
     *
     * @param label the text on the button
     * @param payload the hidden value
     * @return this builder
     */
    public Builder postback(String label, String payload) {
      actions.add(new CardAction.Postback(label, payload));
      return this;
    }

    /**
     * Makes the card.
     *
     * @return the card
     */
    public Card build() {
      return new Card(title, description, image, defaultAction, actions);
    }
  }
}
