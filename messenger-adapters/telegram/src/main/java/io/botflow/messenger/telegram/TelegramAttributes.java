// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Message;

/**
 * The names of the attributes that a {@link Message} of Telegram's may carry. Values have at most
 * 512 UTF-16 units; longer ones are cut.
 */
public final class TelegramAttributes {
  /** The parameter of the deep link by which the customer came. */
  public static final String ENTRY_REFERENCE = Message.ENTRY_REFERENCE;

  /** The id of a press, for {@link TelegramAdapter#acknowledge}. */
  public static final String CALLBACK_QUERY_ID = "telegram.callback_query_id";

  /** What the messages of one album share. */
  public static final String MEDIA_GROUP_ID = "telegram.media_group_id";

  /**
   * Telegram's own name of the content, where the part does not show it: {@code animation}, {@code
   * live_photo}, {@code video_note}, {@code paid_media}, {@code rich_message}.
   */
  public static final String CONTENT = "telegram.content";

  /** The set from which a sticker is. */
  public static final String STICKER_SET = "telegram.sticker_set";

  /** Who first wrote a message that the customer forwarded: a person, a group or a channel. */
  public static final String FORWARDED_FROM = "telegram.forwarded_from";

  /** Who wrote the message replied to, when it stands in another chat. */
  public static final String REPLIED_TO = "telegram.replied_to";

  /** The story replied to: its address, or its number where the author has no public name. */
  public static final String STORY = "telegram.reply_to_story";

  /** The business connection by which the message came. */
  public static final String BUSINESS_CONNECTION_ID = "telegram.business_connection_id";

  private TelegramAttributes() {}
}
