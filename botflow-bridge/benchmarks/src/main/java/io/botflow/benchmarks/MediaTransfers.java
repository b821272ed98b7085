// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.Figures;
import io.botflow.benchmarks.child.MediaProcess;
import io.botflow.benchmarks.report.Goal;
import io.botflow.benchmarks.report.Row;
import io.botflow.benchmarks.report.Row.Unit;
import io.botflow.benchmarks.report.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * P9: a file of 25 MB on its way through the bridge, from a host over the media store to whoever
 * has the link, held against a plain copy of streams that takes the same way.
 */
final class MediaTransfers {
  private static final String GOAL = "P9";
  private static final int HELD_AT_ONCE = 8;
  private static final double MOST_HEAP = 2 << 20;
  private static final double NANOS = 1e9;

  private MediaTransfers() {}

  static List<Row> measure(Plan plan) throws IOException {
    Path folder = Files.createTempDirectory("benchmarks");
    try (ChildProcess media =
        ChildProcess.start(ClassPath.ofStore(), MediaProcess.class, folder.toString())) {
      Progress.tell("P9: warm-up");
      for (int i = 0; i < 2; i++) {
        rate(media, MediaProcess.BRIDGE, plan.files());
        rate(media, MediaProcess.COPY, plan.files());
        rate(media, MediaProcess.HASHED_COPY, plan.files());
      }
      List<Double> bridge = new ArrayList<>();
      List<Double> copy = new ArrayList<>();
      List<Double> hashed = new ArrayList<>();
      List<Double> heap = new ArrayList<>();
      for (int round = 1; round <= plan.fileRounds(); round++) {
        Progress.tell("P9: round " + round + " of " + plan.fileRounds());
        bridge.add(rate(media, MediaProcess.BRIDGE, plan.files()));
        copy.add(rate(media, MediaProcess.COPY, plan.files()));
        hashed.add(rate(media, MediaProcess.HASHED_COPY, plan.files()));
        heap.add((double) asked(media, MediaProcess.HEAP, HELD_AT_ONCE).get("bytes"));
      }
      return List.of(
          Row.ratio(
              GOAL,
              "25 MB through the bridge",
              Unit.MEGABYTES_PER_SECOND,
              new Samples(bridge),
              "plain copy",
              new Samples(copy),
              Goal.atLeast(0.7)),
          Row.ratio(
              GOAL,
              "25 MB through the bridge",
              Unit.MEGABYTES_PER_SECOND,
              new Samples(bridge),
              "copy with SHA-256",
              new Samples(hashed),
              Goal.none()),
          Row.absolute(
              GOAL,
              "heap a transfer, half way in and half way out, " + HELD_AT_ONCE + " at once",
              Unit.MEGABYTES,
              new Samples(heap),
              Goal.atMost(MOST_HEAP)));
    } finally {
      delete(folder);
    }
  }

  /** Bytes in a second. */
  private static double rate(ChildProcess media, String way, int files) {
    Figures carried = asked(media, way, files);
    long expected = (long) files * MediaProcess.FILE_BYTES;
    if (carried.get("bytes") != expected) {
      throw new IllegalStateException(way + " carried " + carried.get("bytes") + " bytes");
    }
    return expected * NANOS / carried.get("nanos");
  }

  private static Figures asked(ChildProcess media, String way, int transfers) {
    media.ask(way + " " + transfers);
    return media.answer();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
