// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one directory: one is in the middle of a write when the other opens it. */
class SharedDirectoryTest {
  private static final int HALF = 200_000;

  @TempDir Path directory;
  private Process other;

  @BeforeEach
  void startWriting() throws IOException {
    other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    other.getOutputStream().write(new byte[HALF]);
    other.getOutputStream().flush();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (temporaryBytes() < HALF / 2) {
      assertTrue(
          System.nanoTime() < deadline && other.isAlive(), "the other process wrote nothing");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @AfterEach
  void stop() {
    other.destroyForcibly();
  }

  @Test
  void aWriteOfAnotherProcessIsLeftAlone() throws Exception {
    MediaStore store = MediaStore.directory(directory);
    assertTrue(store.find("k").isEmpty());
    assertTrue(temporaryBytes() > 0);

    try (OutputStream rest = other.getOutputStream()) {
      rest.write(new byte[HALF]);
    }
    assertTrue(other.waitFor(60, TimeUnit.SECONDS));
    assertEquals(2 * HALF, store.find("k").orElseThrow().sizeBytes());
  }

  @Test
  void aWriteThatDiedWithItsProcessIsClearedAway() throws Exception {
    assertTrue(other.destroyForcibly().waitFor(60, TimeUnit.SECONDS));
    assertFalse(TestMedia.filesIn(directory).isEmpty());

    MediaStore store = MediaStore.directory(directory);

    assertTrue(store.find("k").isEmpty());
    assertTrue(TestMedia.filesIn(directory).isEmpty());
  }

  private long temporaryBytes() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".tmp"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  /** Stores what comes on standard input. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      MediaStore.directory(Path.of(args[0]))
          .put("k", MediaContent.of(System.in, null, null, -1), 10L * HALF);
    }
  }
}
