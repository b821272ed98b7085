// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * What a card may have. Without further statements it has a text of any length, no picture and no
 * buttons.
 *
 * @param title how long the title may be, or null when no limit is known
 * @param description how long the description may be, or null when no limit is known
 * @param text how long {@link Card#caption()}, both of them together, may be, or null when no limit
 *     is known
 * @param picture whether a card has a picture
 * @param opensLink true when a press on the card itself may open a page
 * @param links how many buttons may open a page
 * @param postbacks how many buttons may send a value back
 * @param actions how many buttons there may be in all
 * @param mixed true when links and postbacks may stand on one card
 * @param label how long the label of a button may be
 * @param payload how long a hidden value may be
 */
public record CardLimit(
    @Nullable TextLimit title,
    @Nullable TextLimit description,
    @Nullable TextLimit text,
    CardLimit.Picture picture,
    boolean opensLink,
    int links,
    int postbacks,
    int actions,
    boolean mixed,
    TextLimit label,
    TextLimit payload) {

  /** Whether a card has a picture. */
  public enum Picture {
    /** It has none. */
    NONE,
    /** It may have one. */
    OPTIONAL,
    /** It must have one. */
    REQUIRED
  }

  /** {@inheritDoc} */
  public CardLimit {
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(payload, "payload");
    if (links < 0 || postbacks < 0 || actions < 0) {
      throw new IllegalArgumentException("links, postbacks and actions must not be negative");
    }
  }

  /**
   * Starts the limit of a card's buttons.
   *
   * @param label how long the label of a button may be
   * @param payload how long a hidden value may be
   * @return a builder
   */
  public static Builder builder(TextLimit label, TextLimit payload) {
    return new Builder(label, payload);
  }

  /**
   * Why a card is not shown as it is.
   *
   * @param card the card
   * @return the reason, in words for a log and without content; empty when it is shown
   */
  public Optional<String> refusal(Card card) {
    if (picture == Picture.NONE && card.image() != null) {
      return Optional.of("cards have no picture");
    }
    if (picture == Picture.REQUIRED && card.image() == null) {
      return Optional.of("a card must have a picture");
    }
    if (exceeds(title, card.title())
        || (card.description() != null && exceeds(description, card.description()))
        || exceeds(text, card.caption())) {
      return Optional.of("its text is too long");
    }
    if (card.defaultAction() != null && !(opensLink && isWebLink(card.defaultAction()))) {
      return Optional.of("a press on the card itself does nothing");
    }
    return refusalOfActions(card);
  }

  private Optional<String> refusalOfActions(Card card) {
    int linked = 0;
    for (CardAction action : card.actions()) {
      if (action instanceof CardAction.Link link) {
        linked++;
        if (link.label() == null || link.label().isBlank() || !label.allows(link.label())) {
          return Optional.of("a button's label is missing or too long");
        }
        if (!isWebLink(link)) {
          return Optional.of("a button opens no web page");
        }
      } else if (action instanceof CardAction.Postback postback) {
        if (!label.allows(postback.label())) {
          return Optional.of("a button's label is too long");
        }
        if (!payload.allows(postback.payload())) {
          return Optional.of("a button's payload is too long");
        }
      }
    }
    int pressed = card.actions().size() - linked;
    if (linked > links || pressed > postbacks || linked + pressed > actions) {
      return Optional.of("too many buttons");
    }
    return !mixed && linked > 0 && pressed > 0
        ? Optional.of("links and other buttons do not mix")
        : Optional.empty();
  }

  private static boolean exceeds(@Nullable TextLimit limit, String text) {
    return limit != null && !limit.allows(text);
  }

  /** Messengers refuse the whole message for one button that leads nowhere. */
  private static boolean isWebLink(CardAction action) {
    if (!(action instanceof CardAction.Link link)) {
      return false;
    }
    try {
      URI uri = new URI(link.url());
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && uri.getHost().indexOf('.') > 0;
    } catch (URISyntaxException notUrl) {
      return false;
    }
  }

  /** Collects a {@link CardLimit}; not thread-safe. */
  public static final class Builder {
    private final TextLimit label;
    private final TextLimit payload;
    private @Nullable TextLimit title;
    private @Nullable TextLimit description;
    private @Nullable TextLimit text;
    private Picture picture = Picture.NONE;
    private boolean opensLink;
    private int links;
    private int postbacks;
    private int actions = Integer.MAX_VALUE;
    private boolean mixed;

    private Builder(TextLimit label, TextLimit payload) {
      this.label = Objects.requireNonNull(label, "label");
      this.payload = Objects.requireNonNull(payload, "payload");
    }

    /**
     * Title and description have limits of their own.
     *
     * @param title how long the title may be
     * @param description how long the description may be
     * @return this builder
     */
    public Builder texts(TextLimit title, TextLimit description) {
      this.title = Objects.requireNonNull(title, "title");
      this.description = Objects.requireNonNull(description, "description");
      return this;
    }

    /**
     * Title and description share a limit.
     *
     * @param limit how long both together may be, with a line break between them
     * @return this builder
     */
    public Builder text(TextLimit limit) {
      this.text = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /**
     * Cards have pictures.
     *
     * @param value whether they may or must
     * @return this builder
     */
    public Builder picture(Picture value) {
      this.picture = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * A press on the card itself may open a page.
     *
     * @return this builder
     */
    public Builder opensLink() {
      this.opensLink = true;
      return this;
    }

    /**
     * Cards have buttons of any kind, side by side.
     *
     * @param max how many
     * @return this builder
     */
    public Builder actions(int max) {
      this.links = max;
      this.postbacks = max;
      this.actions = max;
      this.mixed = true;
      return this;
    }

    /**
     * Cards have either links or buttons that send a value back.
     *
     * @param maxLinks how many links
     * @param maxPostbacks how many others
     * @return this builder
     */
    public Builder eitherActions(int maxLinks, int maxPostbacks) {
      this.links = maxLinks;
      this.postbacks = maxPostbacks;
      this.actions = Math.max(maxLinks, maxPostbacks);
      this.mixed = false;
      return this;
    }

    /**
     * Makes the limit.
     *
     * @return the limit
     */
    public CardLimit build() {
      return new CardLimit(
          title,
          description,
          text,
          picture,
          opensLink,
          links,
          postbacks,
          actions,
          mixed,
          label,
          payload);
    }
  }
}
