// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** The sending methods that bring a file, or an album of them. */
final class MediaMethods {
  private static final int MAX_ALBUM = 10;
  private static final Set<String> ALBUM_TYPES = Set.of("photo", "video", "audio", "document");

  private final Outbox outbox;
  private final MediaSources sources;
  private final MediaObjects objects;
  private final AtomicLong albums = new AtomicLong(13_500_000_000L);

  MediaMethods(Outbox outbox, MediaSources sources, MediaObjects objects) {
    this.outbox = outbox;
    this.sources = sources;
    this.objects = objects;
  }

  List<Method> all() {
    return List.of(
        media("sendPhoto", "photo"),
        media("sendDocument", "document"),
        media("sendVideo", "video"),
        media("sendAnimation", "animation"),
        media("sendAudio", "audio"),
        media("sendVoice", "voice"),
        new Method(
            "sendSticker",
            List.of("chat_id", "sticker"),
            List.of("business_connection_id", "emoji", "reply_markup", "reply_parameters"),
            call -> send("sendSticker", "sticker", call, "")),
        new Method(
            "sendVideoNote",
            List.of("chat_id", "video_note"),
            List.of("business_connection_id", "reply_markup", "reply_parameters"),
            call -> send("sendVideoNote", "video_note", call, "")),
        new Method(
            "sendMediaGroup",
            List.of("chat_id", "media"),
            List.of("business_connection_id", "reply_parameters"),
            this::sendMediaGroup));
  }

  private Method media(String name, String kind) {
    return new Method(
        name,
        List.of("chat_id", kind),
        List.of(
            "business_connection_id",
            "caption",
            "caption_entities",
            "parse_mode",
            "reply_markup",
            "reply_parameters"),
        call -> send(name, kind, call, Texts.caption(call)));
  }

  private Answer send(String name, String kind, Call call, String caption)
      throws InterruptedException {
    Outbox.Envelope envelope = outbox.address(call);
    TelegramFile file = sources.resolve(call, kind, kind, call.text(kind));
    ObjectNode content = objects.content(kind, file, caption);
    SentEntities.put(content, "caption", call);
    return Answer.of(outbox.send(name, envelope, content, file));
  }

  private Answer sendMediaGroup(Call call) throws InterruptedException {
    Outbox.Envelope envelope = outbox.address(call);
    JsonNode media = call.json("media").orElse(MissingNode.getInstance());
    checkAlbum(media);
    List<Item> items = new ArrayList<>();
    for (JsonNode item : media) {
      String kind = item.path("type").asText("");
      String caption =
          Texts.caption(item.path("caption").asText(""), item.path("parse_mode").asText(""));
      TelegramFile file = sources.resolve(call, kind, "", item.path("media").asText(""));
      ObjectNode content = objects.content(kind, file, caption);
      SentEntities.put(
          content,
          "caption",
          item.path("caption").asText(""),
          Optional.ofNullable(item.get("caption_entities")));
      items.add(new Item(content, file));
    }
    // Nothing of an album is sent unless all of it can be.
    String group = Long.toString(albums.incrementAndGet());
    ArrayNode sent = Json.object().putArray("sent");
    for (Item item : items) {
      item.content().put("media_group_id", group);
      sent.add(outbox.send("sendMediaGroup", envelope, item.content(), item.file()));
    }
    return Answer.of(sent);
  }

  private static void checkAlbum(JsonNode media) {
    if (!media.isArray()) {
      throw ApiError.badRequest("can't parse media JSON object");
    }
    if (media.size() < 2) {
      throw ApiError.badRequest("too few messages to send as an album");
    }
    if (media.size() > MAX_ALBUM) {
      throw ApiError.badRequest("too many messages to send as an album");
    }
    Set<String> types = new TreeSet<>();
    media.forEach(item -> types.add(item.path("type").asText("")));
    if (!ALBUM_TYPES.containsAll(types)) {
      throw ApiError.badRequest(
          "can't parse InputMedia: type must be one of " + new TreeSet<>(ALBUM_TYPES));
    }
    if (types.size() > 1 && (types.contains("audio") || types.contains("document"))) {
      throw ApiError.badRequest(
          (types.contains("audio") ? "audio" : "document")
              + " can't be mixed with other media types");
    }
  }

  private record Item(ObjectNode content, TelegramFile file) {}
}
