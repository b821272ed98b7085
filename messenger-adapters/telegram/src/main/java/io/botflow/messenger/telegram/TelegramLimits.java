// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.Capabilities.ChoiceLimit;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.messenger.TextLimit.Unit;
import io.botflow.connector.messenger.Update;

/**
 * Telegram's limits, from the pages <a href="https://core.telegram.org/bots/api#sending-files">
 * Sending files</a> and <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a> of
 * the Bot API. Where a page says "MB", uploads count a million bytes, the stricter reading.
 */
final class TelegramLimits {
  /** Telegram refuses {@code getFile} above this size. */
  static final long DOWNLOAD_BYTES = 20L * 1024 * 1024;

  /** The longest vCard of {@code sendContact}. */
  static final int VCARD_BYTES = 2048;

  private static final long PHOTO_BYTES = 10_000_000;
  private static final long UPLOAD_BYTES = 50_000_000;
  private static final int TEXT = 4096;
  private static final int CAPTION = 1024;
  private static final int CALLBACK_DATA_BYTES = 64;

  /** Not documented by Telegram; with one button per row more would be unusable on a phone. */
  private static final int BUTTONS = 100;

  /** Not documented by Telegram; longer labels are cut on the customer's screen. */
  private static final int LABEL = 64;

  static final Capabilities CAPABILITIES =
      Capabilities.builder(new TextLimit(TEXT, Unit.UTF_16))
          .caption(new TextLimit(CAPTION, Unit.UTF_16))
          .media(PartKind.IMAGE, PHOTO_BYTES, "image/jpeg", "image/png", "image/webp")
          .media(PartKind.VIDEO, UPLOAD_BYTES, "video/mp4")
          .media(
              PartKind.AUDIO,
              UPLOAD_BYTES,
              "audio/mpeg",
              "audio/mp3",
              "audio/mp4",
              "audio/m4a",
              "audio/x-m4a",
              "audio/ogg")
          .media(
              PartKind.VOICE,
              UPLOAD_BYTES,
              "audio/ogg",
              "audio/mpeg",
              "audio/mp3",
              "audio/mp4",
              "audio/m4a",
              "audio/x-m4a")
          .media(PartKind.FILE, UPLOAD_BYTES, "*/*")
          .choices(
              new ChoiceLimit(
                  BUTTONS,
                  new TextLimit(LABEL, Unit.UTF_16),
                  new TextLimit(CALLBACK_DATA_BYTES, Unit.UTF_8_BYTES)))
          .shows(PartKind.LINK, PartKind.LOCATION, PartKind.CONTACT)
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
              Update.Reacted.class,
              Update.Started.class,
              Update.Stopped.class)
          .build();

  private TelegramLimits() {}
}
