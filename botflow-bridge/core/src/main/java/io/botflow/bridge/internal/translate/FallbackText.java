// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * The text of a message with cards is meant for channels that show none. It is left out only where
 * the cards say all of it, line by line, so that nothing an author wrote is lost.
 */
final class FallbackText {
  private FallbackText() {}

  /** Whether cards among the parts say everything that the text says. */
  static boolean repeats(String text, List<Part> parts) {
    Set<String> said = new HashSet<>();
    parts.stream().flatMap(FallbackText::cards).forEach(card -> collect(card, said));
    return !said.isEmpty()
        && text.lines()
            .map(FallbackText::plain)
            .allMatch(line -> line.isEmpty() || said.contains(line));
  }

  private static Stream<Card> cards(Part part) {
    if (part instanceof Carousel carousel) {
      return carousel.cards().stream();
    }
    return part instanceof Card card ? Stream.of(card) : Stream.empty();
  }

  private static void collect(Card card, Set<String> said) {
    add(card.title(), said);
    add(card.description(), said);
    Stream.concat(card.actions().stream(), Stream.ofNullable(card.defaultAction()))
        .forEach(action -> collect(action, said));
  }

  private static void collect(CardAction action, Set<String> said) {
    if (action instanceof CardAction.Link link) {
      add(link.label(), said);
      add(link.url(), said);
      add(link.label() + ": " + link.url(), said);
    } else if (action instanceof CardAction.Postback back) {
      add(back.label(), said);
    }
  }

  private static void add(@Nullable String text, Set<String> said) {
    if (text != null) {
      text.lines().map(FallbackText::plain).forEach(said::add);
    }
  }

  /** Without the number of an option and the sign of a list. */
  private static String plain(String line) {
    return line.strip().replaceFirst("^(\\d{1,2}[.)]|[-•*])\\s+", "").toLowerCase(Locale.ROOT);
  }
}
