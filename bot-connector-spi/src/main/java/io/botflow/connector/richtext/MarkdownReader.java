// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

import io.botflow.connector.richtext.Span.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * Reads one text of Markdown in one pass. A mark that may begin formatting is kept as text until
 * its end is found, and then taken out.
 */
final class MarkdownReader {
  static final String ESCAPABLE = "\\`*_~[]";

  private static final int LONGEST_ADDRESS = 2_048;
  private static final Pattern FENCE = Pattern.compile("```([A-Za-z0-9+#.-]*)[ \\t]*\\n");
  private static final Pattern FENCE_END = Pattern.compile("\\n```(?=[ \\t]*(?:\\n|\\z))");

  /** A mark in the text read so far that waits for its end. */
  private record Mark(String sign, int at) {
    int inner() {
      return at + sign.length();
    }
  }

  private final String source;
  private final Matcher emptyLine;
  private final Matcher webAddress;
  private final StringBuilder read = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<Mark> taken = new ArrayList<>();
  private final Deque<Mark> open = new ArrayDeque<>();
  private final Map<String, Integer> openOf = new HashMap<>();
  private final Deque<Mark> brackets = new ArrayDeque<>();
  private final Set<Integer> unended = new HashSet<>();
  private int paragraphEnd;
  private int visibleEnd;
  private int deadBrackets;
  private boolean noFenceEnds;
  private int place;

  MarkdownReader(String source) {
    this.source = source;
    this.emptyLine = SoundSpans.EMPTY_LINE.matcher(source);
    this.webAddress = LinkAddress.WEB.matcher(source);
  }

  RichText read() {
    while (place < source.length()) {
      switch (source.charAt(place)) {
        case '\n' -> lineEnd();
        case '\\' -> backslash();
        case '`' -> backticks();
        case '[' -> begin("[");
        case ']' -> bracketEnd();
        case '*', '_', '~' -> emphasis();
        case 'h' -> address();
        default -> literal(1);
      }
    }
    return withoutMarks();
  }

  private void literal(int length) {
    append(place, place + length);
    place += length;
  }

  private void append(int begin, int end) {
    int shown = end;
    while (shown > begin && Blank.is(source.charAt(shown - 1))) {
      shown--;
    }
    if (shown > begin) {
      visibleEnd = read.length() + shown - begin;
    }
    read.append(source, begin, end);
  }

  private void lineEnd() {
    if (emptyLine.region(place, source.length()).lookingAt()) {
      forgetOpen();
    }
    literal(1);
  }

  private void forgetOpen() {
    open.clear();
    openOf.clear();
    brackets.clear();
  }

  private void backslash() {
    boolean escapes =
        place + 1 < source.length() && ESCAPABLE.indexOf(source.charAt(place + 1)) >= 0;
    place += escapes ? 1 : 0;
    literal(1);
  }

  private void address() {
    boolean begins = place == 0 || !isWord(source.codePointBefore(place));
    literal(
        begins && webAddress.region(place, source.length()).lookingAt()
            ? webAddress.end() - place
            : 1);
  }

  private void backticks() {
    boolean lineStart = place == 0 || source.charAt(place - 1) == '\n';
    if (lineStart && isFencedBlock()) {
      return;
    }
    int length = run('`', source.length());
    int begin = place + length;
    int end = endOfCode(begin, length);
    if (end < 0 || source.substring(begin, end).codePoints().allMatch(Blank::is)) {
      literal(length);
      return;
    }
    int start = read.length();
    append(begin, end);
    spans.add(Span.of(start, read.length(), Style.CODE));
    place = end + length;
  }

  /** Where the same number of backticks stands again, before the next empty line. */
  private int endOfCode(int begin, int length) {
    if (begin >= paragraphEnd) {
      boolean more = emptyLine.region(begin, source.length()).find();
      paragraphEnd = more ? emptyLine.start() : source.length();
      unended.clear();
    }
    if (unended.contains(length)) {
      return -1;
    }
    int limit = paragraphEnd;
    int at = source.indexOf('`', begin);
    while (at >= 0 && at < limit) {
      int end = at;
      while (end < source.length() && source.charAt(end) == '`') {
        end++;
      }
      if (end - at == length) {
        return at;
      }
      at = source.indexOf('`', end);
    }
    unended.add(length);
    return -1;
  }

  private boolean isFencedBlock() {
    Matcher fence = FENCE.matcher(source).region(place, source.length());
    if (noFenceEnds || !fence.lookingAt()) {
      return false;
    }
    int content = fence.end();
    Matcher closing = FENCE_END.matcher(source).region(content - 1, source.length());
    noFenceEnds = !closing.find();
    if (noFenceEnds || source.substring(content - 1, closing.start()).isBlank()) {
      return false;
    }
    forgetOpen();
    int start = read.length();
    append(content, closing.start());
    String language = fence.group(1).isEmpty() ? null : fence.group(1);
    spans.add(new Span(start, read.length(), Style.PREFORMATTED, language));
    place = closing.end();
    return true;
  }

