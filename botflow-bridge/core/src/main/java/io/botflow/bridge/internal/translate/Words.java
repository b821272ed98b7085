// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.botflow.genesys.content.Content;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The words in content that has no other form: what its author wrote for people to read. */
final class Words {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The fields that hold such words, whatever the content. */
  private static final Set<String> READABLE =
      Set.of("title", "subtitle", "text", "body", "description", "caption", "filename", "address");

  private static final Set<String> ADDRESSES = Set.of("url", "image", "video", "imageUrl");
  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

  private Words() {}

  /**
   * The words, one to a line.
   *
   * @param content the content
   * @param said what is said beside it, and not repeated
   */
  static String in(Content content, @Nullable String said) {
    Set<String> lines = new LinkedHashSet<>();
    collect(JSON.valueToTree(content), lines);
    if (said != null) {
      lines.removeIf(said::contains);
    }
    return String.join("\n", lines);
  }

  private static void collect(JsonNode node, Set<String> lines) {
    if (node.isArray()) {
      node.forEach(element -> collect(element, lines));
    }
    node.properties().forEach(field -> read(field, lines));
  }

  private static void read(Map.Entry<String, JsonNode> field, Set<String> lines) {
    JsonNode value = field.getValue();
    if (!value.isTextual()) {
      collect(value, lines);
      return;
    }
    String text = value.textValue().strip();
    boolean readable =
        READABLE.contains(field.getKey())
            || (ADDRESSES.contains(field.getKey()) && WEB.matcher(text).matches());
    if (readable && !text.isEmpty()) {
      lines.add(text);
    }
  }

  static boolean none(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** The first of several texts that says something; null if none does. */
  @Nullable
  static String first(@Nullable String... texts) {
    for (String text : texts) {
      if (!none(text)) {
        return text;
      }
    }
    return null;
  }

  /** A text, or another one where it says nothing. */
  static String or(String otherwise, @Nullable String text) {
    return text == null || text.isBlank() ? otherwise : text;
  }

  /** Texts below each other, without those that say nothing. */
  static String lines(String separator, @Nullable String... texts) {
    return String.join(separator, Stream.of(texts).filter(text -> !none(text)).toList());
  }
}
