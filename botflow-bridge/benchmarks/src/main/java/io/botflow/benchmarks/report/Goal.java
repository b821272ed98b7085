// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.report;

import java.util.Locale;

/**
 * What a figure is to reach.
 *
 * @param kind from which side
 * @param limit the limit itself is good enough
 */
public record Goal(Kind kind, double limit) {

  /** From which side a figure is judged. */
  public enum Kind {
    /** More is better. */
    AT_LEAST,
    /** Less is better. */
    AT_MOST,
    /** Told for information. */
    NONE
  }

  /** More is better. */
  public static Goal atLeast(double limit) {
    return new Goal(Kind.AT_LEAST, limit);
  }

  /** Less is better. */
  public static Goal atMost(double limit) {
    return new Goal(Kind.AT_MOST, limit);
  }

  /** No promise is made. */
  public static Goal none() {
    return new Goal(Kind.NONE, 0);
  }

  /** The verdict on a figure. */
  public String verdict(double figure) {
    return switch (kind) {
      case AT_LEAST -> figure >= limit ? "ok" : "miss";
      case AT_MOST -> figure <= limit ? "ok" : "miss";
      case NONE -> "";
    };
  }

  @Override
  public String toString() {
    String number =
        limit == Math.rint(limit)
            ? String.format(Locale.ROOT, "%.0f", limit)
            : String.valueOf(limit);
    return switch (kind) {
      case AT_LEAST -> "≥ " + number;
      case AT_MOST -> "≤ " + number;
      case NONE -> "–";
    };
  }
}
