// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static io.botflow.bridge.store.jdbc.Fixtures.accept;
import static io.botflow.bridge.store.jdbc.Fixtures.claimOne;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How callers share a transaction in PostgreSQL, and what is done again when it fails. */
@Timeout(60)
class PostgresTransactionsTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final String schema = PostgresServer.freshSchema();
  private final Recording source = new Recording(PostgresServer.source());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private PostgresTransactions transactions;

  @BeforeEach
  void open() throws SQLException {
    PostgresServer.execute("CREATE SCHEMA " + schema);
    PostgresServer.execute("CREATE TABLE " + schema + ".thing (name TEXT PRIMARY KEY)");
    // Two connections: one writes, one does the rest.
    transactions = new PostgresTransactions(new Loans(source, schema, PATIENT), 2, PATIENT);
  }

  @AfterEach
  void close() throws SQLException {
    transactions.close();
    threads.shutdownNow();
    source.close();
  }

  @Test
  void callersThatWaitTogetherShareOneTransactionInTheirOrder() throws Exception {
    List<Future<String>> together = new ArrayList<>();
    try (Blockade blockade = new Blockade()) {
      for (String name : List.of("c", "a", "b")) {
        together.add(
            threads.submit(
                () ->
                    transactions.write(name, session -> insertAndNameTransaction(session, name))));
      }
      awaitQueued(3);
    }
    List<String> ids = new ArrayList<>();
    for (Future<String> future : together) {
      ids.add(future.get(1, TimeUnit.MINUTES));
    }

    assertEquals(1, ids.stream().distinct().count(), ids::toString);
    assertEquals(
        List.of("a", "b", "c"),
        PostgresServer.rows("SELECT name FROM " + schema + ".thing ORDER BY ctid"));
  }

  @Test
  void aBrokenTaskFailsAlone() throws Exception {
    IllegalStateException bug = new IllegalStateException("bug");
    List<Future<?>> good = new ArrayList<>();
    List<Future<?>> bad = new ArrayList<>();
    try (Blockade blockade = new Blockade()) {
      good.add(submit("a", insert("a")));
      bad.add(
          submit(
              "b",
              session -> {
                insert("undone").run(session);
                throw bug;
              }));
      bad.add(submit("c", session -> session.update("no SQL at all") == 1));
      good.add(submit("d", insert("d")));
      awaitQueued(4);
    }
    for (Future<?> future : good) {
      future.get(1, TimeUnit.MINUTES);
    }

    assertSame(bug, failure(bad.get(0)));
    assertInstanceOf(StoreUnavailableException.class, failure(bad.get(1)));
    assertEquals(List.of("a", "d"), stored());
  }

  @Test
  void whatOthersWereInTheWayOfIsDoneAgain() throws SQLException {
    AtomicInteger runs = new AtomicInteger();
    assertTrue(
        transactions.<Boolean>write(
            "a",
            session -> {
              boolean inserted = insert("a").run(session);
              if (runs.incrementAndGet() < 3) {
                throw new SQLException("deadlock", "40P01");
              }
              return inserted;
            }));

    assertEquals(3, runs.get());
    assertEquals(List.of("a"), stored());
  }

  @Test
  void aConnectionThatBreaksBeforeTheCommitIsReplaced() throws SQLException {
    AtomicInteger runs = new AtomicInteger();
    assertTrue(
        transactions.<Boolean>write(
            "a",
            session -> {
              boolean inserted = insert("a").run(session);
              if (runs.incrementAndGet() == 1) {
                session.list("SELECT pg_terminate_backend(pg_backend_pid())", row -> true);
              }
              return inserted;
            }));

    assertEquals(2, runs.get());
    assertEquals(List.of("a"), stored());
  }

  @Test
  void aCommitWhoseAnswerGotLostIsAnErrorAndIsNotRepeated() throws SQLException {
    AtomicInteger runs = new AtomicInteger();
    source.loseNextAnswerToCommit();
    StoreUnavailableException lost =
        assertThrows(
            StoreUnavailableException.class,
            () ->
                transactions.write(
                    "a",
                    session -> {
                      runs.incrementAndGet();
                      return insert("a").run(session);
                    }));

    assertTrue(lost.getMessage().contains("not known"), lost::getMessage);
    assertEquals(1, runs.get());
    assertEquals(List.of("a"), stored(), "it was committed, as chance would have it");
  }

  @Test
  void anEntryWhoseAcceptanceWasInDoubtIsKnownWhenItComesAgain() throws SQLException {
    String own = PostgresServer.freshSchema();
    try (JdbcStore store = JdbcStore.postgresBuilder(source).schema(own).build()) {
      source.loseNextAnswerToCommit();
      assertThrows(StoreUnavailableException.class, () -> accept(store, "lane", "1"));

      assertEquals(List.of(false), accept(store, "lane", "1"));
      assertEquals(1, claimOne(store).entries().size());
    }
  }

  @Test
  void anIdWithTheOneCharacterThatCannotBeStoredIsCarriedAllTheSame() throws SQLException {
    String own = PostgresServer.freshSchema();
    try (JdbcStore store = JdbcStore.postgresBuilder(source).schema(own).build()) {
      assertEquals(List.of(true), accept(store, "a\0b", "key\0"));
      assertEquals(List.of(false), accept(store, "a\0b", "key\0"));
      assertTrue(store.renew(claimOne(store), PATIENT));
    }
  }

  @Test
  void closingFinishesWhatIsQueued() throws Exception {
    List<Future<?>> queued = new ArrayList<>();
    Future<?> closing;
    try (Blockade blockade = new Blockade()) {
      queued.add(submit("a", insert("a")));
      queued.add(submit("b", insert("b")));
      awaitQueued(2);
      closing = threads.submit(transactions::close);
      awaitQueued(3);
    }
    closing.get(1, TimeUnit.MINUTES);
    for (Future<?> future : queued) {
      future.get(1, TimeUnit.MINUTES);
    }

    assertEquals(List.of("a", "b"), stored());
    assertThrows(StoreUnavailableException.class, () -> transactions.read(session -> true));
  }

  @Test
  void aClaimSharesItsTransactionWithNobody() {
    String one = transactions.writeAlone(PostgresTransactionsTest::transaction);
    assertNotEquals(one, transactions.writeAlone(PostgresTransactionsTest::transaction));
  }

  private static String transaction(Session session) throws SQLException {
    return session.first("SELECT txid_current()", row -> row.getString(1)).orElseThrow();
  }

  private static String insertAndNameTransaction(Session session, String name) throws SQLException {
    insert(name).run(session);
    return transaction(session);
  }

  private static Work<Boolean> insert(String name) {
    return session -> session.update("INSERT INTO thing (name) VALUES (?)", name) == 1;
  }

  private Future<?> submit(String order, Work<Boolean> work) {
    return threads.submit(() -> transactions.write(order, work));
  }

  private List<String> stored() throws SQLException {
    return PostgresServer.rows("SELECT name FROM " + schema + ".thing ORDER BY name");
  }

  private static Throwable failure(Future<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(1, TimeUnit.MINUTES)).getCause();
  }

  private void awaitQueued(int tasks) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (transactions.queued() < tasks) {
      assertTrue(System.nanoTime() < deadline, "tasks do not reach the queue");
      LockSupport.parkNanos(100_000);
    }
  }

  /** A task that keeps the writer busy until it is closed. */
  private final class Blockade implements AutoCloseable {
    private final CountDownLatch leave = new CountDownLatch(1);

    Blockade() throws InterruptedException {
      CountDownLatch entered = new CountDownLatch(1);
      Future<?> blocked =
          submit(
              "",
              session -> {
                entered.countDown();
                try {
                  return leave.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertTrue(entered.await(1, TimeUnit.MINUTES));
      assertTrue(!blocked.isDone());
    }

    @Override
    public void close() {
      leave.countDown();
    }
  }
}
