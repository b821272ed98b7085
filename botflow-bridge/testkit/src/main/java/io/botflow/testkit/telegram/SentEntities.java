// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Formatting that a bot sends beside a text, as Telegram keeps it. */
final class SentEntities {
  private SentEntities() {}

  /**
   * Puts the entities of a call's text or caption into its message.
   *
   * @param field {@code text} or {@code caption}
   * @throws ApiError when an entity is not within the text
   */
  static ObjectNode put(ObjectNode message, String field, Call call) {
    return call.text("parse_mode").isEmpty()
        ? put(message, field, call.text(field), call.json(name(field)))
        : message;
  }

  /** The same for a text that stands elsewhere than in a call, and may have no entities. */
  static ObjectNode put(
      ObjectNode message, String field, String given, Optional<JsonNode> entities) {
    message.remove(name(field));
    int cut = given.length() - given.stripLeading().length();
    int length = message.path(field).asText("").length();
    ArrayNode kept = Json.object().putArray("kept");
    for (JsonNode entity : entities.orElse(kept)) {
      int offset = entity.path("offset").asInt(-1);
      int end = offset + entity.path("length").asInt(0);
      if (offset < 0 || end <= offset || end > given.length()) {
        throw ApiError.badRequest(
            "entity beginning at UTF-16 offset " + offset + " ends after the end of the text");
      }
      if (isInsidePair(given, offset) || isInsidePair(given, end)) {
        throw ApiError.badRequest(
            "entity beginning at UTF-16 offset " + offset + " is in a middle of a UTF-16 symbol");
      }
      int start = Math.max(offset - cut, 0);
      if (Math.min(end - cut, length) > start) {
        ObjectNode shown = entity.deepCopy();
        kept.add(shown.put("offset", start).put("length", Math.min(end - cut, length) - start));
      }
    }
    return kept.isEmpty() ? message : message.set(name(field), kept);
  }

  private static String name(String field) {
    return field.equals("caption") ? "caption_entities" : "entities";
  }

  private static boolean isInsidePair(String text, int place) {
    return place > 0
        && place < text.length()
        && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
  }
}
