// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Message;
import io.botflow.connector.message.Opaque;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Peer;
import io.botflow.connector.message.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Makes a message of ours of one of Telegram's: content, reply, and what else is worth keeping. */
final class MessageReader {
  private static final int VALUE_CHARS = 512;
  private static final int QUOTE_CHARS = 200;

  /** A deep link arrives as this command with the link's parameter. */
  private static final Pattern START = Pattern.compile("/start ([A-Za-z0-9_-]{1,64})");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{2,35}");

  /** Kinds that become a part which other kinds become too. */
  private static final Set<String> HIDDEN_KINDS =
      Set.of("animation", "live_photo", "video_note", "paid_media", "rich_message");

  private final ContentReader contents;

  MessageReader(Formatting formatting) {
    this.contents = new ContentReader(formatting);
  }

  Message message(String messageId, Peer peer, Instant at, WireObject body) {
    Content content = contents.read(body);
    String replyTo = body.object("reply_to_message").id("message_id");
    return new Message(
        messageId,
        peer,
        at,
        content.parts(),
        replyTo,
        attributes(content, body),
        body.name("media_group_id"));
  }

  private static Map<String, String> attributes(Content content, WireObject body) {
    Map<String, String> all = new HashMap<>();
    Part first = content.parts().get(0);
    String text = body.text("text");
    if (text != null) {
      Matcher start = START.matcher(text);
      put(all, TelegramAttributes.ENTRY_REFERENCE, start.matches() ? start.group(1) : null);
    }
    put(
        all,
        TelegramAttributes.CONTENT,
        HIDDEN_KINDS.contains(content.kind()) && !(first instanceof Opaque)
            ? content.kind()
            : null);
    put(all, Message.ROUND_VIDEO, content.kind().equals("video_note") ? "true" : null);
    put(all, TelegramAttributes.MEDIA_GROUP_ID, body.name("media_group_id"));
    put(all, TelegramAttributes.STICKER_SET, body.object("sticker").name("set_name"));
    put(all, TelegramAttributes.FORWARDED_FROM, author(body.object("forward_origin")));
    put(all, Message.QUOTED_TEXT, quoted(body));
    put(all, TelegramAttributes.REPLIED_TO, author(body.object("external_reply").object("origin")));
    put(all, TelegramAttributes.STORY, story(body.object("reply_to_story")));
    put(all, TelegramAttributes.BUSINESS_CONNECTION_ID, body.name("business_connection_id"));
    return all;
  }

  /** The passage that was quoted, else the beginning of the message replied to. */
  private static @Nullable String quoted(WireObject body) {
    WireObject earlier = body.object("reply_to_message");
    return Stream.of(
            body.object("quote").name("text"), earlier.name("text"), earlier.name("caption"))
        .filter(Objects::nonNull)
        .findFirst()
        .map(words -> words.length() <= QUOTE_CHARS ? words : cut(words, QUOTE_CHARS - 1) + "…")
        .orElse(null);
  }

  private static void put(Map<String, String> all, String name, @Nullable String value) {
    if (value != null) {
      all.put(name, shortened(value));
    }
  }

  private static String shortened(String value) {
    return value.length() <= VALUE_CHARS ? value : cut(value, VALUE_CHARS);
  }

  private static String cut(String value, int length) {
    return value.substring(
        0, Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length);
  }

  /** The name in a <a href="https://core.telegram.org/bots/api#messageorigin">MessageOrigin</a>. */
  private static @Nullable String author(WireObject origin) {
    String hidden = origin.name("sender_user_name");
    if (hidden != null) {
      return hidden;
    }
    for (String field : List.of("sender_user", "sender_chat", "chat")) {
      WireObject author = origin.object(field);
      String name = author.names("title", "first_name", "last_name");
      String known = name == null ? author.name("username") : name;
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private static @Nullable String story(WireObject story) {
    String link = OtherContent.storyLink(story);
    return link == null ? story.id("id") : link;
  }

  /** What Telegram tells of a person; null when it is nothing. */
  static @Nullable Profile profile(WireObject from, List<Part> parts) {
    String names = from.names("first_name", "last_name");
    String display = names == null ? from.name("username") : names;
    String language = from.name("language_code");
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      language = null;
    }
    String phone =
        !parts.isEmpty() && parts.get(0) instanceof Contact contact && contact.own()
            ? contact.phoneNumber()
            : null;
    return display == null && language == null && phone == null
        ? null
        : new Profile(display, from.name("first_name"), from.name("last_name"), language, phone);
  }
}
