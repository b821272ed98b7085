// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.child.BotServerProcess;
import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.ConversationsProcess;
import io.botflow.benchmarks.child.Figures;
import io.botflow.benchmarks.report.Goal;
import io.botflow.benchmarks.report.Row;
import io.botflow.benchmarks.report.Row.Unit;
import io.botflow.benchmarks.report.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Turns of a bot that takes 50 ms, over version 2 of the Bot Connector. The endpoint, with its
 * memory in the process and in a store, and a bare handler that waits as long, take turns on one
 * server.
 */
final class BotTurns {
  private static final String GOAL = "bots";
  private static final int TURNS = 10;
  private static final int AT_ONCE = 64;
  private static final double MOST_OVERHEAD = 10e6;
  private static final Map<String, String> LABELS =
      Map.of(
          BotServerProcess.MEMORY, "endpoint",
          BotServerProcess.STORE, "endpoint with SQLite");

  private final Map<String, List<Figures>> measured = new HashMap<>();

  private BotTurns() {}

  static List<Row> measure(Plan plan) throws IOException {
    Path folder = Files.createTempDirectory("benchmarks");
    try (ChildProcess server =
        ChildProcess.start(
            ClassPath.ofStore(), BotServerProcess.class, folder.resolve("bots.db").toString())) {
      String base = "http://127.0.0.1:" + server.answer().get("port");
      try (ChildProcess genesys =
          ChildProcess.start(ClassPath.ofStore(), ConversationsProcess.class, base)) {
        BotTurns turns = new BotTurns();
        turns.run(plan, server, genesys);
        return turns.rows();
      }
    } finally {
      delete(folder);
    }
  }

  private void run(Plan plan, ChildProcess server, ChildProcess genesys) {
    List<String> order =
        new ArrayList<>(
            List.of(BotServerProcess.BARE, BotServerProcess.MEMORY, BotServerProcess.STORE));
    Progress.tell("bots: warm-up");
    order.forEach(path -> converse(path, plan.conversations(), server, genesys));
    for (int round = 1; round <= plan.botRounds(); round++) {
      Progress.tell("bots: round " + round + " of " + plan.botRounds());
      Collections.rotate(order, 1);
      for (String path : order) {
        measured
            .computeIfAbsent(path, key -> new ArrayList<>())
            .add(converse(path, plan.conversations(), server, genesys));
      }
    }
  }

  private static Figures converse(
      String path, int conversations, ChildProcess server, ChildProcess genesys) {
    long before = cpu(server);
    genesys.ask(ConversationsProcess.question(path, conversations, TURNS, AT_ONCE));
    Figures answered = genesys.answer();
    Map<String, Long> all = new HashMap<>(answered.values());
    all.put("cpu", cpu(server) - before);
    return new Figures(all);
  }

  private static long cpu(ChildProcess server) {
    server.ask("cpu");
    return server.answer().get("cpu");
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String path : List.of(BotServerProcess.MEMORY, BotServerProcess.STORE)) {
      String label = LABELS.get(path);
      List<Figures> all = of(path);
      rows.add(
          Row.absolute(
              GOAL,
              String.format(
                  Locale.ROOT,
                  "%s: wrong sessions in %,d turns",
                  label,
                  all.stream().mapToLong(figures -> figures.get("turns")).sum()),
              Unit.COUNT,
              Samples.of((double) all.stream().mapToLong(figures -> figures.get("wrong")).sum()),
              Goal.atMost(0)));
      rows.add(ratio(path, label + ": p99 of a turn", Unit.MILLIS, f -> f.get("p99")));
      rows.add(overhead(path, label + ": overhead at p99", "p99", Goal.atMost(MOST_OVERHEAD)));
      rows.add(overhead(path, label + ": overhead at p50", "p50", Goal.none()));
      rows.add(ratio(path, label + ": CPU a turn", Unit.MICROS, BotTurns::cpuPerTurn));
    }
    return rows;
  }

  private Row ratio(String path, String what, Unit unit, ToDoubleFunction<Figures> figure) {
    return Row.ratio(
        GOAL,
        what + ", " + AT_ONCE + " at once",
        unit,
        samples(path, figure),
        "bare handler",
        samples(BotServerProcess.BARE, figure),
        Goal.none());
  }

  /** Round by round, what the endpoint takes longer than the bare handler. */
  private Row overhead(String path, String what, String percentile, Goal goal) {
    List<Double> more = new ArrayList<>();
    for (int round = 0; round < of(path).size(); round++) {
      more.add(
          (double)
              (of(path).get(round).get(percentile)
                  - of(BotServerProcess.BARE).get(round).get(percentile)));
    }
    return Row.absolute(
        GOAL, what + ", " + AT_ONCE + " at once", Unit.MILLIS, new Samples(more), goal);
  }

  private Samples samples(String path, ToDoubleFunction<Figures> figure) {
    return new Samples(of(path).stream().mapToDouble(figure).boxed().toList());
  }

  private List<Figures> of(String path) {
    return measured.getOrDefault(path, List.of());
  }

  private static double cpuPerTurn(Figures figures) {
    return (double) figures.get("cpu") / Math.max(1, figures.get("turns"));
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
