// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.contestant.Contestant;
import io.botflow.benchmarks.report.Goal;
import io.botflow.benchmarks.report.Row;
import io.botflow.benchmarks.report.Row.Unit;
import io.botflow.benchmarks.report.Samples;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** P2: bytes allocated in a call, over all threads of the process, by JMH's profiler. */
final class CallBytes {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final List<Contestant> CONTESTANTS =
      List.of(
          Contestant.CLIENT, Contestant.CLIENT_DIRECT, Contestant.BY_HAND, Contestant.GENESYS_SDK);

  private CallBytes() {}

  static List<Row> measure(Plan plan, String api) throws RunnerException {
    Progress.tell("P2: bytes");
    Map<Contestant, Samples> bytes = new EnumMap<>(Contestant.class);
    for (RunResult result : new Runner(options(plan, api)).run()) {
      bytes.put(
          Contestant.valueOf(result.getParams().getParam("contestant")),
          new Samples(
              result.getBenchmarkResults().stream().flatMap(CallBytes::iterations).toList()));
    }
    return List.of(
        row(bytes, Contestant.CLIENT, Contestant.BY_HAND, Goal.atMost(1.1)),
        row(bytes, Contestant.CLIENT_DIRECT, Contestant.BY_HAND, Goal.atMost(1.1)),
        row(bytes, Contestant.CLIENT, Contestant.GENESYS_SDK, Goal.atMost(0.42)));
  }

  private static Options options(Plan plan, String api) {
    return new OptionsBuilder()
        .include(SendBenchmark.class.getName() + ".send")
        .param("api", api)
        .param("contestant", CONTESTANTS.stream().map(Contestant::name).toArray(String[]::new))
        .forks(plan.forks())
        .threads(1)
        .warmupIterations(plan.byteWarmUps())
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(plan.byteRounds())
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static Stream<Double> iterations(BenchmarkResult fork) {
    return fork.getIterationResults().stream()
        .map(CallBytes::bytes)
        .flatMapToDouble(OptionalDouble::stream)
        .boxed();
  }

  private static OptionalDouble bytes(IterationResult iteration) {
    Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
    return allocated == null ? OptionalDouble.empty() : OptionalDouble.of(allocated.getScore());
  }

  private static Row row(
      Map<Contestant, Samples> bytes, Contestant ours, Contestant other, Goal goal) {
    return Row.ratio(
        "P2",
        ours.label() + ": bytes a call",
        Unit.KILOBYTES,
        of(bytes, ours),
        other.label(),
        of(bytes, other),
        goal);
  }

  private static Samples of(Map<Contestant, Samples> bytes, Contestant contestant) {
    Samples samples = bytes.get(contestant);
    if (samples == null) {
      throw new IllegalStateException("JMH measured nothing for " + contestant);
    }
    return samples;
  }
}
