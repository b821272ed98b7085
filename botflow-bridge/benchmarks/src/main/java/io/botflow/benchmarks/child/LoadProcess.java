// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import io.botflow.benchmarks.contestant.Contestant;
import io.botflow.benchmarks.contestant.Sample;
import io.botflow.benchmarks.contestant.Sender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One contestant under load. A line of "threads, milliseconds before, milliseconds measured" asks
 * for a measurement. Nothing but the contestant uses CPU here, so the process's CPU is its own.
 */
public final class LoadProcess {
  private enum Phase {
    BEFORE,
    MEASURED,
    OVER
  }

  private final Sender sender;
  private volatile Phase phase = Phase.BEFORE;

  private LoadProcess(Sender sender) {
    this.sender = sender;
  }

  /** Takes the contestant and the far side's address; runs until its input ends. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    LoadProcess load = new LoadProcess(Contestant.valueOf(args[0]).open(URI.create(args[1])));
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] words = line.split(" ", -1);
      load.run(Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]))
          .tell();
    }
    System.exit(0);
  }

  private Figures run(int threads, long millisBefore, long millisMeasured)
      throws InterruptedException, ExecutionException {
    phase = Phase.BEFORE;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Latencies>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        long first = i * 1_000_000_000L;
        workers.add(pool.submit(() -> work(first)));
      }
      TimeUnit.MILLISECONDS.sleep(millisBefore);
      long cpuBefore = cpu();
      long start = System.nanoTime();
      phase = Phase.MEASURED;
      TimeUnit.MILLISECONDS.sleep(millisMeasured);
      phase = Phase.OVER;
      long nanos = System.nanoTime() - start;
      long cpu = cpu() - cpuBefore;
      Latencies all = new Latencies();
      for (Future<Latencies> worker : workers) {
        all.add(worker.get());
      }
      return new Figures(
          Map.of(
              "calls", all.count(),
              "nanos", nanos,
              "cpu", cpu,
              "p50", all.percentile(0.50),
              "p99", all.percentile(0.99)));
    } finally {
      pool.shutdown();
    }
  }

  private Latencies work(long first) throws Exception {
    Latencies latencies = new Latencies();
    long number = first;
    while (phase != Phase.OVER) {
      long start = System.nanoTime();
      String id = sender.send(number++);
      long nanos = System.nanoTime() - start;
      if (!id.equals(Sample.ANSWER_ID)) {
        throw new IllegalStateException("the answer was not read");
      }
      if (phase == Phase.MEASURED) {
        latencies.add(nanos);
      }
    }
    return latencies;
  }

  private static long cpu() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      return system.getProcessCpuTime();
    }
    throw new IllegalStateException("this JVM does not tell its CPU time");
  }
}
