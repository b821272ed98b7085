// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Rows as text. */
public final class Table {
  private Table() {}

  /** With columns that stand under each other, for a terminal. */
  public static String plain(List<Row> rows) {
    List<List<String>> lines = lines(rows);
    int[] widths = new int[Row.HEADINGS.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** As a table of Markdown. */
  public static String markdown(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    boolean heading = true;
    for (List<String> line : lines(rows)) {
      out.append("| ").append(String.join(" | ", line)).append(" |\n");
      if (heading) {
        out.append("|").append("---|".repeat(line.size())).append('\n');
        heading = false;
      }
    }
    return out.toString();
  }

  private static List<List<String>> lines(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Row.HEADINGS);
    rows.forEach(row -> lines.add(row.cells()));
    return lines;
  }
}
