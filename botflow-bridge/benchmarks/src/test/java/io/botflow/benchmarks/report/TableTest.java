// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.benchmarks.report.Row.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ratios are of medians, the spread is of pairs, and a missed goal is told. */
class TableTest {

  @Test
  void aRatioIsOfMediansAndItsSpreadOfRounds() {
    Samples ours = new Samples(List.of(90.0, 100.0, 20.0));
    Samples theirs = new Samples(List.of(100.0, 200.0, 40.0));
    Row row = Row.ratio("P1", "calls", Unit.CALLS_PER_SECOND, ours, "x", theirs, Goal.atLeast(0.9));
    assertEquals(
        List.of("P1", "calls", "90/s", "x: 100/s", "0.90 (0.50–0.70)", "≥ 0.9", "ok"), row.cells());
  }

  @Test
  void aMissedGoalIsTold() {
    assertEquals("miss", Goal.atLeast(0.9).verdict(0.89));
    assertEquals("miss", Goal.atMost(1.1).verdict(1.11));
    assertEquals("ok", Goal.atMost(1.1).verdict(1.1));
    assertEquals("", Goal.none().verdict(7));
  }

  @Test
  void markdownHasOneLineForEachRow() {
    Row row = Row.absolute("P3", "jars", Unit.COUNT, Samples.of(7), Goal.atMost(8));
    assertEquals(
        """
        | # | figure | ours | against | ratio (middle half) | goal |  |
        |---|---|---|---|---|---|---|
        | P3 | jars | 7 |  |  | ≤ 8 | ok |
        """,
        Table.markdown(List.of(row)));
  }
}
