// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.richtext.RichText;
import io.botflow.connector.richtext.Span;
import io.botflow.connector.richtext.Span.Style;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Formatting as Telegram has it: a list of <a
 * href="https://core.telegram.org/bots/api#messageentity">entities</a>, which count UTF-16 units as
 * Java does. Entities need no escaping, so that Telegram never refuses a text for its characters.
 *
 * <p>What Telegram finds in a text by itself, such as addresses and hashtags, has no formatting of
 * ours. Nor have underlines, spoilers and quotes, which cost their looks only.
 */
final class Entities {
  private Entities() {}

  /**
   * Puts a text and its formatting into a request.
   *
   * @param field {@code text} or {@code caption}; the entities go to {@code entities} or {@code
   *     caption_entities}
   */
  static void write(RichText text, ObjectNode request, String field) {
    request.put(field, text.text());
    if (!text.spans().isEmpty()) {
      ArrayNode entities =
          request.putArray(field.equals("caption") ? "caption_entities" : "entities");
      text.spans().forEach(span -> write(span, entities.addObject()));
    }
  }

  private static void write(Span span, ObjectNode entity) {
    entity.put("type", type(span.style()));
    entity.put("offset", span.start());
    entity.put("length", span.end() - span.start());
    if (span.argument() != null) {
      entity.put(span.style() == Style.LINK ? "url" : "language", span.argument());
    }
  }

  /** Reads a text with the entities that came with it, of which the unsound are left out. */
  static RichText read(String text, JsonNode entities) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode entity : entities) {
      Style style = style(entity.path("type").asText());
      long start = entity.path("offset").asLong(-1);
      long length = entity.path("length").asLong(-1);
      boolean inside = start >= 0 && length > 0 && length <= text.length() - start;
      String url = entity.path("url").asText();
      if (style != null && inside && (style != Style.LINK || !url.isEmpty())) {
        spans.add(new Span((int) start, (int) (start + length), style, argument(style, entity)));
      }
    }
    return new RichText(text, spans);
  }

  /** Where the links lead whose address is not seen in the text. */
  static List<String> addresses(JsonNode entities) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode entity : entities) {
      String url = entity.path("url").asText();
      if (type(Style.LINK).equals(entity.path("type").asText()) && !url.isBlank()) {
        addresses.add(url);
      }
    }
    return addresses;
  }

  private static @Nullable String argument(Style style, JsonNode entity) {
    String value =
        switch (style) {
          case LINK -> entity.path("url").asText();
          case PREFORMATTED -> entity.path("language").asText();
          default -> "";
        };
    return value.isEmpty() ? null : value;
  }

  private static String type(Style style) {
    return switch (style) {
      case LINK -> "text_link";
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case STRIKETHROUGH -> "strikethrough";
      case CODE -> "code";
      case PREFORMATTED -> "pre";
    };
  }

  private static @Nullable Style style(String type) {
    for (Style style : Style.values()) {
      if (type(style).equals(type)) {
        return style;
      }
    }
    return null;
  }
}
