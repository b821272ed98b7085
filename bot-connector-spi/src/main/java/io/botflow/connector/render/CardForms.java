// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import java.net.URLConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pieces of a card that can be shown apart: its picture, its text with links, its buttons. */
final class CardForms {
  private CardForms() {}

  /** The picture; its type is guessed from its name, since a card does not say it. */
  static Optional<Media> picture(Card card) {
    MediaSource image = card.image();
    if (image == null) {
      return Optional.empty();
    }
    String mimeType = URLConnection.guessContentTypeFromName(name(image));
    return Optional.of(new Media(Media.Type.IMAGE, image, mimeType, null, null, null, null));
  }

  /** Title, description, and each link in a line of its own. */
  static String text(Card card, boolean markdown) {
    Composed text = new Composed(markdown).text(card.title()).text(card.description());
    actions(card)
        .filter(CardAction.Link.class::isInstance)
        .map(action -> line((CardAction.Link) action))
        .distinct()
        .forEach(text::words);
    return text.written();
  }

  static List<Choice> buttons(Card card) {
    return actions(card)
        .filter(CardAction.Postback.class::isInstance)
        .map(CardAction.Postback.class::cast)
        .map(action -> Choice.of(action.label(), action.payload()))
        .distinct()
        .toList();
  }

  private static Stream<CardAction> actions(Card card) {
    return Stream.concat(card.actions().stream(), Stream.ofNullable(card.defaultAction()));
  }

  private static String line(CardAction.Link link) {
    return Visible.in(link.label()) ? link.label() + ": " + link.url() : link.url();
  }

  private static String name(MediaSource image) {
    if (image instanceof MediaSource.Url source) {
      String path = source.url().getPath();
      return path == null ? "" : path;
    }
    return image instanceof MediaSource.Stored stored ? stored.key() : "";
  }
}
