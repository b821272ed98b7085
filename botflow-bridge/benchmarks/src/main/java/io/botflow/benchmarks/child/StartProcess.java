// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import io.botflow.benchmarks.contestant.Contestant;
import io.botflow.benchmarks.contestant.Sample;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** From the JVM's start to the first accepted message; tells the CPU time that took. */
public final class StartProcess {
  private StartProcess() {}

  /** Takes the contestant and the far side's address. */
  public static void main(String[] args) throws Exception {
    String id = Contestant.valueOf(args[0]).open(URI.create(args[1])).send(1);
    // Of the process, in steps of the kernel's clock; the management beans would cost far more.
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    if (!id.equals(Sample.ANSWER_ID)) {
      throw new IllegalStateException("the answer was not read");
    }
    new Figures(Map.of("cpu", cpu.toNanos())).tell();
    System.exit(0);
  }
}
