// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.richtext.RichText;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A card as one message of Telegram's: a picture, if it has one, its text as the caption, and its
 * buttons below. A link that Telegram takes on no button becomes a line of the text.
 */
final class CardMessage {
  private final Card card;
  private final InlineKeyboard keyboard = new InlineKeyboard();
  private final Formatting formatting;
  private final List<RichText> lines = new ArrayList<>();
  private boolean payloadsFit = true;

  CardMessage(Card card, Formatting formatting) {
    this.card = card;
    this.formatting = formatting;
    lines.add(formatting.read(card.title()));
    if (card.description() != null && !card.description().isBlank()) {
      lines.add(formatting.read(card.description()));
    }
    card.actions().forEach(this::add);
    // A press on the card itself does nothing at Telegram.
    CardAction pressed = card.defaultAction();
    if (pressed != null && !card.actions().contains(pressed)) {
      add(pressed);
    }
  }

  private void add(CardAction action) {
    if (action instanceof CardAction.Postback back) {
      payloadsFit &=
          back.payload().getBytes(StandardCharsets.UTF_8).length
              <= TelegramLimits.CALLBACK_DATA_BYTES;
      keyboard.press(back.label(), back.payload());
    } else if (action instanceof CardAction.Link link) {
      add(link.label() == null ? "" : link.label(), link.url());
    }
  }

  private void add(String label, String url) {
    if (label.isBlank()) {
      lines.add(RichText.plain(url));
    } else if (InlineKeyboard.takes(url)) {
      keyboard.link(label, url);
    } else {
      lines.add(RichText.plain(label + ": " + url));
    }
  }

  /** Why the card does not fit into one message; empty when it does. */
  Optional<String> refusal() {
    int limit = card.image() == null ? TelegramLimits.TEXT : TelegramLimits.CAPTION;
    if (text().text().length() > limit) {
      return Optional.of("its text has more than " + limit + " UTF-16 units");
    }
    if (keyboard.size() > TelegramLimits.BUTTONS) {
      return Optional.of("it has more than " + TelegramLimits.BUTTONS + " buttons");
    }
    return payloadsFit
        ? Optional.empty()
        : Optional.of(
            "a button's payload has more than " + TelegramLimits.CALLBACK_DATA_BYTES + " bytes");
  }

  RichText text() {
    return RichText.lines(lines);
  }

  InlineKeyboard keyboard() {
    return keyboard;
  }

  /**
   * The picture with the text as its caption.
   *
   * @param mimeType what the picture is, which a card does not say; where nobody knows it, it is
   *     guessed from the picture's name
   */
  @Nullable
  Media picture(@Nullable String mimeType) {
    MediaSource image = card.image();
    if (image == null) {
      return null;
    }
    String type = mimeType == null ? URLConnection.guessContentTypeFromName(name(image)) : mimeType;
    return new Media(Media.Type.IMAGE, image, type, null, null, formatting.write(text()), null);
  }

  private static String name(MediaSource image) {
    if (image instanceof MediaSource.Url source) {
      String path = source.url().getPath();
      return path == null ? "" : path;
    }
    return image instanceof MediaSource.Stored stored ? stored.key() : "";
  }
}
