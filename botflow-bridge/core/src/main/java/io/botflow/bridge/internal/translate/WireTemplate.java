// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.translate;

import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Template;
import io.botflow.connector.render.Loss;
import io.botflow.genesys.content.NotificationTemplate;
import io.botflow.genesys.content.TemplateBody;
import io.botflow.genesys.content.TemplateButton;
import io.botflow.genesys.content.TemplateHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A template of Genesys Cloud: the file at its top, then its words. Buttons that answer make the
 * words a question; all others are lines of it.
 *
 * @param parts the parts; none when the template says nothing
 * @param saysTheText whether the parts carry the message's text
 */
record WireTemplate(List<Part> parts, boolean saysTheText) {
  private static final String PARAGRAPH = "\n\n";

  static WireTemplate of(
      @Nullable NotificationTemplate wire, @Nullable String messageText, List<Loss> losses) {
    if (wire == null) {
      return new WireTemplate(List.of(), false);
    }
    List<Part> parts = new ArrayList<>();
    header(wire.header(), losses).ifPresent(parts::add);
    List<Choice> choices = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (TemplateButton button : wire.buttons()) {
      WireButtons.choice(button)
          .ifPresentOrElse(
              choices::add, () -> WireButtons.line(button, losses).ifPresent(lines::add));
    }
    String own = wire.body() == null ? null : wire.body().text();
    // Genesys Cloud puts the filled-in body into the text too, for channels without templates.
    boolean saysTheText = own == null || own.isBlank() || own.equals(messageText);
    String header = wire.header() == null ? null : wire.header().text();
    String footer = wire.footer() == null ? null : wire.footer().text();
    String body = Words.lines(PARAGRAPH, saysTheText ? messageText : own, String.join("\n", lines));
    if (!choices.isEmpty()) {
      parts.add(new Choices(Words.lines(PARAGRAPH, header, body, footer), choices));
    } else if (!Words.lines("", header, body, footer).isEmpty()) {
      parts.add(
          new Template(wire.id(), wire.language(), header, body, footer, parameters(wire.body())));
    }
    return new WireTemplate(parts, saysTheText && !parts.isEmpty());
  }

  private static Optional<Media> header(@Nullable TemplateHeader header, List<Loss> losses) {
    if (header == null || header.media() == null) {
      return Optional.empty();
    }
    Optional<Media> media = WireMedia.of(header.media());
    if (media.isEmpty()) {
      losses.add(new Loss(PartKind.TEMPLATE, "its file left out: the address cannot be read"));
    }
    return media;
  }

  private static Map<String, String> parameters(@Nullable TemplateBody body) {
    Map<String, String> parameters = new HashMap<>();
    if (body != null) {
      body.parameters()
          .forEach(
              parameter -> {
                if (parameter.name() != null && parameter.text() != null) {
                  parameters.put(parameter.name(), parameter.text());
                }
              });
    }
    return parameters;
  }
}
