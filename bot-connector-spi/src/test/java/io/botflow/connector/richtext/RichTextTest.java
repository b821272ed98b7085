// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.botflow.connector.richtext.Span.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
  private static final int RUNS = 5_000;
  private static final List<Style> STYLES = List.of(Style.values());
  private static final String[] PIECES = {
    "a",
    "їжак",
    "👍",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "```",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "](https://a.example/b_c)",
    "https://a.example/b_c_d*e*",
    "h",
    "1",
    ".",
    "\ud83d",
    "```java\n",
    "\n```\n",
    "\r\n"
  };

  @ParameterizedTest
  @MethodSource
  void markdownIsReadAsOperatorsAndBotsWriteIt(String markdown, String text, List<Span> spans) {
    RichText read = RichText.markdown(markdown);
    assertEquals(text, read.text());
    assertEquals(spans, read.spans());
  }

  static Stream<Arguments> markdownIsReadAsOperatorsAndBotsWriteIt() {
    String shop = "https://shop.example/a_(b)";
    return Stream.of(
        arguments("**bold** text", "bold text", List.of(Span.of(0, 4, Style.BOLD))),
        arguments("__bold__", "bold", List.of(Span.of(0, 4, Style.BOLD))),
        arguments("*їжак* _їжак_", "їжак їжак", List.of(italic(0, 4), italic(5, 9))),
        arguments("~~no~~", "no", List.of(Span.of(0, 2, Style.STRIKETHROUGH))),
        arguments("`a*b*`", "a*b*", List.of(Span.of(0, 4, Style.CODE))),
        arguments("``a`b``", "a`b", List.of(Span.of(0, 3, Style.CODE))),
        arguments(
            "see\n```java\nint a;\n\nint b;\n```\nend",
            "see\nint a;\n\nint b;\nend",
            List.of(new Span(4, 18, Style.PREFORMATTED, "java"))),
        arguments(
            "[the *shop*](" + shop + ")!",
            "the shop!",
            List.of(Span.link(0, 8, shop), italic(4, 8))),
        arguments("***both***", "both", List.of(Span.of(0, 4, Style.BOLD), italic(0, 4))),
        arguments("**a *b***", "a b", List.of(Span.of(0, 3, Style.BOLD), italic(2, 3))),
        arguments("\\*star\\*", "*star*", List.of()));
  }

  private static Span italic(int start, int end) {
    return Span.of(start, end, Style.ITALIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2 * 3 * 4 = 24",
        "2*3*4",
        "snake_case_name",
        "* one\n* two\n- three\n1. four",
        "**never closed",
        "closed never**",
        "** blank **",
        "a ** b",
        "C:\\dir\\new",
        "[label] (not a link)",
        "[label](not a link)",
        "[ ](https://a.example/)",
        "[](https://a.example/)",
        "https://a.example/some_long_name_here",
        "~one~",
        "`",
        "```\nno end",
        "*over\n\nparagraphs*",
        "# heading\n> quote",
        "****",
        "½ price, 5 > 3 & 2 < 3"
      })
  void whatIsNotClearlyFormattingStaysAsItIsWritten(String text) {
    assertEquals(RichText.plain(text), RichText.markdown(text));
  }

  @Test
  void spansAreMadeSound() {
    String text = "👍 bold text";
    assertEquals(List.of(Span.of(3, 7, Style.BOLD)), sound(text, Span.of(1, 8, Style.BOLD)));
    assertEquals(List.of(Span.of(0, 2, Style.CODE)), sound(text, Span.of(-3, 2, Style.CODE)));
    assertEquals(List.of(), sound(text, Span.of(2, 3, Style.BOLD)));
    assertEquals(List.of(), sound(text, Span.of(40, 50, Style.BOLD)));
    assertEquals(List.of(), sound(text, Span.of(5, 3, Style.BOLD)));
    assertEquals(List.of(), sound(text, Span.link(3, 7, "two words")));
    assertEquals(
        List.of(Span.of(3, 7, Style.BOLD), italic(5, 7), italic(8, 12)),
        sound(text, Span.of(3, 7, Style.BOLD), italic(5, 12)));
    assertEquals(
        List.of(Span.of(3, 7, Style.CODE), italic(8, 12)),
        sound(text, Span.of(3, 7, Style.CODE), italic(3, 12)));
    assertEquals(List.of(italic(0, 1), italic(3, 4)), sound("a\n\nb", italic(0, 4)));
  }

  private static List<Span> sound(String text, Span... spans) {
    return new RichText(text, List.of(spans)).spans();
  }

  @Test
  void linksKeepTheirAddressInPlainText() {
    assertEquals(
        "track it (https://a.example/1) now",
        RichText.markdown("[track **it**](https://a.example/1) **now**").toPlainText());
    String address = "https://a.example/1";
    assertEquals(
        address,
        new RichText(address, List.of(Span.link(0, address.length(), address))).toPlainText());
  }

  @Test
  void anyTextCanBeReadAndWrittenWithoutLosingACharacter() {
    for (int seed = 0; seed < RUNS; seed++) {
      String text = text(new Random(seed));
      assertEquals(text, RichText.markdown(RichText.plain(text).toMarkdown()).text());
      RichText read = RichText.markdown(text);
      assertSound(read);
      assertEquals(read.text(), RichText.markdown(read.toMarkdown()).text());
    }
  }

  @Test
  void anySpansBecomeSoundAndStaySound() {
    int kept = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      RandomGenerator random = new Random(seed);
      String text = text(random);
      RichText rich = new RichText(text, spans(random, text.length()));
      assertSound(rich);
      assertEquals(rich, new RichText(text, rich.spans()));
      RichText back = RichText.markdown(rich.toMarkdown());
      assertEquals(text, back.text());
      kept += back.equals(rich) ? 1 : 0;
      if (!text.isEmpty()) {
        int cut = random.nextInt(text.length());
        assertSound(rich.slice(0, cut));
        assertSound(rich.slice(cut, text.length()));
      }
    }
    assertTrue(kept > RUNS / 3, "too much formatting has no notation: only " + kept + " kept it");
  }

  @Test
  void longAndTangledTextIsReadInTime() {
    for (String piece : List.of("*a ", "`a ``", "[a](b ", "_*~~a", "[[", "a*", "```\n", "](x:")) {
      String text = piece.repeat(20_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> RichText.markdown(text), piece);
    }
  }

  /** What was once quadratic takes hours here, not seconds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a|]",
        "|*",
        "|\n",
        "|```a\n",
        "|*a ",
        "|[x](http://a.example)",
        "*a *b |[[x](http://a.example)"
      })
  void aMegabyteIsReadInTime(String begunAndRepeated) {
    int bar = begunAndRepeated.indexOf('|');
    String piece = begunAndRepeated.substring(bar + 1);
    String text = begunAndRepeated.substring(0, bar) + piece.repeat((1 << 20) / piece.length());
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> RichText.markdown(text));
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(16);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static List<Span> spans(RandomGenerator random, int length) {
    List<Span> spans = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int start = random.nextInt(length + 2) - 1;
      int end = start + random.nextInt(12);
      Style style = STYLES.get(random.nextInt(STYLES.size()));
      spans.add(
          style == Style.LINK
              ? Span.link(start, end, "https://a.example/" + i)
              : Span.of(start, end, style));
    }
    return spans;
  }

  /** As Telegram demands it. */
  private static void assertSound(RichText rich) {
    String text = rich.text();
    for (Span span : rich.spans()) {
      assertTrue(span.start() >= 0 && span.start() < span.end() && span.end() <= text.length());
      assertFalse(isInsidePair(text, span.start()) || isInsidePair(text, span.end()));
      assertFalse(text.substring(span.start(), span.end()).isBlank());
      for (Span other : rich.spans()) {
        boolean apart = other.end() <= span.start() || span.end() <= other.start();
        boolean inside = other.start() >= span.start() && other.end() <= span.end();
        boolean around = other.start() <= span.start() && other.end() >= span.end();
        assertTrue(apart || inside || around, rich::toString);
        assertTrue(apart || other.equals(span) || !(span.isVerbatim() || other.isVerbatim()));
        assertTrue(apart || other.equals(span) || span.style() != other.style());
      }
    }
  }

  private static boolean isInsidePair(String text, int place) {
    return place > 0
        && place < text.length()
        && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
  }
}
