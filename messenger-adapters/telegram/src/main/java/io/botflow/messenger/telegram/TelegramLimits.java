// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.messenger.TextLimit.Unit;
import io.botflow.connector.messenger.Update;
import java.time.Duration;

/**
 * Telegram's limits, from the pages <a href="https://core.telegram.org/bots/api#sending-files">
 * Sending files</a>, <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a> and
 * <a href="https://core.telegram.org/bots/api#using-a-local-bot-api-server">Using a Local Bot API
 * Server</a>. Where a page says "MB", uploads count a million bytes, the stricter reading.
 */
final class TelegramLimits {
  /** The longest vCard of {@code sendContact}. */
  static final int VCARD_BYTES = 2048;

  static final int CALLBACK_DATA_BYTES = 64;
  static final int CAPTION = 1024;
  static final int TEXT = 4096;
  static final int ALBUM = 10;

  /** Not documented by Telegram; with one button per row more would be unusable on a phone. */
  static final int BUTTONS = 100;

  private static final long PHOTO_BYTES = 10_000_000;

  /** The limit of sticker sets; for {@code sendSticker} alone none is documented. */
  private static final long STICKER_BYTES = 512_000;

  /** What fits into a caption beside the lines of links that Telegram takes on no button. */
  private static final int CARD_TEXT = 700;

  /** More than any card of Genesys Cloud has. */
  private static final int CARD_BUTTONS = 10;

  /** Not documented by Telegram; longer labels are cut on the customer's screen. */
  private static final int LABEL = 64;

  /** Telegram shows a chat action for 5 s. */
  private static final Duration TYPING = Duration.ofSeconds(4);

  private static final String[] SOUNDS = {
    "audio/ogg", "audio/mpeg", "audio/mp3", "audio/mp4", "audio/m4a", "audio/x-m4a"
  };

  /** The limits of Telegram's own server. */
  static final TelegramLimits CLOUD = new TelegramLimits(50_000_000, 20L * 1024 * 1024, false);

  /** The limits of a server next door that runs with {@code --local}. */
  static final TelegramLimits LOCAL = new TelegramLimits(2_000_000_000, Long.MAX_VALUE, false);

  private final long uploadBytes;
  private final long downloadBytes;
  private final Capabilities capabilities;

  private TelegramLimits(long uploadBytes, long downloadBytes, boolean markdown) {
    this.uploadBytes = uploadBytes;
    this.downloadBytes = downloadBytes;
    this.capabilities =
        Capabilities.builder(new TextLimit(TEXT, Unit.UTF_16))
            .caption(new TextLimit(CAPTION, Unit.UTF_16))
            .media(
                PartKind.IMAGE, PHOTO_BYTES, "image/jpeg", "image/png", "image/webp", "image/gif")
            .media(PartKind.VIDEO, uploadBytes, "video/mp4")
            .media(PartKind.AUDIO, uploadBytes, SOUNDS)
            .media(PartKind.VOICE, uploadBytes, SOUNDS)
            .media(
                PartKind.STICKER,
                STICKER_BYTES,
                "image/webp",
                "application/x-tgsticker",
                "video/webm")
            .media(PartKind.FILE, uploadBytes, "*/*")
            .choices(
                new ChoiceLimit(
                    BUTTONS,
                    new TextLimit(LABEL, Unit.UTF_16),
                    new TextLimit(CALLBACK_DATA_BYTES, Unit.UTF_8_BYTES)))
            .cardsAsCaptionedMedia(
                CardLimit.builder(
                        new TextLimit(LABEL, Unit.UTF_16),
                        new TextLimit(CALLBACK_DATA_BYTES, Unit.UTF_8_BYTES))
                    .text(new TextLimit(CARD_TEXT, Unit.UTF_16))
                    .picture(CardLimit.Picture.OPTIONAL)
                    .actions(CARD_BUTTONS)
                    .build())
            .shows(PartKind.LINK, PartKind.LOCATION, PartKind.CONTACT)
            .album(ALBUM)
            .typing(TYPING)
            .receives(
                PartKind.TEXT,
                PartKind.IMAGE,
                PartKind.VIDEO,
                PartKind.AUDIO,
                PartKind.VOICE,
                PartKind.STICKER,
                PartKind.FILE,
                PartKind.LOCATION,
                PartKind.CONTACT,
                PartKind.SELECTION,
                PartKind.OPAQUE)
            .reports(
                Update.Received.class,
                Update.Edited.class,
                Update.Deleted.class,
                Update.Reacted.class,
                Update.Started.class,
                Update.Stopped.class)
            .markdown(markdown)
            .build();
  }

  /** The same limits for texts whose Markdown becomes formatting, which Telegram does not count. */
  TelegramLimits withMarkdown() {
    return new TelegramLimits(uploadBytes, downloadBytes, true);
  }

  Capabilities capabilities() {
    return capabilities;
  }

  /** The largest file that Telegram takes, and all files of one album together. */
  long uploadBytes() {
    return uploadBytes;
  }

  /** The largest file that Telegram gives. */
  long downloadBytes() {
    return downloadBytes;
  }
}
