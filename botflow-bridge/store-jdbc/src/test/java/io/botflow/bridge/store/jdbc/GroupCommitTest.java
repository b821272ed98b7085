// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.StoreUnavailableException;
import java.nio.file.Path;
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
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the writer shares transactions among its callers, and what it does when they fail. */
class GroupCommitTest {
  private static final int THREADS = 32;
  private static final Duration PATIENT = Duration.ofMinutes(1);

  @TempDir Path directory;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private Path path;
  private SqliteFile file;

  @BeforeEach
  void makeTable() throws SQLException {
    path = directory.resolve("test.db");
    file = SqliteFile.lock(path);
    Raw.execute(path, "CREATE TABLE thing (name TEXT NOT NULL PRIMARY KEY)");
    Raw.execute(
        path, "CREATE TABLE part (thing TEXT REFERENCES thing DEFERRABLE INITIALLY DEFERRED)");
  }

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
    file.close();
  }

  @Test
  void callersThatWaitTogetherShareOneCommit() throws Exception {
    try (GroupCommit writer = writer(PATIENT)) {
      List<Future<?>> waiting = new ArrayList<>();
      try (Blockade blockade = new Blockade(writer)) {
        for (int i = 0; i < THREADS - 1; i++) {
          waiting.add(submit(writer, insert("thing " + i)));
        }
        awaitQueued(writer, waiting.size());
        assertEquals(List.of(), stored(), "committed too early");
      }
      for (Future<?> future : waiting) {
        future.get(1, TimeUnit.MINUTES);
      }

      assertEquals(THREADS - 1, stored().size());
      assertEquals(2, writer.commits());
    }
  }

  @Test
  void aBrokenTaskFailsAlone() throws Exception {
    IllegalStateException bug = new IllegalStateException("bug");
    try (GroupCommit writer = writer(PATIENT)) {
      List<Future<?>> good = new ArrayList<>();
      List<Future<?>> bad = new ArrayList<>();
      try (Blockade blockade = new Blockade(writer)) {
        good.add(submit(writer, insert("before")));
        awaitQueued(writer, 1);
        bad.add(submit(writer, insert("undone", bug)));
        awaitQueued(writer, 2);
        bad.add(submit(writer, insert("undone", new SQLException("broken"))));
        awaitQueued(writer, 3);
        bad.add(submit(writer, insert("undone", new StackOverflowError("deep"))));
        awaitQueued(writer, 4);
        good.add(submit(writer, insert("undone, but by whom?")));
        good.add(submit(writer, insert("after")));
        awaitQueued(writer, 6);
      }
      for (Future<?> future : good) {
        future.get(1, TimeUnit.MINUTES);
      }

      assertSame(bug, failure(bad.get(0)));
      assertInstanceOf(StoreUnavailableException.class, failure(bad.get(1)));
      assertInstanceOf(StoreUnavailableException.class, failure(bad.get(2)));
      assertEquals(List.of("after", "before", "undone, but by whom?"), stored());
      assertEquals(2, writer.commits());
    }
  }

  @Test
  void aTransactionThatTheDatabaseUndoesFailsAsAWholeAndTheNextOneWorks() throws Exception {
    try (GroupCommit writer = writer(PATIENT)) {
      List<Future<?>> together = new ArrayList<>();
      try (Blockade blockade = new Blockade(writer)) {
        together.add(submit(writer, insert("neighbour")));
        awaitQueued(writer, 1);
        together.add(
            submit(
                writer,
                session -> {
                  session.execute("ROLLBACK");
                  throw new SQLException("as when the disk is full");
                }));
        awaitQueued(writer, 2);
      }

      assertInstanceOf(StoreUnavailableException.class, failure(together.get(0)));
      assertInstanceOf(StoreUnavailableException.class, failure(together.get(1)));
      writer.write(insert("next"), true);
      assertEquals(List.of("next"), stored());
    }
  }

  @Test
  void aCommitThatFailsIsAnErrorForAllThatWereInIt() throws Exception {
    try (GroupCommit writer = writer(PATIENT)) {
      List<Future<?>> together = new ArrayList<>();
      try (Blockade blockade = new Blockade(writer)) {
        together.add(submit(writer, insert("neighbour")));
        awaitQueued(writer, 1);
        // The database looks at this reference only when it commits.
        together.add(
            submit(
                writer,
                session -> session.update("INSERT INTO part (thing) VALUES ('missing')") == 1));
        awaitQueued(writer, 2);
      }

      assertInstanceOf(StoreUnavailableException.class, failure(together.get(0)));
      assertInstanceOf(StoreUnavailableException.class, failure(together.get(1)));
      writer.write(insert("next"), true);
      assertEquals(List.of("next"), stored());
    }
  }

  @Test
  void whoRunsOutOfPatienceBeforeHisTurnChangesNothing() throws Exception {
    try (GroupCommit writer = writer(Duration.ofMillis(20))) {
      try (Blockade blockade = new Blockade(writer)) {
        StoreUnavailableException late =
            assertThrows(StoreUnavailableException.class, () -> writer.write(insert("late"), true));
        assertTrue(late.getMessage().endsWith("nothing was changed"), late::getMessage);
        StoreUnavailableException begun =
            assertInstanceOf(StoreUnavailableException.class, failure(blockade.blocked));
        assertTrue(begun.getMessage().endsWith("is not known"), begun::getMessage);
      }
    }
    assertEquals(List.of(), stored());
  }

  @Test
  void anInterruptedCallerStillLearnsTheOutcome() throws Exception {
    try (GroupCommit writer = writer(PATIENT)) {
      Future<Boolean> interrupted =
          threads.submit(
              () -> {
                Thread.currentThread().interrupt();
                writer.write(insert("thing"), true);
                return Thread.interrupted();
              });
      assertTrue(interrupted.get(1, TimeUnit.MINUTES), "the interrupt is kept");
    }
    assertEquals(List.of("thing"), stored());
  }

  @Test
  void closingFinishesWhatIsQueued() throws Exception {
    GroupCommit writer = writer(PATIENT);
    List<Future<?>> queued = new ArrayList<>();
    Future<?> closing;
    try (Blockade blockade = new Blockade(writer)) {
      for (int i = 0; i < 10; i++) {
        queued.add(submit(writer, insert("thing " + i)));
      }
      awaitQueued(writer, 10);
      closing = threads.submit(writer::close);
      awaitQueued(writer, 11);
    }
    closing.get(1, TimeUnit.MINUTES);

    assertEquals(10, stored().size());
    for (Future<?> future : queued) {
      future.get(1, TimeUnit.MINUTES);
    }
    StoreUnavailableException late =
        assertThrows(StoreUnavailableException.class, () -> writer.write(insert("late"), true));
    assertFalse(late.getMessage().isEmpty());
  }

  private GroupCommit writer(Duration patience) {
    return new GroupCommit(this::openWithReferences, Durability.POWER_LOSS, patience);
  }

  private Session openWithReferences() throws SQLException {
    Session session = file.open();
    session.execute("PRAGMA foreign_keys = ON");
    return session;
  }

  private Future<?> submit(GroupCommit writer, Work<Boolean> work) {
    return threads.submit(() -> writer.write(work, true));
  }

  private static Work<Boolean> insert(String name) {
    return session -> session.update("INSERT INTO thing (name) VALUES (?)", name) == 1;
  }

  private static Work<Boolean> insert(String name, Throwable thenFail) {
    return session -> {
      session.update("INSERT INTO thing (name) VALUES (?)", name);
      if (thenFail instanceof SQLException e) {
        throw e;
      }
      if (thenFail instanceof Error e) {
        throw e;
      }
      throw (RuntimeException) thenFail;
    };
  }

  private List<String> stored() throws SQLException {
    return Raw.column(path, "SELECT name FROM thing ORDER BY name");
  }

  private static Throwable failure(Future<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(1, TimeUnit.MINUTES)).getCause();
  }

  private static void awaitQueued(GroupCommit writer, int tasks) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (writer.queued() < tasks) {
      assertTrue(System.nanoTime() < deadline, "tasks do not reach the queue");
      LockSupport.parkNanos(100_000);
    }
  }

  /** A task that keeps the writer busy until it is closed. */
  private final class Blockade implements AutoCloseable {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    final Future<?> blocked;

    Blockade(GroupCommit writer) throws InterruptedException {
      blocked =
          submit(
              writer,
              session -> {
                entered.countDown();
                try {
                  return leave.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertTrue(entered.await(1, TimeUnit.MINUTES));
    }

    @Override
    public void close() {
      leave.countDown();
    }
  }
}
