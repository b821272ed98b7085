// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How many cards may stand side by side, and what each may have.
 *
 * @param minCards how many there must be; at least 1
 * @param maxCards how many there may be
 * @param card what each may have
 * @param sameActions true when each card must have as many buttons, of the same kinds, as the
 *     others
 */
public record CarouselLimit(int minCards, int maxCards, CardLimit card, boolean sameActions) {

  /** {@inheritDoc} */
  public CarouselLimit {
    Objects.requireNonNull(card, "card");
    if (minCards < 1 || maxCards < minCards) {
      throw new IllegalArgumentException(
          "minCards must be at least 1 and at most maxCards, was " + minCards + " of " + maxCards);
    }
  }

  /**
   * Any number of cards up to a limit, each with buttons of its own.
   *
   * @param maxCards how many there may be
   * @param card what each may have
   * @return the limit
   */
  public static CarouselLimit of(int maxCards, CardLimit card) {
    return new CarouselLimit(1, maxCards, card, false);
  }

  /**
   * Why a carousel is not shown as it is.
   *
   * @param carousel the carousel
   * @return the reason, in words for a log and without content; empty when it is shown
   */
  public Optional<String> refusal(Carousel carousel) {
    int count = carousel.cards().size();
    return count < minCards || count > maxCards
        ? Optional.of(count + " cards, " + minCards + " to " + maxCards + " are shown")
        : refusal(carousel.cards());
  }

  /**
   * Why cards are not shown side by side, however many they are.
   *
   * @param cards the cards
   * @return the reason; empty when they are shown
   */
  public Optional<String> refusal(List<Card> cards) {
    if (sameActions && cards.stream().map(CarouselLimit::actions).distinct().count() > 1) {
      return Optional.of("the cards' buttons differ");
    }
    return cards.stream().flatMap(each -> card.refusal(each).stream()).findFirst();
  }

  private static List<Boolean> actions(Card card) {
    return card.actions().stream().map(CardAction.Link.class::isInstance).toList();
  }
}
