// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, asked by lines of text. It ends with its parent. Not thread-safe. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final BufferedReader out;
  private final Writer in;

  private ChildProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts one.
   *
   * @param classPath its class path
   * @param main its main class
   * @param arguments its arguments
   * @return the running process
   */
  public static ChildProcess start(ClassPath classPath, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", classPath.toString(), main.getName()));
    command.addAll(List.of(arguments));
    try {
      Path errors = Files.createTempFile("benchmarks", ".err");
      errors.toFile().deleteOnExit();
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      return new ChildProcess(process, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks something; the answer is had from {@link #answer}. */
  public void ask(String question) {
    try {
      in.write(question + "\n");
      in.flush();
    } catch (IOException e) {
      throw died(e);
    }
  }

  /**
   * Waits for what it tells next.
   *
   * @return the figures
   * @throws IllegalStateException if it died; with what it wrote to its error stream
   */
  public Figures answer() {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Figures figures = Figures.of(line);
        if (figures != null) {
          return figures;
        }
      }
    } catch (IOException e) {
      throw died(e);
    }
    throw died(new IOException("it ended"));
  }

  private IllegalStateException died(IOException cause) {
    try {
      return new IllegalStateException(
          "a child process failed: " + Files.readString(errors), cause);
    } catch (IOException e) {
      cause.addSuppressed(e);
      return new IllegalStateException("a child process failed", cause);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(errors);
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
