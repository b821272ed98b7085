// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteJDBCLoader;

/** Opens a store and tells how long that took; then fills it, if asked for rows. */
public final class StoreProcess {
  private static final int BATCH = 20_000;
  private static final int ENTRIES_A_LANE = 10;

  private StoreProcess() {}

  /** Takes the file, and how many rows to add. */
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    SQLiteJDBCLoader.initialize();
    long driver = System.nanoTime() - start;
    try (JdbcStore store = JdbcStore.sqlite(Path.of(args[0]))) {
      long nanos = System.nanoTime() - start;
      int rows = Integer.parseInt(args[1]);
      for (int first = 0; first < rows; first += BATCH) {
        store.accept(batch(first, Math.min(rows, first + BATCH)), null);
      }
      new Figures(Map.of("nanos", nanos, "driver", driver, "waiting", store.waiting())).tell();
    }
  }

  private static List<NewEntry> batch(int from, int to) {
    List<NewEntry> entries = new ArrayList<>(to - from);
    String payload = "{\"text\":\"" + "x".repeat(300) + "\"}";
    for (int i = from; i < to; i++) {
      entries.add(
          new NewEntry("in/route/" + i / ENTRIES_A_LANE, "target", EntryKind.INBOUND, "route", "key-" + i, payload));
    }
    return entries;
  }
}
