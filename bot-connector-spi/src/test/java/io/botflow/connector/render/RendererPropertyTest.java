// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.richtext.RichText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for any parts and any capabilities, tried on many of both. */
class RendererPropertyTest {
  private static final int RUNS = 2_000;

  /** The words of each loss that costs content, not only its form. */
  private static final Pattern WITHOUT = Pattern.compile("left out|is cut|without its vCard");

  @Test
  void whatComesOutIsLegal() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          Capabilities capabilities = given.capabilities();
          Renderer.render(given.parts(), capabilities)
              .parts()
              .forEach(part -> assertTrue(Renderer.isLegal(part, capabilities), json(part)));
        });
  }

  @Test
  void renderingTwiceChangesNothingMore() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          Capabilities capabilities = given.capabilities();
          List<Part> once = Renderer.render(given.parts(), capabilities).parts();
          assertEquals(new Rendered(once, List.of()), Renderer.render(once, capabilities));
        });
  }

  @Test
  void aLegalPartStaysAndAnIllegalOneIsReportedUnderItsKind() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          Capabilities capabilities = given.capabilities();
          Part part = given.part();
          Rendered rendered = Renderer.render(List.of(part), capabilities);
          if (Renderer.isLegal(part, capabilities)) {
            assertEquals(new Rendered(List.of(part), List.of()), rendered);
          } else {
            assertEquals(part.kind(), rendered.losses().get(0).kind());
          }
        });
  }

  @Test
  void whatIsSaidIsShownWhereTextsAreLongEnough() {
    Capabilities textOnly = Capabilities.builder(Targets.chars(1_000_000)).build();
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          List<Part> parts = given.parts();
          String said = json(parts);
          String shown = json(Renderer.render(parts, textOnly).parts());
          for (String mark : given.marks()) {
            // Not each mark was used in the end; vCards and small pictures have no form as text.
            if (said.contains(mark)
                && !said.contains("\"vcard\":\"" + mark)
                && !said.contains("\"imageUrl\":\"https://files.example/" + mark)) {
              assertTrue(shown.contains(mark), mark + " is not in " + shown);
            }
          }
        });
  }

  @Test
  void whatIsNotShownIsInTheLosses() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          Capabilities capabilities = given.capabilities(Targets.chars(1_000_000));
          Part part = given.part();
          String said = json(part);
          Rendered rendered = Renderer.render(List.of(part), capabilities);
          // A mark may stand in two pieces of what was split.
          String shown = json(rendered.parts()) + said(rendered.parts());
          boolean told = WITHOUT.matcher(rendered.losses().toString()).find();
          for (String mark : given.marks()) {
            if (said.contains(mark) && !shown.contains(mark)) {
              assertTrue(told, mark + " of " + said + " is not in " + rendered);
            }
          }
        });
  }

  @Test
  void lossesSayNothingOfTheContent() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          Rendered rendered = Renderer.render(given.parts(), given.capabilities());
          String losses = rendered.losses().toString();
          given.marks().forEach(mark -> assertTrue(!losses.contains(mark), losses));
        });
  }

  @Test
  void aTextThatIsSplitConcatenatesBack() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          Capabilities capabilities = given.capabilities();
          String text = given.text();
          Rendered rendered = Renderer.render(List.of(new Text(text)), capabilities);
          boolean leftOut =
              rendered.losses().stream().anyMatch(loss -> loss.what().contains("left out"));
          String together = concatenated(rendered.parts());
          if (!leftOut) {
            assertEquals(text, together);
          } else if (capabilities.text().max() >= 4) {
            assertEquals(visible(text), visible(together), "only blanks may be left out");
          }
        });
  }

  @Test
  void splitMarkdownConcatenatesBackToWhatIsSeen() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          Capabilities capabilities =
              Capabilities.builder(Targets.chars(4 + (int) (seed % 30))).markdown(true).build();
          String markdown = given.markdown();
          Rendered rendered = Renderer.render(List.of(new Text(markdown)), capabilities);
          String seen =
              rendered.parts().stream()
                  .map(part -> RichText.markdown(((Text) part).text()).text())
                  .collect(Collectors.joining());
          assertEquals(visible(RichText.markdown(markdown).text()), visible(seen));
          rendered
              .parts()
              .forEach(part -> assertTrue(Renderer.isLegal(part, capabilities), () -> json(part)));
        });
  }

  @Test
  void wellFormedTextStaysWellFormed() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          List<Part> parts = List.of(new Text(given.text()), given.media());
          String shown = concatenatedWithSeparators(parts, given.capabilities());
          assertEquals(
              0, shown.codePoints().filter(c -> c <= 0xFFFF && isSurrogate(c)).count(), shown);
        });
  }

  @Test
  void attachmentsComeFirstAndButtonsLast() {
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          List<Part> parts = Renderer.render(given.parts(), given.capabilities()).parts();
          List<Integer> places = parts.stream().map(RendererPropertyTest::place).toList();
          if (places.stream().filter(place -> place == 2).count() <= 1) {
            assertEquals(places.stream().sorted().toList(), places);
          }
        });
  }

  @Test
  void partsOfOnePlaceKeepTheirOrder() {
    Capabilities textOnly = Capabilities.builder(Targets.chars(40)).build();
    forEachSeed(
        seed -> {
          Generator given = new Generator(seed);
          List<Part> texts =
              given.parts().stream().filter(part -> part.kind() == PartKind.TEXT).toList();
          String inOrder =
              texts.stream()
                  .map(part -> concatenated(Renderer.render(List.of(part), textOnly).parts()))
                  .collect(Collectors.joining());
          assertEquals(inOrder, concatenated(Renderer.render(texts, textOnly).parts()));
        });
  }

  @Test
  void aGivenLinkIsShownForEachFileThatIsNotTaken() {
    Capabilities textOnly = Capabilities.builder(Targets.chars(4096)).build();
    forEachSeed(
        seed -> {
          Media media = new Generator(seed).media();
          Rendered rendered =
              Renderer.render(
                  List.of(media),
                  textOnly,
                  m -> Optional.of(URI.create("https://signed.example/")));
          assertTrue(concatenated(rendered.parts()).contains("https://signed.example/"));
        });
  }

  private static void forEachSeed(LongConsumer check) {
    for (long seed = 0; seed < RUNS; seed++) {
      try {
        check.accept(seed);
      } catch (Throwable e) {
        throw new AssertionError("with seed " + seed, e);
      }
    }
  }

  private static String concatenated(List<Part> parts) {
    return parts.stream().map(part -> ((Text) part).text()).collect(Collectors.joining());
  }

  private static String concatenatedWithSeparators(List<Part> parts, Capabilities capabilities) {
    return Renderer.render(parts, capabilities).parts().stream()
        .map(part -> part instanceof Text text ? text.text() : ((Media) part).caption())
        .collect(Collectors.joining("|"));
  }

  private static String said(List<Part> parts) {
    StringBuilder said = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Text text) {
        said.append(text.text());
      } else if (part instanceof Choices choices) {
        said.append(choices.text());
      } else if (part instanceof Media media && media.caption() != null) {
        said.append(media.caption());
      }
    }
    return said.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.isSurrogate((char) codePoint);
  }

  private static String visible(String text) {
    return text.codePoints()
        .filter(Visible::is)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int place(Part part) {
    return switch (part.kind()) {
      case IMAGE, VIDEO, AUDIO, VOICE, STICKER, FILE -> 0;
      case CHOICES, DATE_PICKER -> 2;
      default -> 1;
    };
  }

  private static String json(Object value) {
    return MessageJson.write(value);
  }
}
