// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.Capabilities.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.messenger.TextLimit.Unit;

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

  static final Capabilities TEXT_ONLY = Capabilities.builder(chars(160)).build();

  private Targets() {}

  static TextLimit chars(int max) {
    return new TextLimit(max, Unit.UTF_16);
  }

  static TextLimit bytes(int max) {
    return new TextLimit(max, Unit.UTF_8_BYTES);
  }
}
