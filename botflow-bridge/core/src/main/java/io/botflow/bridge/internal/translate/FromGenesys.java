// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.QuickReply;
import io.botflow.genesys.content.QuickReplyContent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Turns the text and content of a message of Genesys Cloud into parts.
 *
 * <p>Total: content that is unknown or incomplete becomes an {@link
 * io.botflow.connector.message.Opaque} part, so that it appears as a loss instead of disappearing.
 */
public final class FromGenesys {
  private FromGenesys() {}

  /**
   * The parts of a message, in order.
   *
   * @param text the message's text, or null
   * @param content its content elements
   * @return the parts; empty when the message says nothing
   */
  public static List<Part> parts(@Nullable String text, List<Content> content) {
    List<Choice> choices = new ArrayList<>();
    List<Part> others = new ArrayList<>();
    boolean replaced = false;
    for (Content element : content) {
      if (element instanceof QuickReplyContent reply && reply.quickReply() != null) {
        choice(reply.quickReply(), choices);
        continue;
      }
      ContentParts parts = new ContentParts(text);
      others.add(element.accept(parts));
      replaced |= parts.saysTheText();
    }
    String words = text == null || replaced || text.isBlank() ? "" : text;
    return join(FallbackText.repeats(words, others) ? "" : words, choices, others);
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

  private static void choice(QuickReply reply, List<Choice> choices) {
    String label = isBlank(reply.text()) ? reply.payload() : reply.text();
    if (label != null && !label.isBlank()) {
      String payload = reply.payload();
      choices.add(
          new Choice(label, payload == null || payload.isBlank() ? label : payload, reply.image()));
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  static @Nullable Media media(Attachment attachment) {
    MediaSource.Url source = source(attachment.url());
    return source == null
        ? null
        : new Media(
            type(attachment.mediaType()),
            source,
            attachment.mime(),
            attachment.filename(),
            attachment.contentSizeBytes() == null || attachment.contentSizeBytes() < 0
                ? null
                : attachment.contentSizeBytes(),
            attachment.text(),
            attachment.sha256());
  }

  static @Nullable MediaSource.Url source(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      URI uri = URI.create(url);
      return uri.isAbsolute() && uri.getHost() != null ? new MediaSource.Url(uri) : null;
    } catch (IllegalArgumentException notUrl) {
      return null;
    }
  }

  private static Media.Type type(@Nullable MediaType type) {
    if (MediaType.IMAGE.equals(type)) {
      return Media.Type.IMAGE;
    }
    if (MediaType.VIDEO.equals(type)) {
      return Media.Type.VIDEO;
    }
    if (MediaType.AUDIO.equals(type)) {
      return Media.Type.AUDIO;
    }
    return MediaType.LINK.equals(type) ? Media.Type.LINK : Media.Type.FILE;
  }
}
