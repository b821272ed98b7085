// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

import io.botflow.connector.richtext.Span.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes sound spans of any: see {@link RichText}. */
final class SoundSpans {
  static final Pattern EMPTY_LINE = Pattern.compile("\\n[\\s&&[^\\n]]*\\n");

  private static final List<Style> EMPHASIS =
      List.of(Style.BOLD, Style.ITALIC, Style.STRIKETHROUGH);
  private static final Comparator<Span> OUTER_FIRST =
      Comparator.comparingInt(Span::start)
          .thenComparing(Span::end, Comparator.reverseOrder())
          .thenComparing(Span::style);

  private final String text;
  private final BitSet verbatim = new BitSet();
  private final BitSet linked = new BitSet();
  private final List<Span> sound = new ArrayList<>();

  private SoundSpans(String text) {
    this.text = text;
  }

  static List<Span> of(String text, List<Span> spans) {
    return spans.isEmpty() ? List.of() : new SoundSpans(text).run(spans);
  }

  private List<Span> run(List<Span> spans) {
    List<Span> inside =
        spans.stream().flatMap(span -> clipped(span).stream()).sorted(OUTER_FIRST).toList();
    inside.stream().filter(Span::isVerbatim).forEach(this::addVerbatim);
    inside.stream().filter(span -> span.style() == Style.LINK).forEach(this::addLink);
    for (Style style : EMPHASIS) {
      BitSet places = new BitSet();
      inside.stream()
          .filter(span -> span.style() == style)
          .forEach(span -> places.set(span.start(), span.end()));
      addRuns(Span.of(0, 0, style), places);
    }
    return nested();
  }

  private Optional<Span> clipped(Span span) {
    int start = Math.min(Math.max(span.start(), 0), text.length());
    int end = Math.min(Math.max(span.end(), start), text.length());
    return isInsidePair(start) || isInsidePair(end)
        ? visible(
            span.at(isInsidePair(start) ? start + 1 : start, isInsidePair(end) ? end - 1 : end))
        : visible(span.at(start, end));
  }

  private boolean isInsidePair(int place) {
    return place > 0
        && place < text.length()
        && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
  }

  private Optional<Span> visible(Span span) {
    int place = span.start();
    while (place < span.end() && Blank.is(text.codePointAt(place))) {
      place += Character.charCount(text.codePointAt(place));
    }
    return place < span.end() ? Optional.of(span) : Optional.empty();
  }

  private void addVerbatim(Span span) {
    int taken = verbatim.nextSetBit(span.start());
    if (taken >= 0 && taken < span.end()) {
      return;
    }
    verbatim.set(span.start(), span.end());
    Span last = sound.isEmpty() ? span : sound.get(sound.size() - 1);
    if (last.end() == span.start() && last.style() == Style.CODE && span.style() == Style.CODE) {
      sound.set(sound.size() - 1, span.at(last.start(), span.end()));
    } else {
      sound.add(span);
    }
  }

  private void addLink(Span span) {
    if (!LinkAddress.isSound(span.argument())) {
      return;
    }
    BitSet places = new BitSet();
    places.set(span.start(), span.end());
    places.andNot(linked);
    linked.or(places);
    addRuns(span, places);
  }

  /** Each run of places outside code, between empty lines, becomes a span. */
  private void addRuns(Span form, BitSet places) {
    places.andNot(verbatim);
    if (places.isEmpty()) {
      return;
    }
    // Only where places are: there may be as many links as words.
    Matcher emptyLines = EMPTY_LINE.matcher(text);
    int end = places.length();
    int from = places.nextSetBit(0);
    while (emptyLines.region(from, end).find()) {
      places.clear(emptyLines.start(), emptyLines.end());
      from = emptyLines.end() - 1;
    }
    for (int start = places.nextSetBit(0); start >= 0; ) {
      int runEnd = places.nextClearBit(start);
      trimmed(form.at(start, runEnd)).ifPresent(sound::add);
      start = places.nextSetBit(runEnd);
    }
  }

  private Optional<Span> trimmed(Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && Blank.is(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && Blank.is(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return start < end ? Optional.of(span.at(start, end)) : Optional.empty();
  }

  /** A span that reaches out of another is cut at its end. */
  private List<Span> nested() {
    PriorityQueue<Span> waiting = new PriorityQueue<>(OUTER_FIRST);
    waiting.addAll(sound);
    List<Span> nested = new ArrayList<>();
    Deque<Span> around = new ArrayDeque<>();
    while (!waiting.isEmpty()) {
      Span span = waiting.remove();
      while (!around.isEmpty() && around.peek().end() <= span.start()) {
        around.pop();
      }
      int edge = around.isEmpty() ? text.length() : around.peek().end();
      if (span.end() <= edge) {
        nested.add(span);
        around.push(span);
      } else {
        trimmed(span.at(span.start(), edge)).ifPresent(waiting::add);
        trimmed(span.at(edge, span.end())).ifPresent(waiting::add);
      }
    }
    return List.copyOf(nested);
  }
}
