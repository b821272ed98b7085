// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static io.botflow.connector.messenger.TextLimit.Unit.UTF_16;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CapabilitiesBuilder;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import java.util.List;

/**
 * What one version of the protocol carries from the bot. No limits of text, buttons or file size
 * are published; the messenger's own are kept later, where the message reaches it.
 *
 * @param all everything it carries
 * @param withoutMedia the same for a file that nobody can fetch
 * @param withoutCarousels the same for a carousel that breaks a rule
 * @param withoutCards the same for a card that breaks a rule
 */
record Carrier(
    Capabilities all,
    Capabilities withoutMedia,
    Capabilities withoutCarousels,
    Capabilities withoutCards) {
  private static final TextLimit UNLIMITED = new TextLimit(Integer.MAX_VALUE, UTF_16);
  private static final List<PartKind> MEDIA =
      List.of(
          PartKind.IMAGE,
          PartKind.VIDEO,
          PartKind.AUDIO,
          PartKind.VOICE,
          PartKind.STICKER,
          PartKind.FILE,
          PartKind.LINK);

  /** Nothing but text. */
  static final Capabilities TEXT_ONLY = Capabilities.builder(UNLIMITED).build();

  /** Files become texts with an address. */
  static final Carrier WITHOUT_FILES = of(List.of());

  /** Files become attachments. */
  static final Carrier WITH_FILES = of(MEDIA);

  private static Carrier of(List<PartKind> media) {
    return new Carrier(
        capabilities(media, PartKind.CARD, PartKind.CAROUSEL),
        capabilities(List.of(), PartKind.CARD, PartKind.CAROUSEL),
        capabilities(media, PartKind.CARD),
        capabilities(media));
  }

  private static Capabilities capabilities(List<PartKind> media, PartKind... cards) {
    CapabilitiesBuilder builder =
        Capabilities.builder(UNLIMITED)
            .caption(UNLIMITED)
            .choices(new ChoiceLimit(Integer.MAX_VALUE, UNLIMITED, UNLIMITED).withPictures())
            .shows(cards);
    media.forEach(kind -> builder.media(kind, Long.MAX_VALUE, "*/*"));
    return builder.build();
  }
}
