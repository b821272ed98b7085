// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * Reads the content of a <a href="https://core.telegram.org/bots/api#message">Message</a>: mostly
 * one part, since Telegram sends an album as several messages.
 */
final class ContentReader {
  private static final Pattern FIELD_NAME = Pattern.compile("[a-z0-9_]{1,64}");

  /** In this order: an animation is also a document, and a venue is also a location. */
  private static final List<String> KINDS =
      List.of(
          "animation",
          "live_photo",
          "photo",
          "video",
          "audio",
          "voice",
          "video_note",
          "document",
          "sticker",
          "paid_media",
          "venue",
          "location",
          "contact",
          "rich_message");

  /** The fields of a message that say something about it and are not its content. */
  private static final Set<String> ENVELOPE =
      Set.of(
          "message_id",
          "message_thread_id",
          "direct_messages_topic",
          "from",
          "sender_chat",
          "sender_boost_count",
          "sender_business_bot",
          "sender_tag",
          "date",
          "edit_date",
          "guest_query_id",
          "guest_bot_caller_user",
          "guest_bot_caller_chat",
          "business_connection_id",
          "chat",
          "forward_origin",
          "is_topic_message",
          "is_automatic_forward",
          "reply_to_message",
          "external_reply",
          "quote",
          "reply_to_story",
          "reply_to_checklist_task_id",
          "reply_to_poll_option_id",
          "via_bot",
          "has_protected_content",
          "is_from_offline",
          "is_paid_post",
          "media_group_id",
          "author_signature",
          "paid_star_count",
          "entities",
          "link_preview_options",
          "suggested_post_info",
          "effect_id",
          "caption",
          "caption_entities",
          "show_caption_above_media",
          "has_media_spoiler",
          "reply_markup");

  /** What Telegram itself writes into a private chat: nobody said it, so nobody need read it. */
  private static final Set<String> NOTICES =
      Set.of(
          "pinned_message",
          "message_auto_delete_timer_changed",
          "write_access_allowed",
          "connected_website",
          "chat_background_set",
          "boost_added",
          "proximity_alert_triggered",
          "forum_topic_created",
          "forum_topic_edited",
          "forum_topic_closed",
          "forum_topic_reopened",
          "direct_message_price_changed",
          "paid_message_price_changed",
          "managed_bot_created");

  private final Formatting formatting;

  ContentReader(Formatting formatting) {
    this.formatting = formatting;
  }

  /** The notice of Telegram's that this message is, or null when somebody wrote it. */
  static @Nullable String notice(WireObject message) {
    if (message.has("text") || KINDS.stream().anyMatch(message::has)) {
      return null;
    }
    String kind = otherKind(message);
    return NOTICES.contains(kind) ? kind : null;
  }

  Content read(WireObject message) {
    String text = message.text("text");
    if (text != null) {
      return new Content("text", List.of(new Text(formatting.ours(text, message.raw("entities")))));
    }
    String caption = formatting.caption(message);
    for (String kind : KINDS) {
      List<Part> parts = message.has(kind) ? known(kind, message, caption) : List.of();
      if (!parts.isEmpty()) {
        return new Content(kind, parts);
      }
    }
    String kind =
        KINDS.stream().filter(message::has).findFirst().orElseGet(() -> otherKind(message));
    return new Content(kind, List.of(OtherContent.of(kind, message, caption)));
  }

  /** The parts; none when the object lacks what they cannot do without. */
  private static List<Part> known(String kind, WireObject message, @Nullable String caption) {
    WireObject body = message.object(kind);
    return switch (kind) {
      case "venue" ->
          optional(location(body.object("location"), body.name("title"), body.name("address")));
      case "location" -> optional(location(body, null, null));
      case "contact" -> optional(contact(body, message.object("from").id("id")));
      case "rich_message" -> optional(rich(body));
      default -> FileContent.of(kind, message, caption);
    };
  }

  private static List<Part> optional(@Nullable Part part) {
    return Stream.ofNullable(part).toList();
  }

  private static @Nullable Part location(
      WireObject place, @Nullable String name, @Nullable String address) {
    Double latitude = place.decimal("latitude");
    Double longitude = place.decimal("longitude");
    return latitude == null
            || longitude == null
            || Math.abs(latitude) > 90
            || Math.abs(longitude) > 180
        ? null
        : new Location(latitude, longitude, name, address);
  }

  private static @Nullable Part contact(WireObject contact, @Nullable String sender) {
    String phone = contact.name("phone_number");
    if (phone == null) {
      return null;
    }
    boolean own = sender != null && sender.equals(contact.id("user_id"));
    String name = contact.names("first_name", "last_name");
    return new Contact(name == null ? "" : name, phone, contact.name("vcard"), own);
  }

  /** The words of a formatted message; its pictures and films have no place in a text. */
  private static @Nullable Part rich(WireObject message) {
    String words = RichWords.of(message);
    return words.isBlank() ? null : new Text(words);
  }

  /** The content's field, rather an object than a flag that a later version of the API added. */
  private static String otherKind(WireObject message) {
    List<String> candidates =
        message.fields().stream()
            .filter(field -> !ENVELOPE.contains(field) && FIELD_NAME.matcher(field).matches())
            .toList();
    return candidates.stream()
        .filter(field -> message.raw(field).isContainerNode())
        .findFirst()
        .or(() -> candidates.stream().findFirst())
        .orElse("message");
  }
}
