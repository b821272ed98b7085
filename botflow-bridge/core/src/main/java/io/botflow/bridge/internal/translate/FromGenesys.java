// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import io.botflow.connector.render.Loss;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.QuickReplyContent;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Turns the text and content of a message of Genesys Cloud into parts.
 *
 * <p>Total: what is unknown becomes an {@link io.botflow.connector.message.Opaque} part with the
 * words in it, and what is incomplete loses no more than what it lacks. Nothing disappears that is
 * not in the list of losses.
 */
public final class FromGenesys {
  private FromGenesys() {}

  /**
   * What a message says.
   *
   * @param parts the parts in order; empty when the message says nothing
   * @param losses what it lacked, and what became of it
   */
  public record Said(List<Part> parts, List<Loss> losses) {
    /** {@inheritDoc} */
    public Said {
      parts = List.copyOf(parts);
      losses = List.copyOf(losses);
    }
  }

  /**
   * Reads a message.
   *
   * @param text the message's text, or null
   * @param content its content elements
   * @return the parts, in order, and what could not become one
   */
  public static Said parts(@Nullable String text, List<Content> content) {
    List<Choice> choices = new ArrayList<>();
    List<Part> others = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    boolean replaced = false;
    for (Content element : content) {
      if (element instanceof QuickReplyContent reply && reply.quickReply() != null) {
        WireButtons.choice(reply.quickReply(), losses).ifPresent(choices::add);
        continue;
      }
      ContentParts parts = new ContentParts(text, losses);
      others.addAll(element.accept(parts));
      replaced |= parts.saysTheText();
    }
    String words = text == null || replaced || text.isBlank() ? "" : text;
    return new Said(
        join(FallbackText.repeats(words, others) ? "" : words, choices, others), losses);
  }

  /**
   * A text with quick replies is one part; a text alone goes before the rest, as Genesys Cloud
   * shows it.
   */
  private static List<Part> join(String text, List<Choice> choices, List<Part> others) {
    if (!choices.isEmpty()) {
      List<Part> parts = new ArrayList<>(others);
      parts.add(new Choices(text, choices));
      return parts;
    }
    if (text.isEmpty()) {
      return others;
    }
    if (others.size() == 1 && others.get(0) instanceof Media media && media.caption() == null) {
      return List.of(media.withCaption(text));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Text(text));
    parts.addAll(others);
    return parts;
  }
}
