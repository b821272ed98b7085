// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static io.botflow.bridge.store.jdbc.Fixtures.entry;

import io.botflow.bridge.store.BridgeStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A process that accepts pairs of entries until it is killed, and prints the name of each pair that
 * it acknowledges.
 */
final class AcceptingProcess implements AutoCloseable {
  private static final int THREADS = 4;

  private final Process process;
  private final BufferedReader output;

  private AcceptingProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** When a pair is acknowledged. */
  enum Acknowledging {
    AFTER_COMMIT,
    /** Deliberately wrong: the pair is stored only when two later ones have been acknowledged. */
    BEFORE_COMMIT
  }

  /** Starts the process; the prefix makes its names differ from those of others. */
  static AcceptingProcess start(Path file, Acknowledging when, String prefix) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new AcceptingProcess(
        new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                classPath,
                AcceptingProcess.class.getName(),
                file.toString(),
                when.name(),
                prefix)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Waits for an acknowledgement: from then on the process has its store open. */
  void awaitFirst() throws IOException {
    if (output.readLine() == null) {
      throw new IOException("The process ended before it acknowledged anything");
    }
  }

  /** Waits for that many acknowledgements, kills the process, and returns all it has printed. */
  List<String> killAfter(int acknowledgements) throws IOException, InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    String line = output.readLine();
    while (line != null) {
      acknowledged.add(line);
      if (acknowledged.size() == acknowledgements) {
        // Not process.destroyForcibly(): that closes the output before it has been read.
        process.toHandle().destroyForcibly();
      }
      line = output.readLine();
    }
    process.waitFor();
    if (acknowledged.size() < acknowledgements) {
      throw new IOException("The process ended by itself after " + acknowledged.size());
    }
    return acknowledged;
  }

  /** Kills the process. */
  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
  }

  /** Runs in the process: file, when to acknowledge, prefix of the names. */
  public static void main(String[] args) {
    JdbcStore store = JdbcStore.sqlite(Path.of(args[0]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (Acknowledging.valueOf(args[1]) == Acknowledging.BEFORE_COMMIT) {
      acknowledgeTooEarly(store, args[2], out);
    }
    for (int i = 0; i < THREADS; i++) {
      String prefix = args[2] + "-" + i;
      new Thread(() -> acknowledgeInTime(store, prefix, out)).start();
    }
  }

  private static void acknowledgeInTime(BridgeStore store, String prefix, PrintStream out) {
    for (int i = 0; ; i++) {
      String name = prefix + "-" + i;
      acceptPair(store, prefix, name);
      out.print(name + "\n");
      out.flush();
    }
  }

  private static void acknowledgeTooEarly(BridgeStore store, String prefix, PrintStream out) {
    Deque<String> toAccept = new ArrayDeque<>();
    for (int i = 0; ; i++) {
      String name = prefix + "-" + i;
      toAccept.add(name);
      out.print(name + "\n");
      out.flush();
      if (toAccept.size() > 2) {
        acceptPair(store, prefix, toAccept.remove());
      }
    }
  }

  private static void acceptPair(BridgeStore store, String lane, String name) {
    store.accept(List.of(entry(lane, name + "/first"), entry(lane, name + "/second")), null);
  }
}
