// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.report.Goal;
import io.botflow.benchmarks.report.Row;
import io.botflow.benchmarks.report.Row.Unit;
import io.botflow.benchmarks.report.Samples;
import java.util.List;

/** P3: what client, SPI and bridge core bring into an application, with all they need. */
final class Weight {
  private Weight() {}

  static List<Row> measure() {
    ClassPath ours = ClassPath.ofBridge();
    ClassPath sdk = ClassPath.ofSdk();
    Samples bytes = Samples.of((double) ours.bytes());
    return List.of(
        Row.absolute(
            "P3",
            "client, SPI and bridge core with what they need",
            Unit.MEGABYTES,
            bytes,
            Goal.atMost(3.2e6)),
        Row.absolute(
            "P3", "their jars", Unit.COUNT, Samples.of(ours.entries().size()), Goal.atMost(8)),
        Row.ratio(
            "P3",
            "weight",
            Unit.MEGABYTES,
            bytes,
            "Genesys' SDK, " + sdk.entries().size() + " jars",
            Samples.of((double) sdk.bytes()),
            Goal.none()));
  }
}
