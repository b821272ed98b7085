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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * One contestant under load, asked by {@link #question}. Nothing but the contestant uses CPU here,
 * so the process's CPU is its own.
 */
public final class LoadProcess {
  private enum Phase {
    BEFORE,
    MEASURED,
    OVER
  }

  private static final Object SYSTEM = ManagementFactory.getOperatingSystemMXBean();

  private final Sender sender;
  private final LongAdder calls = new LongAdder();
  private volatile Phase phase = Phase.BEFORE;

  private LoadProcess(Sender sender) {
    this.sender = sender;
  }

  /**
   * A question for {@link ChildProcess#ask}.
   *
   * @param threads how many calls are under way at once
   * @param callsBefore at least so many are made before the measurement
   * @param millisBefore and for at least that long
   * @param millis how long the measurement takes
   * @return the line
   */
  public static String question(int threads, long callsBefore, long millisBefore, long millis) {
    return threads + " " + callsBefore + " " + millisBefore + " " + millis;
  }

  /** Takes the contestant and the far side's address; runs until its input ends. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    LoadProcess load = new LoadProcess(Contestant.valueOf(args[0]).open(URI.create(args[1])));
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      long[] numbers = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
      load.run((int) numbers[0], numbers[1], numbers[2], numbers[3]).tell();
    }
    System.exit(0);
  }

  private Figures run(int threads, long callsBefore, long millisBefore, long millis)
      throws InterruptedException, ExecutionException {
    phase = Phase.BEFORE;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Latencies>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        long first = i * 1_000_000_000L;
        workers.add(pool.submit(() -> work(first)));
      }
      long madeBefore = calls.sum();
      TimeUnit.MILLISECONDS.sleep(millisBefore);
      while (calls.sum() - madeBefore < callsBefore && workers.stream().noneMatch(Future::isDone)) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      long cpuBefore = cpu();
      long start = System.nanoTime();
      phase = Phase.MEASURED;
      TimeUnit.MILLISECONDS.sleep(millis);
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
      calls.increment();
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
    if (SYSTEM instanceof OperatingSystemMXBean system) {
      return system.getProcessCpuTime();
    }
    throw new IllegalStateException("this JVM does not tell its CPU time");
  }
}
