// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.Figures;
import io.botflow.benchmarks.child.LoadProcess;
import io.botflow.benchmarks.contestant.Contestant;
import io.botflow.benchmarks.report.Goal;
import io.botflow.benchmarks.report.Row;
import io.botflow.benchmarks.report.Row.Unit;
import io.botflow.benchmarks.report.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * P1: calls a second, CPU a call, and how long calls take. All contestants live at the same time,
 * each in its own process, and take short turns in changing order, so that whatever else the
 * machine does meets them alike.
 */
final class CallRates {
  private static final List<Integer> THREADS = List.of(1, 16, 64);
  private static final int WARM_UP_THREADS = 16;

  private record Key(Contestant contestant, int threads) {}

  private final Map<Key, List<Figures>> measured = new HashMap<>();

  private CallRates() {}

  static List<Row> measure(Plan plan, String api) {
    CallRates rates = new CallRates();
    for (int fork = 1; fork <= plan.forks(); fork++) {
      Progress.tell("P1: calls, fork " + fork + " of " + plan.forks());
      rates.fork(plan, api);
    }
    return rates.rows();
  }

  private record Player(Contestant contestant, ChildProcess process) {}

  private void fork(Plan plan, String api) {
    List<Player> players = new ArrayList<>();
    try {
      for (Contestant contestant : Contestant.values()) {
        players.add(
            new Player(
                contestant,
                ChildProcess.start(
                    ClassPath.of(contestant), LoadProcess.class, contestant.name(), api)));
      }
      String warmUp =
          LoadProcess.question(WARM_UP_THREADS, plan.warmUpCalls(), plan.warmUpMillis(), 0);
      players.forEach(player -> player.process().ask(warmUp));
      players.forEach(player -> player.process().answer());
      for (int round = 0; round < plan.rounds(); round++) {
        Collections.rotate(players, 1);
        for (int threads : THREADS) {
          for (Player player : players) {
            player
                .process()
                .ask(LoadProcess.question(threads, 0, plan.turnMillis() / 4, plan.turnMillis()));
            measured
                .computeIfAbsent(new Key(player.contestant(), threads), key -> new ArrayList<>())
                .add(player.process().answer());
          }
        }
      }
    } finally {
      players.forEach(player -> player.process().close());
    }
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Contestant ours : List.of(Contestant.CLIENT, Contestant.CLIENT_DIRECT)) {
      for (int threads : THREADS) {
        rows.add(calls(ours, threads, Contestant.BY_HAND, Goal.atLeast(0.9)));
        rows.add(cpu(ours, threads, Contestant.BY_HAND, Goal.atMost(1.1)));
      }
    }
    Contestant ours = Contestant.CLIENT;
    rows.add(calls(ours, 16, Contestant.BY_HAND_DEFAULT, Goal.atLeast(1.5)));
    rows.add(calls(ours, 64, Contestant.BY_HAND_DEFAULT, Goal.atLeast(1.5)));
    rows.add(calls(ours, 1, Contestant.GENESYS_SDK, Goal.atLeast(1)));
    rows.add(calls(ours, 16, Contestant.GENESYS_SDK, Goal.atLeast(1.3)));
    rows.add(calls(ours, 64, Contestant.GENESYS_SDK, Goal.atLeast(1.5)));
    rows.add(cpu(ours, 64, Contestant.GENESYS_SDK, Goal.none()));
    rows.add(p99(ours, 64, Contestant.BY_HAND, Goal.none()));
    rows.add(p99(ours, 64, Contestant.GENESYS_SDK, Goal.atMost(0.3)));
    return rows;
  }

  private Row calls(Contestant ours, int threads, Contestant other, Goal goal) {
    return row("calls", Unit.CALLS_PER_SECOND, ours, threads, other, goal, CallRates::rate);
  }

  private Row cpu(Contestant ours, int threads, Contestant other, Goal goal) {
    return row("CPU a call", Unit.MICROS, ours, threads, other, goal, CallRates::cpuPerCall);
  }

  private Row p99(Contestant ours, int threads, Contestant other, Goal goal) {
    return row("p99", Unit.MILLIS, ours, threads, other, goal, figures -> figures.get("p99"));
  }

  private Row row(
      String what,
      Unit unit,
      Contestant ours,
      int threads,
      Contestant other,
      Goal goal,
      ToDoubleFunction<Figures> figure) {
    return Row.ratio(
        "P1",
        ours.label() + ": " + what + ", " + threads + " at once",
        unit,
        samples(ours, threads, figure),
        other.label(),
        samples(other, threads, figure),
        goal);
  }

  private Samples samples(Contestant contestant, int threads, ToDoubleFunction<Figures> figure) {
    List<Figures> all = measured.getOrDefault(new Key(contestant, threads), List.of());
    return new Samples(all.stream().mapToDouble(figure).boxed().toList());
  }

  private static double rate(Figures figures) {
    return figures.get("calls") * 1e9 / figures.get("nanos");
  }

  private static double cpuPerCall(Figures figures) {
    return (double) figures.get("cpu") / Math.max(1, figures.get("calls"));
  }
}
