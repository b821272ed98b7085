// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The operating system refuses a write: a process of its own runs under a file size limit. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
class FullDiskTest {
  @TempDir Path directory;

  @Test
  void aDiskThatTakesNoMoreBytesIsAnIoExceptionAndLeavesNothing() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 200 && exec \"$0\" -Xshare:off -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                java,
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));

    assertEquals("small: stored\nlarge: refused\nempty: true\n", output);
    assertEquals(2, TestMedia.filesIn(directory).size(), "the small file and its description");
  }

  /** Stores 10 kB, then 10 MB, under whatever limit its process has. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      MediaStore store = MediaStore.directory(Path.of(args[0]));
      for (String key : List.of("small", "large")) {
        long size = key.equals("small") ? 10_000 : 10_000_000;
        try {
          store.put(key, MediaContent.of(TestMedia.generated(size), null, null, -1), size);
          System.out.println(key + ": stored");
        } catch (IOException e) {
          System.out.println(key + ": refused");
        }
      }
      System.out.println("empty: " + store.find("large").isEmpty());
    }
  }
}
