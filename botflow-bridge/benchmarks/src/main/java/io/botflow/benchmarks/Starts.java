// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.Figures;
import io.botflow.benchmarks.child.StartProcess;
import io.botflow.benchmarks.child.StoreProcess;
import io.botflow.benchmarks.contestant.Contestant;
import io.botflow.benchmarks.report.Goal;
import io.botflow.benchmarks.report.Row;
import io.botflow.benchmarks.report.Row.Unit;
import io.botflow.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * P4: a JVM's way to its first accepted message, and opening the store, each in fresh processes.
 */
final class Starts {
  private static final double MILLI = 1e6;

  private Starts() {}

  static List<Row> measure(Plan plan, String api) throws IOException {
    List<Row> rows = new ArrayList<>(firstMessage(plan, api));
    rows.addAll(store(plan));
    return rows;
  }

  private static List<Row> firstMessage(Plan plan, String api) {
    Progress.tell("P4: starts");
    List<Contestant> order =
        new ArrayList<>(
            List.of(Contestant.CLIENT_DIRECT, Contestant.BY_HAND, Contestant.GENESYS_SDK));
    Map<Contestant, List<Double>> cpu = new EnumMap<>(Contestant.class);
    Map<Contestant, List<Double>> wall = new EnumMap<>(Contestant.class);
    // The first round fills the page cache and is not counted.
    for (int round = 0; round <= plan.starts(); round++) {
      Collections.rotate(order, 1);
      for (Contestant contestant : order) {
        long start = System.nanoTime();
        try (ChildProcess process =
            ChildProcess.start(
                ClassPath.of(contestant), StartProcess.class, contestant.name(), api)) {
          long used = process.answer().get("cpu");
          long nanos = System.nanoTime() - start;
          if (round > 0) {
            cpu.computeIfAbsent(contestant, key -> new ArrayList<>()).add((double) used);
            wall.computeIfAbsent(contestant, key -> new ArrayList<>()).add((double) nanos);
          }
        }
      }
    }
    return List.of(
        start("CPU", cpu, Contestant.GENESYS_SDK, Goal.atMost(0.75)),
        start("CPU", cpu, Contestant.BY_HAND, Goal.none()),
        start("time", wall, Contestant.GENESYS_SDK, Goal.none()));
  }

  private static Row start(
      String what, Map<Contestant, List<Double>> measured, Contestant other, Goal goal) {
    return Row.ratio(
        "P4",
        "JVM to first message: " + what,
        Unit.SECONDS,
        new Samples(measured.getOrDefault(Contestant.CLIENT_DIRECT, List.of())),
        other.label(),
        new Samples(measured.getOrDefault(other, List.of())),
        goal);
  }

  private static List<Row> store(Plan plan) throws IOException {
    Progress.tell("P4: opening the store");
    Path folder = Files.createTempDirectory("benchmarks");
    try {
      List<Double> empty = new ArrayList<>();
      List<Double> driver = new ArrayList<>();
      List<Double> large = new ArrayList<>();
      Path filled = folder.resolve("filled.db");
      open(filled, plan.storeRows());
      for (int round = 0; round < plan.starts(); round++) {
        Figures opened = open(folder.resolve(round + ".db"), 0);
        empty.add((double) opened.get("nanos"));
        driver.add((double) opened.get("driver"));
        large.add((double) open(filled, 0).get("nanos"));
      }
      return List.of(
          Row.absolute(
              "P4",
              "opening the store, new",
              Unit.MILLIS,
              new Samples(empty),
              Goal.atMost(150 * MILLI)),
          Row.absolute(
              "P4",
              "of that, SQLite's driver with its native library",
              Unit.MILLIS,
              new Samples(driver),
              Goal.none()),
          Row.absolute(
              "P4",
              String.format(Locale.ROOT, "opening the store, %,d messages wait", plan.storeRows()),
              Unit.MILLIS,
              new Samples(large),
              Goal.atMost(1_000 * MILLI)));
    } finally {
      delete(folder);
    }
  }

  private static Figures open(Path file, int rowsToAdd) {
    try (ChildProcess process =
        ChildProcess.start(
            ClassPath.ofStore(), StoreProcess.class, file.toString(), String.valueOf(rowsToAdd))) {
      return process.answer();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
