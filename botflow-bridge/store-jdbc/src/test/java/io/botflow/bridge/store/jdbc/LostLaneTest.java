// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.botflow.bridge.store.EntryState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostLaneTest {
  @TempDir Path directory;

  @Test
  void aDeadLetterWithoutALaneStaysOneRatherThanWaitForNobody() throws Exception {
    Path file = directory.resolve("bridge.db");
    try (JdbcStore store = JdbcStore.sqlite(file)) {
      Fixtures.accept(store, "lane", "key");
      Fixtures.endHead(store, EntryState.DEAD);
    }
    Raw.execute(file, "DELETE FROM lane");

    try (JdbcStore store = JdbcStore.sqlite(file)) {
      long sequence = store.deadLetters(1).get(0).sequence();
      assertFalse(store.replay(sequence));
      assertEquals(0, store.waiting());
      assertEquals(1, store.deadLetters(9).size());
    }
  }
}
