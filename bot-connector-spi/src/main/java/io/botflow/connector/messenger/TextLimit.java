// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.messenger;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How long a text may be, in the unit in which the messenger counts.
 *
 * @param max the largest length; positive
 * @param unit what is counted
 */
public record TextLimit(int max, Unit unit) {

  /** What a messenger counts. */
  public enum Unit {
    /** UTF-16 code units, Java's own length. */
    UTF_16 {
      @Override
      public int count(CharSequence text) {
        return text.length();
      }
    },
    /** Unicode code points. */
    CODE_POINTS {
      @Override
      public int count(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
      }
    },
    /** Bytes in UTF-8. */
    UTF_8_BYTES {
      @Override
      public int count(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
      }
    };

    /**
     * Counts.
     *
     * @param text the text
     * @return its length in this unit
     */
    public abstract int count(CharSequence text);
  }

  /** {@inheritDoc} */
  public TextLimit {
    Objects.requireNonNull(unit, "unit");
    if (max <= 0) {
      throw new IllegalArgumentException("max must be positive, was " + max);
    }
  }

  /**
   * A limit in UTF-16 code units.
   *
   * @param max the largest length; positive
   * @return the limit
   */
  public static TextLimit utf16(int max) {
    return new TextLimit(max, Unit.UTF_16);
  }

  /**
   * A limit in code points.
   *
   * @param max the largest length; positive
   * @return the limit
   */
  public static TextLimit codePoints(int max) {
    return new TextLimit(max, Unit.CODE_POINTS);
  }

  /**
   * A limit in bytes of UTF-8.
   *
   * @param max the largest length; positive
   * @return the limit
   */
  public static TextLimit utf8Bytes(int max) {
    return new TextLimit(max, Unit.UTF_8_BYTES);
  }

  /**
   * Whether a text keeps this limit.
   *
   * @param text the text
   * @return true when it is not too long
   */
  public boolean allows(CharSequence text) {
    return unit.count(text) <= max;
  }
}
