// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.Figures;
import io.botflow.benchmarks.child.StubProcess;
import io.botflow.benchmarks.report.Row;
import io.botflow.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything, one thing after the other, and prints one table. */
public final class Benchmarks {
  private static final String USAGE =
      """
      usage: java -jar benchmarks.jar [--quick] [--only p1,p2,p3,p4,p9,bots] [--markdown FILE]
        --quick          less than a minute, to see that everything works; the figures are of no use
        --only           some of the goals
        --markdown FILE  puts machine, date and table between the marks in that page
      """;

  private Benchmarks() {}

  /** The command line. */
  @SuppressWarnings("SystemOut") // This is a program for the command line.
  public static void main(String[] args) throws IOException, RunnerException {
    boolean quick = false;
    Set<String> only = new TreeSet<>(List.of("p1", "p2", "p3", "p4", "p9", "bots"));
    Path page = null;
    for (int i = 0; i < args.length; i++) {
      boolean valueFollows = i + 1 < args.length;
      if (args[i].equals("--quick")) {
        quick = true;
      } else if (args[i].equals("--only") && valueFollows) {
        only.retainAll(List.of(args[++i].toLowerCase(Locale.ROOT).split(",", -1)));
      } else if (args[i].equals("--markdown") && valueFollows) {
        page = Path.of(args[++i]);
      } else {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
    run(quick ? Plan.quick() : Plan.full(), only, page);
    System.exit(0);
  }

  @SuppressWarnings("SystemOut") // This is a program for the command line.
  private static void run(Plan plan, Set<String> only, @Nullable Path page)
      throws IOException, RunnerException {
    List<Row> rows = new ArrayList<>();
    try (ChildProcess stub = ChildProcess.start(ClassPath.all(), StubProcess.class)) {
      String api = "http://127.0.0.1:" + stub.answer().get("port");
      if (only.contains("p1")) {
        rows.addAll(CallRates.measure(plan, api));
      }
      if (only.contains("p2")) {
        rows.addAll(CallBytes.measure(plan, api));
      }
      if (only.contains("p3")) {
        rows.addAll(Weight.measure());
      }
      if (only.contains("p4")) {
        rows.addAll(Starts.measure(plan, api));
      }
      if (only.contains("p9")) {
        rows.addAll(MediaTransfers.measure(plan));
      }
      if (only.contains("bots")) {
        rows.addAll(BotTurns.measure(plan));
      }
      stub.ask("count");
      Figures counted = stub.answer();
      if (counted.get("refused") > 0) {
        throw new IllegalStateException("the stub refused " + counted.get("refused") + " requests");
      }
    }
    System.out.println(Machine.description());
    System.out.println();
    System.out.print(Table.plain(rows));
    if (page != null) {
      MarkdownPage.refresh(page, Machine.description() + "\n\n" + Table.markdown(rows));
    }
  }
}
