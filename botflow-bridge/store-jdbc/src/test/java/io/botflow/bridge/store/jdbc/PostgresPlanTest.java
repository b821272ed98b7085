// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call costs must not grow with what else is in the store, in PostgreSQL neither. */
class PostgresPlanTest {
  private static final String SCHEMA = PostgresServer.freshSchema();

  @BeforeAll
  static void makeTables() {
    JdbcStore.postgresBuilder(PostgresServer.source()).schema(SCHEMA).build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Lanes.DUE,
        Lanes.HELD,
        Lanes.CLAIM,
        Lanes.RENEW,
        Lanes.GIVE_UP,
        Lanes.NEXT,
        Entries.HEAD,
        Entries.END,
        Entries.END_DEAD,
        Entries.COUNT_ATTEMPT,
        Entries.COUNT_WAITING,
        Entries.DEAD,
        Entries.LANE_OF_DEAD,
        Entries.REPLAY,
        JdbcJournal.FIND,
        JdbcJournal.FAILURES,
        JdbcJournal.PAYLOAD,
        JdbcJournal.DISCARD,
        JdbcJournal.OF_MESSAGE,
        JdbcJournal.WAITING_OF_LANE,
        JdbcJournal.ENDED_OF_LANE,
        Lanes.TARGETS,
        Removal.WAITING_OF_LANE,
        Removal.ENDED_OF_LANE,
        Removal.OVER,
        Removal.LINKS,
        Removal.FAILURES,
        Removal.ENTRY,
        Removal.END_CLAIM,
        Removal.EMPTY_LANE,
        Entries.DEAD_OF_ROUTE,
        JdbcNotes.NAMES,
        JdbcNotes.REMOVE,
        Links.OF_HEAD,
        Links.OF_ENTRY,
        Links.BY_MESSENGER_ID,
        Links.BY_GENESYS_ID
      })
  void aStatementFindsItsRowsByAnIndex(String sql) throws SQLException {
    String plan = plan(sql);

    assertTrue(plan.contains("Index"), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
  }

  @Test
  void whatIsPutTogetherDoesSoToo() throws SQLException {
    aStatementFindsItsRowsByAnIndex(JdbcJournal.WAITING_CONVERSATIONS);
    aStatementFindsItsRowsByAnIndex(JdbcJournal.ENDED_CONVERSATIONS);
    aStatementFindsItsRowsByAnIndex(Removal.IDLE_LANE.formatted(" FOR UPDATE SKIP LOCKED"));
  }

  @Test
  void whatWaitsIsCountedFromItsPartialIndex() throws SQLException {
    String plan = plan(JdbcJournal.BACKLOG);
    assertTrue(plan.contains("entry_waiting"), plan);
  }

  /** The plan for values that are not known yet, and for tables that are not nearly empty. */
  private static String plan(String sql) throws SQLException {
    Loans loans = new Loans(PostgresServer.source(), SCHEMA, Duration.ofSeconds(5));
    try (Loan loan = loans.take(false)) {
      Session session = loan.session();
      session.execute("SET LOCAL plan_cache_mode = force_generic_plan");
      session.execute("SET LOCAL enable_seqscan = off");
      Matcher value = Pattern.compile("\\?").matcher(sql);
      int[] values = {0};
      String numbered = value.replaceAll(match -> "\\$" + ++values[0]);
      session.execute("PREPARE asked AS " + numbered);
      String nothing = String.join(", ", Collections.nCopies(values[0], "NULL"));
      String execute = "EXPLAIN EXECUTE asked" + (values[0] == 0 ? "" : "(" + nothing + ")");
      String plan = String.join("\n", session.list(execute, row -> row.getString(1)));
      session.execute("DEALLOCATE asked");
      return plan;
    }
  }
}
