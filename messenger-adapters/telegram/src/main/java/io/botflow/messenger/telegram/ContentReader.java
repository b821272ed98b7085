// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * Reads the content of a <a href="https://core.telegram.org/bots/api#message">Message</a>: always
 * exactly one part, since Telegram sends an album as several messages.
 */
final class ContentReader {
  private static final String MP4 = "video/mp4";
  private static final int RAW_CHARS = 4096;
  private static final Pattern FIELD_NAME = Pattern.compile("[a-z0-9_]{1,64}");

  /** In this order: an animation is also a document, and a venue is also a location. */
  private static final List<String> KINDS =
      List.of(
          "animation",
          "photo",
          "video",
          "audio",
          "voice",
          "video_note",
          "document",
          "sticker",
          "venue",
          "location",
          "contact");

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

  private ContentReader() {}

  static Part read(WireObject message) {
    String text = message.text("text");
    if (text != null) {
      return new Text(text);
    }
    for (String kind : KINDS) {
      if (message.has(kind)) {
        Part part = known(kind, message);
        return part != null ? part : opaque(kind, message);
      }
    }
    return opaque(unknownKind(message), message);
  }

  /** The part, or null when the object lacks what the part cannot do without. */
  private static @Nullable Part known(String kind, WireObject message) {
    WireObject body = message.object(kind);
    String caption = message.name("caption");
    return switch (kind) {
      case "photo" -> photo(message.objects(kind), caption);
      case "animation", "video", "video_note" -> media(Media.Type.VIDEO, body, MP4, caption);
      case "audio" -> media(Media.Type.AUDIO, body, null, caption);
      case "voice" -> media(Media.Type.VOICE, body, "audio/ogg", caption);
      case "document" -> media(Media.Type.FILE, body, null, caption);
      case "sticker" -> sticker(body);
      case "venue" -> location(body.object("location"), body.name("title"), body.name("address"));
      case "location" -> location(body, null, null);
      case "contact" -> contact(body, message.object("from").id("id"));
      default -> null;
    };
  }

  /** The sizes come in ascending order; Telegram makes a JPEG of each photo. */
  private static @Nullable Part photo(List<WireObject> sizes, @Nullable String caption) {
    return sizes.isEmpty()
        ? null
        : media(Media.Type.IMAGE, sizes.get(sizes.size() - 1), "image/jpeg", caption);
  }

  private static @Nullable Part media(
      Media.Type type, WireObject file, @Nullable String usualMimeType, @Nullable String caption) {
    String id = file.name("file_id");
    if (id == null) {
      return null;
    }
    String mimeType = file.name("mime_type");
    Long size = file.number("file_size");
    return new Media(
        type,
        new MediaSource.MessengerFile(id),
        mimeType == null ? usualMimeType : mimeType,
        file.name("file_name"),
        size == null || size < 0 ? null : size,
        caption,
        null);
  }

  /**
   * A still sticker as it is. Moving ones come in forms that few programs show, so their picture is
   * taken where Telegram offers one. The emoji that the sticker stands for becomes the caption.
   */
  private static @Nullable Part sticker(WireObject sticker) {
    String emoji = sticker.name("emoji");
    boolean lottie = sticker.flag("is_animated");
    boolean film = sticker.flag("is_video");
    if (!lottie && !film) {
      return media(Media.Type.STICKER, sticker, "image/webp", emoji);
    }
    Part still = media(Media.Type.STICKER, sticker.object("thumbnail"), null, emoji);
    return still != null
        ? still
        : media(
            Media.Type.STICKER, sticker, film ? "video/webm" : "application/x-tgsticker", emoji);
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
    String name =
        Stream.of("first_name", "last_name")
            .flatMap(field -> Stream.ofNullable(contact.name(field)))
            .collect(Collectors.joining(" "));
    boolean own = sender != null && sender.equals(contact.id("user_id"));
    return new Contact(name, phone, contact.name("vcard"), own);
  }

  private static Part opaque(String kind, WireObject message) {
    JsonNode content = message.raw(kind);
    String raw = content.isMissingNode() ? null : Json.text(content);
    String caption = message.name("caption");
    return new Opaque(
        kind,
        caption == null ? "[" + kind + "]" : "[" + kind + "] " + caption,
        raw == null || raw.length() > RAW_CHARS ? null : raw);
  }

  /** The content's field, rather an object than a flag that a later version of the API added. */
  private static String unknownKind(WireObject message) {
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
