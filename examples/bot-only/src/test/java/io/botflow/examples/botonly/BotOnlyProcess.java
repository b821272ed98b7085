// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.botonly;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, with this test's class path. */
final class BotOnlyProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;

  private BotOnlyProcess(Process process) {
    this.process = process;
  }

  static BotOnlyProcess start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                BotOnly.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return new BotOnlyProcess(builder.start());
  }

  /** What it prints when it is ready; it prints a line or ends, so the reading comes to an end. */
  JsonNode ready() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertNotNull(line, "the program ended without a line");
    return new JsonMapper().readTree(line);
  }

  /** What it wrote to its standard output besides, and to its standard error, once it has ended. */
  List<String> rest() throws InterruptedException {
    awaitEnd();
    List<String> lines = new ArrayList<>(process.inputReader().lines().toList());
    lines.addAll(process.errorReader(StandardCharsets.UTF_8).lines().toList());
    return lines;
  }

  int exit() throws InterruptedException {
    awaitEnd();
    return process.exitValue();
  }

  private void awaitEnd() throws InterruptedException {
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the program goes on");
  }

  /** Ends it as an operator does; by its handle, since Process itself would close what it wrote. */
  void stop() throws InterruptedException {
    assertTrue(process.toHandle().destroy());
    awaitEnd();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
