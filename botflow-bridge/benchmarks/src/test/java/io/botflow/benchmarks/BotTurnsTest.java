// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.benchmarks.child.BotServerProcess;
import io.botflow.benchmarks.child.ChildProcess;
import io.botflow.benchmarks.child.ClassPath;
import io.botflow.benchmarks.child.ConversationsProcess;
import io.botflow.benchmarks.child.Figures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotTurnsTest {
  @TempDir Path folder;

  @Test
  void everyAnswerIsHeldAgainstItsSession() {
    try (ChildProcess server =
            ChildProcess.start(
                ClassPath.ofStore(), BotServerProcess.class, folder.resolve("bots.db").toString());
        ChildProcess genesys =
            ChildProcess.start(
                ClassPath.ofStore(),
                ConversationsProcess.class,
                "http://127.0.0.1:" + server.answer().get("port"))) {
      assertEquals(0, wrong(genesys, BotServerProcess.MEMORY));
      assertEquals(0, wrong(genesys, BotServerProcess.STORE));
      // The bare handler knows no session, so that each of its answers is a wrong one.
      assertEquals(24, wrong(genesys, BotServerProcess.BARE));
    }
  }

  private static long wrong(ChildProcess genesys, String path) {
    genesys.ask(ConversationsProcess.question(path, 8, 3, 4));
    Figures figures = genesys.answer();
    assertEquals(24, figures.get("turns"));
    assertTrue(figures.get("p99") >= figures.get("p50"), figures::toString);
    assertTrue(figures.get("p50") >= 50_000_000, figures::toString);
    return figures.get("wrong");
  }
}
