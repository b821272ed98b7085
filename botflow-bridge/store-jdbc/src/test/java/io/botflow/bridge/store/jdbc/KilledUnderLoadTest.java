// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.testkit.history.Findings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bridge is killed again and again while messages go both ways: what it acknowledged arrives,
 * in order, and again only what was in flight. 500,000 messages and 200 kills with {@code
 * -Dbotflow.proofs=long}.
 */
@Timeout(value = 8, unit = TimeUnit.HOURS)
class KilledUnderLoadTest {
  private static final boolean LONG = "long".equals(System.getProperty("botflow.proofs"));
  private static final int KILLS = LONG ? 200 : 10;
  private static final int MESSAGES = LONG ? 500_000 : 3_000;
  private static final Duration PATIENCE = LONG ? Duration.ofHours(6) : Duration.ofMinutes(5);

  @TempDir Path directory;

  @Test
  void nothingIsLostWhenTheProcessIsKilledAgainAndAgain() throws Exception {
    long start = System.nanoTime();
    Random random = new Random();
    try (LoadedRoute route = new LoadedRoute(directory)) {
      BridgeProcess bridge = route.startBridge("");
      try {
        route.connect();
        route.beginLoad(MESSAGES);
        for (int kill = 0; kill < KILLS; kill++) {
          route.carryOn(Duration.ofMillis(300 + random.nextInt(1_700)));
          bridge.close();
          route.processDied();
          bridge = route.startBridge("");
        }
        route.endLoad(PATIENCE);
        route.awaitAll(PATIENCE);
      } finally {
        bridge.close();
      }

      Findings toGenesys = route.toGenesys();
      Findings recorded = route.recorded();
      Findings toTelegram = route.toTelegram();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "R1 R2 R4, %d kills: to Genesys Cloud %s, of which %d recorded again;"
              + " to Telegram %s; %.1f s%n",
          KILLS, toGenesys, recorded.repeated().size(), toTelegram, seconds);
      toGenesys.requireAtLeastOnce();
      recorded.requireExactlyOnce();
      toTelegram.requireAtLeastOnce();
      assertEquals(List.of("ok"), Raw.column(route.file(), "PRAGMA integrity_check"));
      assertEquals(
          List.of("DELIVERED"), Raw.column(route.file(), "SELECT DISTINCT state FROM entry"));
    }
  }

  @Test
  void theCheckNoticesAcknowledgementsBeforeTheCommit() throws Exception {
    try (LoadedRoute route = new LoadedRoute(directory)) {
      BridgeProcess bridge = route.startBridge(BridgeProcess.HASTY);
      try {
        route.beginLoad(200);
        route.endLoad(PATIENCE);
        bridge.close();
        route.processDied();
        bridge = route.startBridge("");
        route.awaitStored(PATIENCE);
      } finally {
        bridge.close();
      }

      Findings findings = route.recorded();
      assertFalse(findings.lost().isEmpty(), findings.toString());
      assertThrows(AssertionError.class, findings::requireAtLeastOnce);
    }
  }
}
