// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.richtext.RichText;
import io.botflow.connector.richtext.Span.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * How formatting stands in our texts: as Markdown, or not at all.
 *
 * <p>Telegram has it beside the text, as {@link Entities}. A text without any is the same on both
 * sides, character for character, so that commands and the words of buttons stay what they are.
 */
enum Formatting {
  /** Texts are what is seen of them. */
  PLAIN,
  /** Texts are Markdown. */
  MARKDOWN;

  /** What a messenger with these capabilities is given. */
  static Formatting of(Capabilities capabilities) {
    return capabilities.markdown() ? MARKDOWN : PLAIN;
  }

  /** Reads a text of ours. */
  RichText read(String ours) {
    return this == MARKDOWN ? RichText.markdown(ours) : RichText.plain(ours);
  }

  /** Writes a text as one of ours. */
  String write(RichText text) {
    return this == MARKDOWN ? text.toMarkdown() : text.toPlainText();
  }

  /** Puts a text of ours into a request, see {@link Entities#write}. */
  void write(String ours, ObjectNode request, String field) {
    Entities.write(read(ours), request, field);
  }

  /** A text or caption of Telegram's as one of ours; null when there is none that says anything. */
  @Nullable
  String caption(WireObject message) {
    String caption = message.name("caption");
    return caption == null ? null : ours(caption, message.raw("caption_entities"));
  }

  /**
   * A text of Telegram's as one of ours. The address of a link never gets lost: where it cannot
   * stand beside its words, it stands in a line of its own at the end.
   */
  String ours(String text, JsonNode entities) {
    RichText rich = Entities.read(text, entities);
    Set<String> linked = addresses(rich);
    List<RichText> lines = new ArrayList<>(List.of(rich));
    Entities.addresses(entities).stream()
        .distinct()
        .filter(address -> !linked.contains(address))
        .forEach(address -> lines.add(RichText.plain(address)));
    RichText whole = RichText.lines(lines);
    if (whole.spans().isEmpty() && lines.size() == 1) {
      return text;
    }
    String ours = write(whole);
    return this == PLAIN || addresses(RichText.markdown(ours)).containsAll(linked)
        ? ours
        : write(RichText.plain(whole.toPlainText()));
  }

  private static Set<String> addresses(RichText text) {
    return text.spans().stream()
        .filter(span -> span.style() == Style.LINK)
        .map(link -> String.valueOf(link.argument()))
        .collect(Collectors.toSet());
  }
}
