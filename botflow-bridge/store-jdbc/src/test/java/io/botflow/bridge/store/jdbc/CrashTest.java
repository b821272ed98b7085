// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.jdbc.AcceptingProcess.Acknowledging;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed while it accepts: what it acknowledged is in the file. */
@Timeout(120)
class CrashTest {
  private static final int ROUNDS = 4;

  @TempDir Path directory;

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
    Path file = directory.resolve("bridge.db");
    Random random = new Random();
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (AcceptingProcess process =
          AcceptingProcess.start(file, Acknowledging.AFTER_COMMIT, "round" + round)) {
        acknowledged.addAll(process.killAfter(1 + random.nextInt(400)));
      }
      assertEquals(List.of(), lost(file, acknowledged));
    }
    assertEquals(List.of(), halves(file));
    assertEquals(List.of("ok"), Raw.column(file, "PRAGMA integrity_check"));
    assertOrderWithinLanes(file);
  }

  @Test
  void theCheckNoticesAcknowledgementsBeforeTheCommit() throws Exception {
    Path file = directory.resolve("bridge.db");
    List<String> acknowledged;
    try (AcceptingProcess process =
        AcceptingProcess.start(file, Acknowledging.BEFORE_COMMIT, "early")) {
      acknowledged = process.killAfter(50);
    }

    assertFalse(lost(file, acknowledged).isEmpty());
  }

  /** The pairs that were acknowledged and are not in the file. */
  private static List<String> lost(Path file, List<String> acknowledged) throws Exception {
    Set<String> stored = new HashSet<>(Raw.column(file, "SELECT dedupe_key FROM entry"));
    return acknowledged.stream()
        .filter(name -> !stored.containsAll(List.of(name + "/first", name + "/second")))
        .toList();
  }

  /** The entries whose other half is missing. */
  private static List<String> halves(Path file) throws Exception {
    return Raw.column(
        file,
        "SELECT MIN(dedupe_key) FROM entry"
            + " GROUP BY SUBSTR(dedupe_key, 1, INSTR(dedupe_key, '/')) HAVING COUNT(*) <> 2");
  }

  private static void assertOrderWithinLanes(Path file) {
    Map<String, Integer> last = new HashMap<>();
    try (JdbcStore store = JdbcStore.sqlite(file)) {
      for (ClaimedLane lane : store.claim("test", 1_000, 100_000, Duration.ofMinutes(1))) {
        for (Entry entry : lane.entries()) {
          String name = entry.payload().replaceAll("/.*", "");
          int number = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
          int previous = last.getOrDefault(lane.lane(), 0);
          boolean first = entry.payload().endsWith("/first");
          assertEquals(first && number > 0 ? previous + 1 : previous, number, entry.payload());
          last.put(lane.lane(), number);
        }
      }
    }
    assertFalse(last.isEmpty());
  }
}
