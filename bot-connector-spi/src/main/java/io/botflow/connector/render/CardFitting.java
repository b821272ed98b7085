// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Part;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.TextLimit;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * Brings cards nearer to the limits of a messenger, and keeps what changed. A button is never left
 * out: cards with more than may be have to become something else.
 */
final class CardFitting {
  private static final String ELLIPSIS = "…";

  private final CardLimit limit;
  private final Set<String> changes = new LinkedHashSet<>();

  CardFitting(CardLimit limit) {
    this.limit = limit;
  }

  /** What changed, in words. */
  Set<String> changes() {
    return changes;
  }

  /** The card with each action where the messenger has a place for it. */
  Card moved(Card card) {
    List<CardAction> actions = new ArrayList<>();
    card.actions().forEach(action -> actions.add(labelled(action)));
    CardAction own = card.defaultAction();
    if (own == null || (own instanceof CardAction.Link && limit.opensLink())) {
      return new Card(card.title(), card.description(), card.image(), own, actions);
    }
    changes.add("a press on the card itself does nothing, there is a button for it");
    if (actions.stream().noneMatch(action -> isSame(action, own))) {
      actions.add(labelled(own));
    }
    return new Card(card.title(), card.description(), card.image(), null, actions);
  }

  /**
   * The cards side by side in as many carousels as it takes, with texts cut to what is shown; none
   * when a carousel would become too small. Whether the cards are legal is not judged.
   */
  List<Part> carousels(Carousel carousel, CarouselLimit carouselLimit) {
    List<Card> cards = carousel.cards().stream().map(card -> cut(moved(card))).toList();
    int count = (cards.size() + carouselLimit.maxCards() - 1) / carouselLimit.maxCards();
    if (cards.size() / count < carouselLimit.minCards()) {
      return List.of();
    }
    if (count > 1) {
      changes.add("split into " + count + " carousels");
    }
    List<Part> carousels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      carousels.add(
          new Carousel(cards.subList(i * cards.size() / count, (i + 1) * cards.size() / count)));
    }
    return carousels;
  }

  private Card cut(Card card) {
    String title = cut(card.title(), limit.title(), 0, "a title is cut");
    title = cut(title == null ? card.title() : title, limit.text(), 0, "a title is cut");
    if (title == null) {
      return card;
    }
    String description = card.description();
    if (description != null) {
      TextLimit text = limit.text();
      int used = text == null ? 0 : text.unit().count(title + "\n");
      description = cut(description, limit.description(), 0, "a description is cut");
      description =
          description == null ? null : cut(description, text, used, "a description is cut");
    }
    return new Card(title, description, card.image(), card.defaultAction(), card.actions());
  }

  /** As much of a text as fits beside what is there already; null when nothing does. */
  private @Nullable String cut(String text, @Nullable TextLimit whole, int used, String change) {
    if (whole == null || whole.unit().count(text) + used <= whole.max()) {
      return text;
    }
    changes.add(change);
    int room = whole.max() - used - whole.unit().count(ELLIPSIS);
    if (room <= 0) {
      return null;
    }
    List<String> pieces = TextSplitter.split(text, new TextLimit(room, whole.unit())).texts();
    return pieces.isEmpty() ? null : pieces.get(0).stripTrailing() + ELLIPSIS;
  }

  private CardAction labelled(CardAction action) {
    if (!(action instanceof CardAction.Link link) || Visible.in(link.label())) {
      return action;
    }
    changes.add("a link without a label shows its site");
    return new CardAction.Link(site(link.url()), link.url());
  }

  private static String site(String url) {
    try {
      return Objects.requireNonNullElse(new URI(url).getHost(), url);
    } catch (URISyntaxException notUrl) {
      return url;
    }
  }

  private static boolean isSame(CardAction action, CardAction own) {
    if (action instanceof CardAction.Link link && own instanceof CardAction.Link ownLink) {
      return link.url().equals(ownLink.url());
    }
    return action.equals(own);
  }
}
