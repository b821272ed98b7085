// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.util.Locale;

/**
 * What a customer is shown that the bot is doing, for {@link TelegramMessages#showAction}; mirrors
 * the values of <a href="https://core.telegram.org/bots/api#sendchataction">sendChatAction</a>.
 */
public enum TelegramAction {
  /** It writes a text. */
  TYPING,
  /** It sends a picture. */
  UPLOAD_PHOTO,
  /** It takes a film. */
  RECORD_VIDEO,
  /** It sends a film. */
  UPLOAD_VIDEO,
  /** It speaks a voice note. */
  RECORD_VOICE,
  /** It sends a voice note or music. */
  UPLOAD_VOICE,
  /** It sends a file. */
  UPLOAD_DOCUMENT,
  /** It looks for a sticker. */
  CHOOSE_STICKER,
  /** It looks for a place. */
  FIND_LOCATION,
  /** It takes a round film. */
  RECORD_VIDEO_NOTE,
  /** It sends a round film. */
  UPLOAD_VIDEO_NOTE;

  /** As it is written on the wire. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What sending a file of a kind looks like, by the names that {@link OutgoingFile} has. */
  static TelegramAction sending(String kind) {
    return switch (kind) {
      case "photo" -> UPLOAD_PHOTO;
      case "video", "animation" -> UPLOAD_VIDEO;
      case "audio", "voice" -> UPLOAD_VOICE;
      case "sticker" -> CHOOSE_STICKER;
      default -> UPLOAD_DOCUMENT;
    };
  }
}
