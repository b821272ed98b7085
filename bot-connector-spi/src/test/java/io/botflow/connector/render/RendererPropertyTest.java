// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.PartKind;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for any parts and any capabilities, tried on many of both. */
class RendererPropertyTest {
  private static final int RUNS = 2_000;

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
            // Not each mark was used in the end, and a vCard has no form as text.
            if (said.contains(mark) && !said.contains("\"vcard\":\"" + mark)) {
              assertTrue(shown.contains(mark), mark + " is not in " + shown);
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
