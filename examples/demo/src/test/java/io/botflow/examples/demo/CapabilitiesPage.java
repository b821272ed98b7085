// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.Capabilities.Level;
import io.botflow.connector.messenger.CardLimit;
import io.botflow.connector.messenger.CarouselLimit;
import io.botflow.connector.messenger.ChoiceLimit;
import io.botflow.connector.messenger.MediaLimit;
import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.messenger.Update;
import io.botflow.connector.render.Rendered;
import io.botflow.connector.render.Renderer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Writes what each messenger carries, in both directions, as a page of tables. */
final class CapabilitiesPage {
  private static final String NONE = "–";

  private final List<MessengerAdapter> adapters;
  private final StringBuilder page = new StringBuilder();

  private CapabilitiesPage(List<MessengerAdapter> adapters) {
    this.adapters = adapters;
  }

  static String of(List<MessengerAdapter> adapters) {
    return new CapabilitiesPage(adapters).write();
  }

  private String write() {
    page.append(
        """
        # What each messenger carries

        This page is made from the adapters' own `Capabilities` and from what the `Renderer` makes of one sample of each row;
        `CapabilitiesPageTest` fails when it is out of date, and says how to write it anew.

        ## From Genesys Cloud to the customer

        *native*: shown as it is. *→*: what the customer gets instead, and why. *left out*: nothing is shown. Each change is told
        as a loss: in the log, to the listener, and with the entry.

        """);
    heading("content");
    CapabilitySamples.outbound().forEach(this::outbound);
    page.append(
        """

        ## From the customer to Genesys Cloud

        *yes*: customers can send it, and it arrives as what it is. *–*: the messenger has no such content, or it arrives as
        something else. The last column is what Genesys Cloud is given, which takes text, attachments and button presses only.

        """);
    heading("content", "in Genesys Cloud");
    for (PartKind kind : PartKind.values()) {
      row(
          name(kind),
          each(can -> can.receives(kind) ? "yes" : NONE),
          CapabilitySamples.inGenesys(kind));
    }
    page.append("\n## What a messenger tells besides\n\n");
    heading("event");
    CapabilitySamples.events().forEach(this::event);
    page.append("\n## Limits\n\n");
    heading("limit");
    row("text", each(can -> of(can.text())));
    for (PartKind kind : PartKind.values()) {
      if (kind.compareTo(PartKind.IMAGE) >= 0 && kind.compareTo(PartKind.LINK) < 0) {
        row(name(kind), each(can -> file(can, kind)));
      }
    }
    row("buttons", each(can -> choices(can.choices())));
    row("list", each(can -> choices(can.list())));
    row("card", each(can -> card(can.card())));
    row("carousel", each(can -> carousel(can.carousel())));
    row("media together", each(can -> can.albumSize() > 1 ? "up to " + can.albumSize() : NONE));
    row(
        "someone types",
        each(
            can ->
                can.typingEvery() == null
                    ? NONE
                    : "every " + can.typingEvery().toSeconds() + " s"));
    return page.toString();
  }

  private void outbound(Map.Entry<String, Part> sample) {
    row(sample.getKey(), each(can -> shown(can, sample.getValue())));
  }

  private void event(Map.Entry<String, Class<? extends Update>> event) {
    row(event.getKey(), each(can -> can.reports(event.getValue()) ? "yes" : NONE));
  }

  private void heading(String... columns) {
    List<String> names = adapters.stream().map(MessengerAdapter::messenger).toList();
    row(columns[0], names, Arrays.copyOfRange(columns, 1, columns.length));
    page.append("|---".repeat(names.size() + columns.length)).append("|\n");
  }

  private void row(String first, List<String> middle, String... last) {
    String cells =
        Stream.of(Stream.of(first), middle.stream(), Stream.of(last))
            .flatMap(each -> each)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | "));
    page.append("| ").append(cells).append(" |\n");
  }

  private List<String> each(Function<Capabilities, String> cell) {
    return adapters.stream().map(MessengerAdapter::capabilities).map(cell).toList();
  }

  private static String shown(Capabilities can, Part part) {
    Rendered rendered =
        Renderer.render(List.of(part), can, media -> Optional.of(CapabilitySamples.SIGNED));
    if (rendered.parts().equals(List.of(part))) {
      return can.level(part.kind()) == Level.FULL
          ? "native"
          : "→ one message: picture, caption, buttons";
    }
    if (rendered.parts().isEmpty()) {
      return "left out";
    }
    String kinds =
        rendered.parts().stream()
            .collect(Collectors.groupingBy(Part::kind, LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(kind -> (kind.getValue() > 1 ? kind.getValue() + " × " : "") + name(kind.getKey()))
            .collect(Collectors.joining(" + "));
    String losses =
        rendered.losses().stream()
            .map(loss -> loss.what())
            .distinct()
            .collect(Collectors.joining("; "));
    return "→ " + kinds + " (" + losses + ")";
  }

  private static String name(PartKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String of(TextLimit limit) {
    String unit =
        switch (limit.unit()) {
          case UTF_16 -> "UTF-16 units";
          case CODE_POINTS -> "code points";
          case UTF_8_BYTES -> "bytes";
        };
    return number(limit.max()) + " " + unit;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String file(Capabilities can, PartKind kind) {
    MediaLimit limit = can.media(kind);
    TextLimit caption = can.caption(kind);
    if (limit == null) {
      return NONE;
    }
    String types =
        limit.mimeTypes().contains("*/*") ? "any type" : String.join(", ", limit.mimeTypes());
    return number(limit.maxBytes())
        + " bytes; "
        + types
        + (caption == null ? "; no caption" : "; caption " + of(caption));
  }

  private static String choices(@Nullable ChoiceLimit limit) {
    return limit == null
        ? NONE
        : "up to "
            + limit.maxCount()
            + "; label "
            + of(limit.label())
            + ", payload "
            + of(limit.payload())
            + (limit.text() == null ? "" : "; below a text of " + of(limit.text()))
            + (limit.distinctLabels() ? "; labels differ" : "")
            + (limit.pictures() ? "; with pictures" : "");
  }

  private static String card(@Nullable CardLimit limit) {
    return limit == null
        ? NONE
        : (limit.title() == null ? "" : "title " + of(limit.title()) + "; ")
            + (limit.description() == null ? "" : "description " + of(limit.description()) + "; ")
            + (limit.text() == null ? "" : "text " + of(limit.text()) + "; ")
            + "picture "
            + limit.picture().name().toLowerCase(Locale.ROOT)
            + "; buttons "
            + limit.actions()
            + (limit.mixed()
                ? ""
                : ", either " + limit.links() + " links or " + limit.postbacks() + " others")
            + ", label "
            + of(limit.label())
            + ", payload "
            + of(limit.payload());
  }

  private static String carousel(@Nullable CarouselLimit limit) {
    return limit == null
        ? NONE
        : limit.minCards()
            + " to "
            + limit.maxCards()
            + " cards"
            + (limit.sameActions() ? " with the same buttons" : "")
            + "; each: "
            + card(limit.card());
  }
}
