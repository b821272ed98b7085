// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.connector.message.Card;
import io.botflow.connector.message.CardAction;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Contact;
import io.botflow.connector.message.Location;
import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.Capabilities;
import io.botflow.connector.messenger.TextLimit;
import io.botflow.connector.richtext.RichText;
import io.botflow.connector.richtext.Span;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where texts are read as Markdown, words that nobody meant as Markdown are seen as they are. */
class WordsAsMarkdownTest {
  private static final Capabilities MARKDOWN =
      Capabilities.builder(TextLimit.utf16(4096)).markdown(true).build();

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(
            new Choices("?", List.of(Choice.of("*Так*", "y"), Choice.of("`Ні`", "n"))),
            "?\n1. *Так*\n2. `Ні`"),
        Arguments.of(
            new Choices("?", List.of(Choice.of("*Так", "y"), Choice.of("Ні*", "n"))),
            "?\n1. *Так\n2. Ні*"),
        Arguments.of(
            new Location(1.5, 2.5, "Кафе *Зірка*", "вул. _Нова_, 1"),
            "Кафе *Зірка*\nвул. _Нова_, 1\nhttps://maps.google.com/?q=1.5,2.5"),
        Arguments.of(
            new Contact("**Ольга**", "+380501112233", null, false), "**Ольга**: +380501112233"),
        Arguments.of(
            new Card(
                "Кава",
                null,
                null,
                null,
                List.of(new CardAction.Link("[меню](x)", "https://shop.example/_a_*b*"))),
            "Кава\n[меню](x): https://shop.example/_a_*b*"),
        Arguments.of(
            new Media(
                Media.Type.FILE,
                new MediaSource.Url(URI.create("https://shop.example/x")),
                null,
                "звіт_за_*рік*.pdf",
                null,
                null,
                null),
            "звіт_за_*рік*.pdf"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void eachCharacterIsSeen(Part part, String seen) {
    RichText shown = RichText.markdown(text(part));
    assertEquals(seen, shown.text());
    assertEquals(
        List.of(), shown.spans().stream().filter(it -> it.style() != Span.Style.LINK).toList());
  }

  @Test
  void whatAnAuthorFormattedBesideThemStaysFormatted() {
    RichText shown =
        RichText.markdown(text(new Choices("Ваш **вибір**", List.of(Choice.of("a*b*c", "y")))));
    assertEquals("Ваш вибір\n1. a*b*c", shown.text());
    assertEquals(List.of(new Span(4, 9, Span.Style.BOLD, null)), shown.spans());
  }

  @Test
  void withoutMarkdownNothingIsEscaped() {
    Capabilities plain = Capabilities.builder(TextLimit.utf16(4096)).build();
    Choices choices = new Choices("?", List.of(Choice.of("*Так*", "y")));
    assertEquals(
        List.of(new Text("?\n1. *Так*")),
        Renderer.render(List.of(choices), plain, media -> Optional.empty()).parts());
  }

  private static String text(Part part) {
    List<Part> parts = Renderer.render(List.of(part), MARKDOWN, media -> Optional.empty()).parts();
    return ((Text) parts.get(0)).text();
  }
}
