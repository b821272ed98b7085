// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;

/** Capabilities close to those of real messengers, each of them peculiar in another way. */
final class Targets {
  static final Capabilities TELEGRAM =
      Capabilities.builder(chars(4096))
          .caption(chars(1024))
          .media(PartKind.IMAGE, 10_000_000, "image/jpeg", "image/png")
          .media(PartKind.VIDEO, 50_000_000, "video/mp4")
          .media(PartKind.AUDIO, 50_000_000, "audio/mpeg", "audio/mp4")
          .media(PartKind.VOICE, 50_000_000, "audio/ogg")
          .media(PartKind.STICKER, 500_000, "image/webp")
          .media(PartKind.FILE, 50_000_000, "*/*")
          .choices(new ChoiceLimit(100, chars(64), bytes(64)))
          .shows(PartKind.LOCATION, PartKind.CONTACT)
          .build();

  static final Capabilities VIBER =
      Capabilities.builder(chars(7000))
          .caption(chars(512))
          .media(PartKind.IMAGE, 1_000_000, "image/jpeg", "image/png")
          .media(PartKind.VIDEO, 26_000_000, "video/mp4")
          .media(PartKind.FILE, 50_000_000, "*/*")
          .choices(new ChoiceLimit(12, chars(250), chars(250)))
          .shows(
              PartKind.LOCATION, PartKind.CONTACT, PartKind.CARD, PartKind.CAROUSEL, PartKind.LINK)
          .build();

  static final Capabilities INSTAGRAM =
      Capabilities.builder(bytes(1000))
          .media(PartKind.IMAGE, 8_000_000, "image/jpeg", "image/png", "image/gif")
          .media(PartKind.VIDEO, 25_000_000, "video/mp4")
          .media(PartKind.AUDIO, 25_000_000, "audio/mp4", "audio/aac", "audio/wav")
          .media(PartKind.FILE, 25_000_000, "application/pdf")
          .choices(new ChoiceLimit(13, chars(20), chars(1000)))
          .shows(PartKind.CARD, PartKind.CAROUSEL)
          .build();

  private static final CardLimit WHATSAPP_CARD =
      CardLimit.builder(chars(20), chars(256))
          .text(chars(1024))
          .picture(CardLimit.Picture.OPTIONAL)
          .eitherActions(1, 3)
          .build();

  static final Capabilities WHATSAPP =
      Capabilities.builder(chars(4096))
          .caption(chars(1024), PartKind.IMAGE, PartKind.VIDEO, PartKind.FILE)
          .media(PartKind.IMAGE, 5_000_000, "image/jpeg", "image/png")
          .media(PartKind.VIDEO, 16_000_000, "video/mp4", "video/3gpp")
          .media(PartKind.AUDIO, 16_000_000, "audio/aac", "audio/mpeg", "audio/ogg")
          .media(PartKind.VOICE, 16_000_000, "audio/ogg")
          .media(PartKind.STICKER, 100_000, "image/webp")
          .media(PartKind.FILE, 100_000_000, "*/*")
          .choices(
              new ChoiceLimit(3, chars(20), chars(256)).withText(chars(1024)).withDistinctLabels())
          .list(new ChoiceLimit(10, chars(24), chars(200)))
          .cards(WHATSAPP_CARD)
          .carousels(
              new CarouselLimit(
                  2,
                  10,
                  CardLimit.builder(chars(20), chars(20))
                      .text(chars(160))
                      .picture(CardLimit.Picture.REQUIRED)
                      .eitherActions(1, 2)
                      .build(),
                  true))
          .shows(PartKind.LOCATION, PartKind.CONTACT)
          .build();

  private static final CardLimit MESSENGER_CARD =
      CardLimit.builder(chars(20), chars(1000))
          .texts(chars(80), chars(80))
          .picture(CardLimit.Picture.OPTIONAL)
          .opensLink()
          .actions(3)
          .build();

  static final Capabilities MESSENGER =
      Capabilities.builder(chars(2000))
          .media(PartKind.IMAGE, 8_000_000, "image/jpeg", "image/png", "image/gif")
          .media(PartKind.FILE, 25_000_000, "*/*")
          .choices(new ChoiceLimit(13, chars(20), chars(1000)).withPictures())
          .cards(MESSENGER_CARD)
          .carousels(CarouselLimit.of(10, MESSENGER_CARD))
          .build();

  /** Telegram, with an adapter that shows a card as one message. */
  static final Capabilities CAPTIONED_CARDS =
      Capabilities.builder(chars(4096))
          .caption(chars(1024))
          .media(PartKind.IMAGE, 10_000_000, "image/jpeg", "image/png")
          .choices(new ChoiceLimit(100, chars(64), bytes(64)))
          .cardsAsCaptionedMedia(
              CardLimit.builder(chars(64), bytes(64))
                  .text(chars(1024))
                  .picture(CardLimit.Picture.OPTIONAL)
                  .actions(100)
                  .build())
          .build();

  static final Capabilities TEXT_ONLY = Capabilities.builder(chars(160)).build();

  private Targets() {}

  static TextLimit chars(int max) {
    return TextLimit.utf16(max);
  }

  static TextLimit bytes(int max) {
    return TextLimit.utf8Bytes(max);
  }
}