  private void bracketEnd() {
    String address = hasLabel() ? addressBehind(place + 1) : "";
    Mark begin = address.isEmpty() ? null : close("[");
    if (begin == null) {
      literal(1);
      return;
    }
    spans.add(Span.link(begin.inner(), read.length(), address));
    boolean angled = source.startsWith("](<", place);
    place += (angled ? "](<>)" : "]()").length() + address.length();
    // A link holds no link. To look for the brackets among all that is open would take too long.
    brackets.clear();
    openOf.remove("[");
    deadBrackets = read.length();
    dropDeadBrackets();
  }

  private void dropDeadBrackets() {
    while (!open.isEmpty() && isDead(open.element())) {
      open.pop();
    }
  }

  private boolean isDead(Mark mark) {
    return mark.sign().equals("[") && mark.at() < deadBrackets;
  }

  /** Whether something visible stands behind the innermost open bracket. */
  private boolean hasLabel() {
    return !brackets.isEmpty() && brackets.element().inner() < visibleEnd;
  }

  /** The address in the parentheses that begin at a place; empty if there is none. */
  private String addressBehind(int at) {
    if (at >= source.length() || source.charAt(at) != '(') {
      return "";
    }
    boolean angled = source.startsWith("<", at + 1);
    int begin = angled ? at + 2 : at + 1;
    int limit = Math.min(source.length(), begin + LONGEST_ADDRESS);
    int depth = 0;
    int end = begin;
    while (end < limit
        && (angled ? source.charAt(end) != '>' : depth > 0 || source.charAt(end) != ')')) {
      char c = source.charAt(end++);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
    }
    String address = source.substring(begin, end);
    boolean closed = angled ? source.startsWith(">)", end) : source.startsWith(")", end);
    return closed && LinkAddress.isMeant(address) ? address : "";
  }

  private void emphasis() {
    char c = source.charAt(place);
    String sign = sign(c, run(c, 3));
    int behind = place + sign.length();
    boolean blankBefore = place == 0 || Blank.is(source.codePointBefore(place));
    boolean blankBehind = behind >= source.length() || Blank.is(source.codePointAt(behind));
    boolean wordBefore = place > 0 && isWord(source.codePointBefore(place));
    boolean wordBehind = behind < source.length() && isWord(source.codePointAt(behind));
    if (!blankBefore && !(c == '_' && wordBehind)) {
      Mark begin = close(sign);
      if (begin != null) {
        spans.add(Span.of(begin.inner(), read.length(), style(sign)));
        place = behind;
        return;
      }
    }
    boolean inWord = c == '_' ? wordBefore : isProduct(behind);
    if (blankBehind || inWord || sign.equals("~")) {
      literal(sign.length());
    } else {
      begin(sign);
    }
  }

  /** Of three and more marks the one that is open inside is closed first. */
  private String sign(char c, int length) {
    String single = Character.toString(c);
    Mark innermost = open.peek();
    boolean closesSingle = innermost != null && innermost.sign().equals(single);
    return length == 1 || (length > 2 && closesSingle) ? single : single + single;
  }

  private static Style style(String sign) {
    return switch (sign) {
      case "~~" -> Style.STRIKETHROUGH;
      case "**", "__" -> Style.BOLD;
      default -> Style.ITALIC;
    };
  }

  private boolean isProduct(int behind) {
    return place > 0
        && behind < source.length()
        && Character.isDigit(source.codePointBefore(place))
        && Character.isDigit(source.codePointAt(behind));
  }

  private void begin(String sign) {
    Mark mark = new Mark(sign, read.length());
    open.push(mark);
    if (sign.equals("[")) {
      brackets.push(mark);
    }
    openOf.merge(sign, 1, Integer::sum);
    literal(sign.length());
  }

  /** Takes out the innermost mark of a sign that has text behind it; null if there is none. */
  private @Nullable Mark close(String sign) {
    if (openOf.getOrDefault(sign, 0) == 0) {
      return null;
    }
    Mark innermost = open.element();
    if (innermost.sign().equals(sign) && innermost.inner() == read.length()) {
      return null;
    }
    Mark mark;
    do {
      mark = open.pop();
      if (!isDead(mark)) {
        openOf.merge(mark.sign(), -1, Integer::sum);
        if (mark.sign().equals("[")) {
          brackets.pop();
        }
      }
    } while (!mark.sign().equals(sign));
    taken.add(mark);
    dropDeadBrackets();
    return mark;
  }

  private int run(char c, int most) {
    int end = place;
    while (end < source.length() && end - place < most && source.charAt(end) == c) {
      end++;
    }
    return end - place;
  }

  private static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint);
  }

  private RichText withoutMarks() {
    if (taken.isEmpty()) {
      return new RichText(read.toString(), spans);
    }
    int[] moved = new int[read.length() + 1];
    taken.forEach(mark -> Arrays.fill(moved, mark.at() + 1, mark.inner() + 1, 1));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < read.length(); i++) {
      if (moved[i + 1] == 0) {
        text.append(read.charAt(i));
      }
      moved[i + 1] += moved[i];
    }
    return new RichText(
        text.toString(),
        spans.stream()
            .map(
                span -> span.at(span.start() - moved[span.start()], span.end() - moved[span.end()]))
            .toList());
  }
}
