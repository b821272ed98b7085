// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static io.botflow.bridge.store.jdbc.Fixtures.accept;
import static io.botflow.bridge.store.jdbc.Fixtures.claimOne;
import static io.botflow.bridge.store.jdbc.Fixtures.entry;
import static io.botflow.bridge.store.jdbc.Fixtures.payloads;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.PollCursor;
import io.botflow.bridge.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database fails under the store, and comes back. */
class FaultTest {
  @TempDir Path directory;
  private final List<Session> opened = Collections.synchronizedList(new ArrayList<>());
  private Path file;
  private BridgeStore store;

  @BeforeEach
  void openStore() {
    file = directory.resolve("bridge.db");
    store =
        JdbcStore.sqliteBuilder(file)
            .sessions(
                sessions ->
                    () -> {
                      Session session = sessions.open();
                      opened.add(session);
                      return session;
                    })
            .build();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aFileLockedBySomeoneElseIsAnErrorUntilItIsFree() throws SQLException {
    accept(store, "lane", "1");
    try (Connection other = Raw.connect(file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThrows(StoreUnavailableException.class, () -> accept(store, "lane", "2"));
      assertEquals(1, store.waiting(), "reading goes on");
      statement.execute("ROLLBACK");
    }

    assertEquals(List.of(true), accept(store, "lane", "2"));
  }

  @Test
  void aFullDiskIsAnErrorWithoutHalfAChangeUntilThereIsSpace() throws SQLException {
    accept(store, "lane", "1");
    opened.get(0).execute("PRAGMA max_page_count = 60");
    List<NewEntry> tooMuch =
        List.of(
            entry("lane", "2"),
            new NewEntry("lane", "target", EntryKind.INBOUND, "route", "3", "x".repeat(1_000_000)));
    assertThrows(
        StoreUnavailableException.class,
        () -> store.accept(tooMuch, new PollCursor("source", "cursor")));

    assertEquals(1, store.waiting());
    assertEquals(Optional.empty(), store.cursor("source"));
    for (Session session : opened) {
      unlimit(session);
    }
    assertEquals(List.of(true, true), store.accept(tooMuch, null));
    assertEquals(3, claimOne(store).entries().size());
  }

  @Test
  void aBrokenConnectionIsReplaced() throws SQLException {
    accept(store, "lane", "1");
    assertEquals(1, store.waiting());
    for (Session session : opened) {
      session.close();
    }
    assertThrows(StoreUnavailableException.class, () -> accept(store, "lane", "2"));
    assertThrows(StoreUnavailableException.class, () -> store.waiting());

    assertEquals(List.of(true), accept(store, "lane", "2"));
    assertEquals(2, store.waiting());
    assertEquals(List.of("payload of 1", "payload of 2"), payloads(claimOne(store)));
  }

  @Test
  void aRowThatCannotBeReadDoesNotStopTheWriter() throws SQLException {
    accept(store, "lane", "1");
    Raw.execute(file, "UPDATE entry SET kind = 'FUTURE'");
    assertThrows(IllegalArgumentException.class, () -> claimOne(store));

    assertEquals(List.of(true), accept(store, "lane", "2"));
  }

  @Test
  void aTableThatIsGoneIsAnErrorAndNothingElse() throws SQLException {
    accept(store, "lane", "1");
    Raw.execute(file, "ALTER TABLE link RENAME TO elsewhere");
    assertThrows(StoreUnavailableException.class, () -> store.linksByGenesysId("route", "genesys"));
    assertThrows(StoreUnavailableException.class, () -> claimOne(store));
    Raw.execute(file, "ALTER TABLE elsewhere RENAME TO link");

    assertEquals(List.of(), store.linksByGenesysId("route", "genesys"));
    assertTrue(claimOne(store).entries().size() == 1);
  }

  private static void unlimit(Session session) {
    try {
      session.execute("PRAGMA max_page_count = 1000000");
    } catch (SQLException e) {
      // This one had been given up by the store, which is as good.
      assertTrue(e.getMessage().contains("closed"), e::getMessage);
    }
  }
}
