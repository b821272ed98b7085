// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.MediaProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTransfersTest {
  @TempDir Path folder;

  @Test
  void allWaysCarryTheWholeFileAndNoneHoldsIt() {
    try (ChildProcess media =
        ChildProcess.start(ClassPath.ofStore(), MediaProcess.class, folder.toString())) {
      for (String way : List.of(MediaProcess.BRIDGE, MediaProcess.COPY, MediaProcess.HASHED_COPY)) {
        media.ask(way + " 1");
        assertEquals(MediaProcess.FILE_BYTES, media.answer().get("bytes"), way);
      }
      media.ask(MediaProcess.HEAP + " 2");
      long held = media.answer().get("bytes");
      assertTrue(held < MediaProcess.FILE_BYTES / 4, "held " + held);
    }
  }
}
