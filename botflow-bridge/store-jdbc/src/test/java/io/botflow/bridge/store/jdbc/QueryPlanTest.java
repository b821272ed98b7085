// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a call costs must not grow with what else is in the store: so nothing is searched in full.
 */
class QueryPlanTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        Lanes.HELD,
        Lanes.CLAIM,
        Lanes.RENEW,
        Lanes.GIVE_UP,
        Lanes.AWAIT_MORE,
        Entries.HEAD,
        Entries.WAITS,
        Entries.END,
        Entries.END_DEAD,
        Entries.COUNT_ATTEMPT,
        Entries.LANE_OF_DEAD,
        Entries.REPLAY,
        JdbcJournal.FIND,
        JdbcJournal.FAILURES,
        JdbcJournal.PAYLOAD,
        JdbcJournal.DISCARD,
        JdbcJournal.WAITING_OF_LANE,
        JdbcJournal.ENDED_OF_LANE,
        Removal.WAITING_OF_LANE,
        Removal.ENDED_OF_LANE,
        Removal.OVER,
        Removal.LINKS,
        Removal.FAILURES,
        Removal.ENTRY,
        Removal.END_CLAIM,
        Removal.EMPTY_LANE,
        JdbcNotes.NAMES,
        JdbcNotes.REMOVE,
        Links.OF_HEAD,
        Links.OF_ENTRY,
        Links.BY_MESSENGER_ID,
        Links.BY_GENESYS_ID
      })
  void aStatementFindsItsRowsByAnIndex(String sql) throws SQLException {
    List<String> plan = plan(sql);

    assertTrue(plan.stream().noneMatch(step -> step.startsWith("SCAN")), plan::toString);
  }

  @Test
  void dueLanesAreReadInOrderFromTheIndex() throws SQLException {
    assertIn(plan(Lanes.DUE), "SEARCH lane USING INDEX lane_due");
    assertIn(plan(Lanes.NEXT), "lane USING INDEX lane_due");
    assertIn(plan(Lanes.NEXT), "USING COVERING INDEX entry_waiting");
    assertIn(plan(Lanes.GIVE_ALL_UP), "lane USING INDEX lane_due");
    assertIn(plan(Lanes.TARGETS), "SEARCH lane USING COVERING INDEX lane_due");
  }

  @Test
  void listsAreReadFromTheirPartialIndexes() throws SQLException {
    assertIn(plan(Entries.HEAD), "USING INDEX entry_waiting");
    assertIn(plan(Entries.DEAD), "USING INDEX entry_dead");
    assertIn(plan(Entries.DEAD_OF_ROUTE), "USING INDEX entry_dead");
    assertIn(plan(Entries.COUNT_WAITING), "entry_waiting");
  }

  @Test
  void aMessageIsFoundByEachOfItsIds() throws SQLException {
    List<String> plan = plan(JdbcJournal.OF_MESSAGE);
    for (String index : List.of("link_messenger", "link_genesys", "link_conversation")) {
      assertTrue(plan.stream().anyMatch(step -> step.contains(index)), plan::toString);
    }
    assertTrue(plan.stream().noneMatch(step -> step.startsWith("SCAN entry")), plan::toString);
  }

  @Test
  void whatWaitsIsCountedFromItsPartialIndex() throws SQLException {
    List<String> plan = plan(JdbcJournal.BACKLOG);
    assertTrue(plan.stream().anyMatch(step -> step.contains("entry_waiting")), plan::toString);
    assertTrue(plan.stream().noneMatch(step -> step.startsWith("SCAN lane")), plan::toString);
    assertTrue(plan.stream().noneMatch(step -> step.contains("DISTINCT")), plan::toString);
  }

  @Test
  void conversationsAndIdleLanesAreFoundByIndexes() throws SQLException {
    for (String sql :
        List.of(
            JdbcJournal.WAITING_CONVERSATIONS,
            JdbcJournal.ENDED_CONVERSATIONS,
            Removal.IDLE_LANE.formatted(""))) {
      List<String> plan = plan(sql);
      for (String table : List.of("entry", "link", "lane")) {
        assertTrue(plan.stream().noneMatch(it -> it.startsWith("SCAN " + table)), plan::toString);
      }
    }
  }

  private void assertIn(List<String> plan, String step) {
    assertTrue(plan.stream().anyMatch(line -> line.contains(step)), plan::toString);
    assertFalse(plan.stream().anyMatch(line -> line.contains("TEMP B-TREE")), plan::toString);
  }

  private List<String> plan(String sql) throws SQLException {
    Path file = directory.resolve("bridge.db");
    JdbcStore.sqlite(file).close();
    try (SqliteFile locked = SqliteFile.lock(file);
        Session session = locked.open()) {
      return session.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"));
    }
  }
}
