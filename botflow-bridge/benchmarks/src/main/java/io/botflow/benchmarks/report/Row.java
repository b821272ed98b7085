// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * A line of the table.
 *
 * @param goalId under which number the goal is kept
 * @param figure what was measured
 * @param ours our value
 * @param against whose value it is held against, with that value
 * @param result the figure to judge, with the middle half of the rounds
 * @param goal what is to be reached
 * @param verdict ok, miss, or nothing
 */
public record Row(
    String goalId,
    String figure,
    String ours,
    String against,
    String result,
    String goal,
    String verdict) {

  static final List<String> HEADINGS =
      List.of("#", "figure", "ours", "against", "ratio (middle half)", "goal", "");

  /** How values are written. */
  public enum Unit {
    /** Calls in a second. */
    CALLS_PER_SECOND("%,.0f/s", 1),
    /** Nanoseconds, told in microseconds. */
    MICROS("%,.0f µs", 1e3),
    /** Nanoseconds, told in milliseconds. */
    MILLIS("%,.1f ms", 1e6),
    /** Nanoseconds, told in seconds. */
    SECONDS("%.2f s", 1e9),
    /** Bytes, told in thousands. */
    KILOBYTES("%.1f kB", 1e3),
    /** Bytes, told in millions. */
    MEGABYTES("%.2f MB", 1e6),
    /** Bytes in a second, told in millions. */
    MEGABYTES_PER_SECOND("%,.0f MB/s", 1e6),
    /** Whole things. */
    COUNT("%.0f", 1);

    private final String format;
    private final double divisor;

    Unit(String format, double divisor) {
      this.format = format;
      this.divisor = divisor;
    }

    String text(double value) {
      return String.format(Locale.ROOT, format, value / divisor);
    }
  }

  /** A figure in relation to another's. */
  public static Row ratio(
      String goalId,
      String figure,
      Unit unit,
      Samples ours,
      String other,
      Samples theirs,
      Goal goal) {
    double ratio = ours.median() / theirs.median();
    Samples paired = ours.over(theirs);
    String spread =
        paired.values().size() < 2
            ? ""
            : String.format(
                Locale.ROOT, " (%.2f–%.2f)", paired.quantile(0.25), paired.quantile(0.75));
    return new Row(
        goalId,
        figure,
        unit.text(ours.median()),
        other + ": " + unit.text(theirs.median()),
        String.format(Locale.ROOT, "%.2f%s", ratio, spread),
        goal.toString(),
        goal.verdict(ratio));
  }

  /** A figure for itself, with a goal in the same unit. */
  public static Row absolute(String goalId, String figure, Unit unit, Samples ours, Goal goal) {
    String limit =
        goal.kind() == Goal.Kind.NONE
            ? goal.toString()
            : (goal.kind() == Goal.Kind.AT_MOST ? "≤ " : "≥ ") + unit.text(goal.limit());
    return new Row(
        goalId,
        figure,
        unit.text(ours.median()),
        "",
        ours.values().size() < 2
            ? ""
            : "(" + unit.text(ours.quantile(0.25)) + "–" + unit.text(ours.quantile(0.75)) + ")",
        limit,
        goal.verdict(ours.median()));
  }

  List<String> cells() {
    return List.of(goalId, figure, ours, against, result, goal, verdict);
  }
}
