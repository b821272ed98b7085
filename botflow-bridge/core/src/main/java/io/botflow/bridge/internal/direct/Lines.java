// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.direct;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.Carousel;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was said, as an operator reads it later; the signs need no translation. */
final class Lines {
  private static final String CUSTOMER = "👤 ";
  private static final String BOT = "🤖 ";

  private Lines() {}

  static List<String> of(String said, List<Media> files, List<Part> answered) {
    return Stream.of(
            Stream.of(said).filter(text -> !text.isBlank()).map(text -> CUSTOMER + text),
            files.stream().map(file -> CUSTOMER + file(file)),
            ofBot(answered).stream())
        .flatMap(lines -> lines)
        .toList();
  }

  static List<String> ofBot(List<Part> answered) {
    return answered.stream().map(part -> BOT + line(part)).toList();
  }

  private static String line(Part part) {
    if (part instanceof Text text) {
      return text.text();
    }
    if (part instanceof Choices choices) {
      return choices.options().stream()
          .map(choice -> "[" + choice.label() + "]")
          .collect(Collectors.joining(" ", choices.text() + " ", ""));
    }
    if (part instanceof Card card) {
      return card.title();
    }
    if (part instanceof Carousel carousel) {
      return carousel.cards().stream().map(Card::title).collect(Collectors.joining(" · "));
    }
    return part instanceof Media media ? file(media) : "[" + part.kind() + "]";
  }

  private static String file(Media media) {
    String name = Objects.requireNonNullElse(media.fileName(), media.kind().name());
    return media.source() instanceof MediaSource.Url url
        ? "[" + name + "] " + url.url()
        : "[" + name + "]";
  }
}
