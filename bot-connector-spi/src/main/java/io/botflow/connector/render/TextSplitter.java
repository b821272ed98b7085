// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.render;

import io.botflow.connector.messenger.TextLimit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into pieces that keep a limit: after a paragraph, a line or sentence, a word, else
 * anywhere, but never inside a surrogate pair, and inside a visible character only if that alone is
 * too long.
 *
 * <p>The pieces put together are the text, to the last blank. Blanks stay with what precedes them
 * while there is room, and go on with what follows otherwise, so that each piece shows something.
 * Only what no piece can hold is left out and counted: blanks that would need a piece of their own,
 * and characters that alone exceed the limit.
 */
final class TextSplitter {
  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final String SENTENCE_ENDS = ".!?…。！？";
  private static final String CLOSING = "\"')]»”’";
  private static final long NONE = Long.MAX_VALUE / 2;

  /** Where a text may be cut, from the worst place to the best. */
  private enum Cut {
    IN_CHARACTER,
    ANYWHERE,
    WORD,
    SENTENCE,
    PARAGRAPH
  }

  /** The pieces in order, and the number of code points that none of them holds. */
  record Pieces(List<String> texts, int leftOut) {}

  private final String text;
  private final TextLimit rest;
  private final List<String> pieces = new ArrayList<>();
  private int leftOut;

  private TextSplitter(String text, TextLimit rest) {
    this.text = text;
    this.rest = rest;
  }

  static Pieces split(String text, TextLimit limit) {
    return split(text, limit, limit);
  }

  /** Splits with another limit for the first piece, such as a caption's. */
  static Pieces split(String text, TextLimit first, TextLimit rest) {
    String holdable = withoutOversized(text, first, rest);
    TextSplitter splitter = new TextSplitter(holdable, rest);
    splitter.run(first);
    int oversized = text.codePointCount(0, text.length()) - holdable.codePoints().toArray().length;
    return new Pieces(splitter.pieces, splitter.leftOut + oversized);
  }

  private void run(TextLimit first) {
    TextLimit limit = first;
    int start = 0;
    while (start < text.length()) {
      int visible = nextVisible(start);
      if (visible == text.length()) {
        leftOut += text.codePointCount(start, visible);
        return;
      }
      int from = roomBefore(visible, start, limit);
      leftOut += text.codePointCount(start, from);
      int end = reach(from, limit);
      int cut = end == text.length() ? end : cut(from, visible, end);
      pieces.add(text.substring(from, cut));
      start = cut;
      limit = rest;
    }
  }

  /** The earliest start of a piece that still has room for its first visible character. */
  private int roomBefore(int visible, int start, TextLimit limit) {
    int room = limit.max() - weight(text.codePointAt(visible), limit);
    int from = visible;
    while (from > start) {
      int before = text.codePointBefore(from);
      room -= weight(before, limit);
      if (room < 0) {
        break;
      }
      from -= Character.charCount(before);
    }
    return from;
  }

  private int reach(int from, TextLimit limit) {
    int room = limit.max();
    int end = from;
    while (end < text.length()) {
      int next = text.codePointAt(end);
      room -= weight(next, limit);
      if (room < 0) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  /**
   * The best place to end a piece. A place is good only if the piece after it can begin there: from
   * it to the next visible character, all must fit.
   */
  private int cut(int from, int visible, int end) {
    BitSet wholeCharacters = characterEnds(from, end);
    int middle = from + (end - from) / 2;
    int next = nextVisible(end);
    long beginning =
        next == text.length() ? NONE : rest.unit().count(text.substring(end, endOf(next)));
    int best = end;
    Cut bestCut = null;
    int place = end;
    while (place > visible) {
      if (beginning <= rest.max()) {
        Cut cut = wholeCharacters.get(place) ? quality(place, middle, end) : Cut.IN_CHARACTER;
        if (bestCut == null || cut.compareTo(bestCut) > 0) {
          best = place;
          bestCut = cut;
        }
      }
      int before = text.codePointBefore(place);
      int weight = weight(before, rest);
      beginning = Visible.is(before) ? weight : Math.min(NONE, beginning + weight);
      place -= Character.charCount(before);
    }
    return best;
  }

  /** Paragraphs and sentences count in the second half only, or pieces would become too short. */
  private Cut quality(int place, int middle, int end) {
    boolean blankBefore = !Visible.is(text.codePointBefore(place));
    boolean blankAfter = !Visible.is(text.codePointAt(place));
    if (!blankBefore && !blankAfter) {
      return Cut.ANYWHERE;
    }
    boolean insideBlanks = blankAfter && place != end;
    return place < middle || insideBlanks ? Cut.WORD : qualityOfBlanks(place);
  }

  private Cut qualityOfBlanks(int place) {
    int first = place;
    while (first > 0 && !Visible.is(text.codePointBefore(first))) {
      first -= Character.charCount(text.codePointBefore(first));
    }
    long lines =
        text.substring(first, nextVisible(place)).chars().filter(c -> c == '\n').limit(2).count();
    if (lines > 0) {
      return lines > 1 ? Cut.PARAGRAPH : Cut.SENTENCE;
    }
    int last = first - 1;
    while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0 ? Cut.SENTENCE : Cut.WORD;
  }

  private BitSet characterEnds(int from, int end) {
    BitSet ends = new BitSet();
    Matcher characters = GRAPHEME.matcher(text).region(from, text.length());
    while (characters.find() && characters.end() <= end) {
      ends.set(characters.end());
    }
    return ends;
  }

  private int nextVisible(int from) {
    int next = from;
    while (next < text.length() && !Visible.is(text.codePointAt(next))) {
      next = endOf(next);
    }
    return next;
  }

  private int endOf(int place) {
    return place + Character.charCount(text.codePointAt(place));
  }

  private static int weight(int codePoint, TextLimit limit) {
    return limit.unit().count(Character.toString(codePoint));
  }

  private static String withoutOversized(String text, TextLimit first, TextLimit rest) {
    if (Math.min(first.max(), rest.max()) >= 4) {
      return text;
    }
    // Half a surrogate pair goes too: what is left out between two halves would join them.
    return text.codePoints()
        .filter(c -> c > Character.MAX_VALUE || !Character.isSurrogate((char) c))
        .filter(c -> weight(c, first) <= first.max() && weight(c, rest) <= rest.max())
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
