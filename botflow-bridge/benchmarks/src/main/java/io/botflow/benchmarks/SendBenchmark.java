// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.contestant.Contestant;
import io.botflow.benchmarks.contestant.Sender;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call, for JMH and its profilers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SendBenchmark {
  /** Where the far side listens. */
  @Param("http://127.0.0.1:0")
  public String api = "";

  /** Who sends. */
  @Param public Contestant contestant = Contestant.CLIENT;

  @Nullable private Sender sender;
  private long number;

  /** Sets the contestant up. */
  @Setup
  public void open() {
    sender = contestant.open(URI.create(api));
  }

  /** Sends one message. */
  @Benchmark
  public String send() throws Exception {
    return Objects.requireNonNull(sender).send(number++);
  }
}
