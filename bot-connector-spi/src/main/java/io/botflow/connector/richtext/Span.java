// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.richtext;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A stretch of a {@link RichText} with one style. Places are UTF-16 code units.
 *
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param style how it looks
 * @param argument the address of a {@link Style#LINK}, the language of {@link Style#PREFORMATTED}
 *     if known, null for all else
 */
public record Span(int start, int end, Span.Style style, @Nullable String argument) {

  /** How a stretch of text looks. */
  public enum Style {
    /** A link with an address of its own. */
    LINK,
    /** Bold. */
    BOLD,
    /** Italic. */
    ITALIC,
    /** Struck through. */
    STRIKETHROUGH,
    /** In letters of one width, within a line. */
    CODE,
    /** A block in letters of one width. */
    PREFORMATTED
  }

  /** {@inheritDoc} */
  public Span {
    Objects.requireNonNull(style, "style");
    if (style == Style.LINK) {
      Objects.requireNonNull(argument, "argument");
    }
  }

  /**
   * A span without an argument.
   *
   * @param start where it begins
   * @param end where it ends, exclusive
   * @param style how it looks
   * @return the span
   */
  public static Span of(int start, int end, Style style) {
    return new Span(start, end, style, null);
  }

  /**
   * A link.
   *
   * @param start where it begins
   * @param end where it ends, exclusive
   * @param address where it leads
   * @return the span
   */
  public static Span link(int start, int end, String address) {
    return new Span(start, end, Style.LINK, address);
  }

  Span at(int from, int to) {
    return new Span(from, to, style, argument);
  }

  boolean isVerbatim() {
    return style == Style.CODE || style == Style.PREFORMATTED;
  }

  /** Shows place and style, never the address. */
  @Override
  public String toString() {
    return style + "[" + start + ", " + end + ")";
  }
}
