// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import io.botflow.benchmarks.stub.StubServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The far side, in a process whose CPU nobody counts. Any line asks for its counters. */
public final class StubProcess {
  private StubProcess() {}

  /** Runs until its input ends. */
  public static void main(String[] args) throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (StubServer server = StubServer.start()) {
      do {
        new Figures(
                Map.of(
                    "port", (long) server.uri().getPort(),
                    "accepted", server.accepted(),
                    "refused", server.refused()))
            .tell();
      } while (questions.readLine() != null);
    }
  }
}
