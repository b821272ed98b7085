// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static io.botflow.bridge.store.jdbc.Fixtures.accept;
import static io.botflow.bridge.store.jdbc.Fixtures.claimOne;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.botflow.bridge.store.StoreUnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database fails under the store, and comes back. */
@Timeout(120)
class PostgresFaultTest {
  private static final Duration LEASE = Duration.ofSeconds(2);

  private final String schema = PostgresServer.freshSchema();

  @Test
  void aDatabaseThatIsStoppedIsAnErrorInTimeAndHealsByItself(@TempDir Path directory)
      throws Exception {
    PostgresServer.require();
    EmbeddedPostgres server = start(directory, 0);
    int port = server.getPort();
    String url = server.getJdbcUrl("postgres", "postgres");
    try (HikariDataSource pool = PostgresServer.pool(url, "postgres", 6);
        JdbcStore store = JdbcStore.postgresBuilder(pool).schema(schema).build();
        PostgresLoad load = new PostgresLoad(List.of(store), 100, 20, LEASE).start(4)) {
      load.awaitCarried(300);
      server.close();
      awaitRefusals(load, 5);
      assertThrows(StoreUnavailableException.class, store::waiting);
      server = start(directory, port);
      long back = System.nanoTime();
      load.awaitCarried(load.carried() + 1);
      Duration healing = Duration.ofNanos(System.nanoTime() - back);
      load.await();

      load.assertAtLeastOnceInOrder();
      assertEquals(0, store.waiting());
      assertTrue(load.slowestRefusal().toMillis() < 2_000, () -> "late: " + load.slowestRefusal());
      assertTrue(healing.toMillis() < 5_000, () -> "healed after " + healing);
    } finally {
      server.close();
    }
  }

  @Test
  void connectionsThatAreTerminatedAllTheTimeLoseNothing() throws Exception {
    ScheduledExecutorService administrator = Executors.newSingleThreadScheduledExecutor();
    PostgresServer.execute("CREATE ROLE terminated LOGIN SUPERUSER");
    String url = PostgresServer.source().getUrl();
    try (HikariDataSource pool = PostgresServer.pool(url, "terminated", 6);
        JdbcStore store = JdbcStore.postgresBuilder(pool).schema(schema).build();
        PostgresLoad load = new PostgresLoad(List.of(store), 100, 30, LEASE).start(4)) {
      ScheduledFuture<?> storm =
          administrator.scheduleWithFixedDelay(
              PostgresFaultTest::terminateAll, 100, 100, TimeUnit.MILLISECONDS);
      load.awaitCarried(2_000);
      assertFalse(storm.isDone(), "nobody terminated anything any more");
      administrator.shutdownNow();
      load.await();

      load.assertAtLeastOnceInOrder();
      assertEquals(0, store.waiting());
      assertEquals(
          List.of("3000"), PostgresServer.rows("SELECT COUNT(*) FROM " + schema + ".entry"));
    } finally {
      administrator.shutdownNow();
    }
  }

  @Test
  void aLockThatIsNeverGivenUpIsAnErrorInTimeAndOthersGoOn() throws SQLException {
    try (HikariDataSource pool = PostgresServer.pool(4);
        JdbcStore store = JdbcStore.postgresBuilder(pool).schema(schema).build()) {
      accept(store, "locked", "1");
      accept(store, "free", "2");
      try (Connection other = PostgresServer.source().getConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT * FROM " + schema + ".lane WHERE id = 'locked' FOR UPDATE");
        long start = System.nanoTime();
        assertThrows(StoreUnavailableException.class, () -> accept(store, "locked", "3"));
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(waited.toMillis() < 2_000, waited::toString);
        assertEquals(List.of(true), accept(store, "free", "4"));
        assertEquals("free", claimOne(store).lane(), "a locked lane is passed over");
        other.rollback();
      }
      assertEquals(List.of(true), accept(store, "locked", "5"));
    }
  }

  @Test
  void theLocksOfAnInstanceThatFreezesAreGivenBackByTheServer() throws SQLException {
    try (HikariDataSource pool = PostgresServer.pool(4);
        JdbcStore store = JdbcStore.postgresBuilder(pool).schema(schema).build();
        Loan frozen =
            new Loans(PostgresServer.source(), schema, Duration.ofMillis(200)).take(true)) {
      accept(store, "lane", "1");
      frozen.session().list("SELECT id FROM lane FOR UPDATE", row -> true);
      awaitAccepted(store, "2");

      SQLException ended = assertThrows(SQLException.class, frozen::commit);
      assertEquals(Mishap.LOST_CONNECTION, Mishap.of(ended), ended::toString);
      assertEquals(2, claimOne(store).entries().size());
    }
  }

  @Test
  void aPoolWithoutAConnectionIsAnErrorInTime() throws SQLException {
    try (HikariDataSource pool = PostgresServer.pool(1)) {
      pool.setConnectionTimeout(30_000);
      JdbcStore store =
          JdbcStore.postgresBuilder(pool).schema(schema).patience(Duration.ofMillis(300)).build();
      try (Connection taken = pool.getConnection()) {
        assertTrue(taken.isValid(1));
        long start = System.nanoTime();
        assertThrows(StoreUnavailableException.class, () -> accept(store, "lane", "1"));
        assertThrows(StoreUnavailableException.class, store::waiting);
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2));
      }
      awaitAccepted(store, "2");
      assertEquals(1, claimOne(store).entries().size(), "nobody waited for the first any more");
      store.close();
      assertThrows(StoreUnavailableException.class, store::waiting);
    }
  }

  private static void awaitAccepted(JdbcStore store, String key) {
    for (int i = 0; i < 100; i++) {
      try {
        accept(store, "lane", key);
        return;
      } catch (StoreUnavailableException e) {
        LockSupport.parkNanos(10_000_000);
      }
    }
    throw new AssertionError("does not heal");
  }

  private static void awaitRefusals(PostgresLoad load, int refusals) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (load.refusals() < refusals) {
      assertTrue(System.nanoTime() < deadline, "nothing is refused");
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static EmbeddedPostgres start(Path directory, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        PostgresServer.builder()
            .setDataDirectory(directory.resolve("data"))
            .setCleanDataDirectory(false);
    return port == 0 ? builder.start() : builder.setPort(port).start();
  }

  private static void terminateAll() {
    try {
      PostgresServer.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'terminated'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
