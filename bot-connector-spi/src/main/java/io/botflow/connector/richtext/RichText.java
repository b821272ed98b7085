// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text with formatting: the characters that are seen, and spans over them.
 *
 * <p>Whatever spans are given, those of the value are sound: inside the text, on whole characters,
 * around something visible, sorted, and nested instead of crossing. Code holds no other span, and
 * but for preformatted blocks none reaches over an empty line. So each messenger takes them. What
 * cannot be put right costs formatting, never a character.
 *
 * <pre>{@code
 * RichText text = RichText.markdown("Your order is **ready**, [track it](https://shop.example/1).");
 * text.text();        // Your order is ready, track it.
 * text.toPlainText(); // Your order is ready, track it (https://shop.example/1).
 * }</pre>
 *
 * @param text the characters that are seen
 * @param spans their formatting
 */
public record RichText(String text, List<Span> spans) {

  /** {@inheritDoc} */
  public RichText {
    Objects.requireNonNull(text, "text");
    spans = SoundSpans.of(text, Objects.requireNonNull(spans, "spans"));
  }

  /**
   * A text without formatting, each character as it is written.
   *
   * @param text the characters
   * @return the text
   */
  public static RichText plain(String text) {
    return new RichText(text, List.of());
  }

  /**
   * Reads the Markdown that operators and bots write: {@code **bold**}, {@code *italic*}, {@code
   * ~~struck~~}, {@code `code`}, fenced blocks, {@code [links](https://shop.example/)}, with {@code
   * _} for {@code *}, and a backslash before what is meant as a character.
   *
   * <p>Total: what is not closed, or not clearly meant as formatting, stays as it is written. So do
   * lists, headings and quotes, which messengers show as text.
   *
   * @param markdown the text
   * @return its characters and their formatting
   */
  public static RichText markdown(String markdown) {
    return new MarkdownReader(Objects.requireNonNull(markdown, "markdown")).read();
  }

  /**
   * Texts below each other, each with its own formatting: none reaches into another, whatever its
   * characters are.
   *
   * @param lines the texts, in order
   * @return one text
   */
  public static RichText lines(List<RichText> lines) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (RichText line : lines) {
      if (text.length() > 0) {
        text.append('\n');
      }
      int start = text.length();
      line.spans().forEach(span -> spans.add(span.at(start + span.start(), start + span.end())));
      text.append(line.text());
    }
    return new RichText(text.toString(), spans);
  }

  /**
   * A stretch of this text with the formatting it has there.
   *
   * @param from where it begins
   * @param to where it ends, exclusive
   * @return the stretch
   * @throws IndexOutOfBoundsException if the places are not in the text
   */
  public RichText slice(int from, int to) {
    String stretch = text.substring(from, to);
    return new RichText(
        stretch,
        spans.stream().map(span -> span.at(span.start() - from, span.end() - from)).toList());
  }

  /**
   * This text as {@link #markdown} reads it.
   *
   * @return Markdown that reads as the same characters; formatting for which there is no
   *     unambiguous notation is left out
   */
  public String toMarkdown() {
    return MarkdownWriter.write(this);
  }

  /**
   * This text without formatting, with the address of each link behind it.
   *
   * @return the characters, and the addresses in parentheses
   */
  public String toPlainText() {
    StringBuilder plain = new StringBuilder();
    int done = 0;
    for (Span span : spans) {
      if (span.style() == Span.Style.LINK) {
        plain.append(text, done, span.end());
        done = span.end();
        if (!text.substring(span.start(), span.end()).equals(span.argument())) {
          plain.append(" (").append(span.argument()).append(')');
        }
      }
    }
    return plain.append(text, done, text.length()).toString();
  }

  /** Shows the formatting, never the text. */
  @Override
  public String toString() {
    return "RichText" + spans;
  }
}
