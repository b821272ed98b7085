// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

import io.botflow.connector.richtext.Span.Style;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Writes a text as Markdown: as plainly as it can be read back, with more backslashes and less
 * formatting where it cannot.
 */
final class MarkdownWriter {
  private static final Set<Style> ALL = EnumSet.allOf(Style.class);
  private static final Set<Style> CLEAR = EnumSet.of(Style.LINK, Style.CODE, Style.PREFORMATTED);
  private static final Set<Style> LINKS = EnumSet.of(Style.LINK);
  private static final Set<Style> NONE = EnumSet.noneOf(Style.class);

  private final RichText rich;
  private final List<Span> spans;
  private final boolean escaping;
  private final StringBuilder written = new StringBuilder();

  private MarkdownWriter(RichText rich, List<Span> spans, boolean escaping) {
    this.rich = rich;
    this.spans = spans;
    this.escaping = escaping;
  }

  static String write(RichText rich) {
    for (Set<Style> styles : List.of(ALL, CLEAR, LINKS, NONE)) {
      RichText form =
          new RichText(
              rich.text(),
              rich.spans().stream().filter(span -> styles.contains(span.style())).toList());
      for (boolean escaping : new boolean[] {false, true}) {
        String markdown = new MarkdownWriter(form, form.spans(), escaping).run();
        if (RichText.markdown(markdown).equals(form)) {
          return markdown;
        }
      }
    }
    throw new IllegalStateException("an escaped text without formatting reads as itself");
  }

  private String run() {
    Deque<Span> open = new ArrayDeque<>();
    Deque<String> ends = new ArrayDeque<>();
    int place = 0;
    for (Span span : spans) {
      while (!open.isEmpty() && open.peek().end() <= span.start()) {
        place = close(open.pop(), ends.pop(), place);
      }
      text(place, span.start());
      place = span.start();
      String[] marks = marks(span);
      written.append(marks[0]);
      open.push(span);
      ends.push(marks[1]);
    }
    while (!open.isEmpty()) {
      place = close(open.pop(), ends.pop(), place);
    }
    text(place, rich.text().length());
    return written.toString();
  }

  private int close(Span span, String end, int place) {
    if (span.isVerbatim()) {
      written.append(rich.text(), place, span.end());
    } else {
      text(place, span.end());
    }
    written.append(end);
    return span.end();
  }

  private String[] marks(Span span) {
    String inside = rich.text().substring(span.start(), span.end());
    return switch (span.style()) {
      case BOLD -> new String[] {"**", "**"};
      case STRIKETHROUGH -> new String[] {"~~", "~~"};
      case ITALIC -> isInWord(span) ? new String[] {"*", "*"} : new String[] {"_", "_"};
      case LINK -> new String[] {"[", "](" + address(span) + ")"};
      case CODE -> {
        String fence = "`".repeat(longestRun(inside) + 1);
        yield new String[] {fence, fence};
      }
      case PREFORMATTED -> {
        String language = span.argument() == null ? "" : span.argument();
        yield new String[] {"```" + language + "\n", "\n```"};
      }
    };
  }

  private boolean isInWord(Span span) {
    String text = rich.text();
    return (span.start() > 0 && Character.isLetterOrDigit(text.codePointBefore(span.start())))
        || (span.end() < text.length() && Character.isLetterOrDigit(text.codePointAt(span.end())));
  }

  private static String address(Span link) {
    String address = String.valueOf(link.argument());
    return address.contains("(") || address.contains(")") ? "<" + address + ">" : address;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private void text(int from, int to) {
    String text = rich.text();
    if (!escaping) {
      written.append(text, from, to);
      return;
    }
    Matcher address = LinkAddress.WEB.matcher(text).region(from, to);
    int place = from;
    while (place < to) {
      boolean begins = place == 0 || !Character.isLetterOrDigit(text.codePointBefore(place));
      if (text.charAt(place) == 'h' && begins && address.region(place, to).lookingAt()) {
        written.append(text, place, address.end());
        place = address.end();
      } else {
        char c = text.charAt(place++);
        written.append(MarkdownReader.ESCAPABLE.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
  }
}
