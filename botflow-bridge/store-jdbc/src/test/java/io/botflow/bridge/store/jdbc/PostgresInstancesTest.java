// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static io.botflow.bridge.store.jdbc.Fixtures.accept;
import static io.botflow.bridge.store.jdbc.Fixtures.claimOne;
import static io.botflow.bridge.store.jdbc.Fixtures.payloads;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.EntryState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several instances on one database, by the database's own clock. */
@Timeout(120)
class PostgresInstancesTest {
  private static final Completion DELIVERED =
      new Completion(EntryState.DELIVERED, null, List.of(), List.of());

  private final String schema = PostgresServer.freshSchema();
  @AutoClose private final HikariDataSource onePool = PostgresServer.pool(6);
  @AutoClose private final HikariDataSource otherPool = PostgresServer.pool(6);
  @AutoClose private final JdbcStore one = open(onePool);
  @AutoClose private final JdbcStore other = open(otherPool);

  /**
   * With patience enough for a busy machine: a call that is refused leaves its lane to the lease.
   */
  private JdbcStore open(HikariDataSource pool) {
    return JdbcStore.postgresBuilder(pool).schema(schema).patience(Duration.ofSeconds(20)).build();
  }

  @Test
  void twoInstancesCarryEachEntryOnceInTheOrderOfItsLane() throws Exception {
    try (PostgresLoad load =
        new PostgresLoad(List.of(one, other), 200, 25, Duration.ofMinutes(1)).start(4)) {
      load.await();

      load.assertOnceInOrder();
      assertEquals(0, load.refusals());
    }
    assertEquals(0, onePool.getHikariPoolMXBean().getActiveConnections(), "not given back");
    assertEquals(
        List.of("5000 DELIVERED"),
        PostgresServer.rows(
            "SELECT COUNT(*), state FROM " + schema + ".entry GROUP BY state ORDER BY state"));
  }

  @Test
  void theCheckSeesInstancesThatDoNotLockWhatTheyClaim() throws Exception {
    Dialect careless =
        new Dialect() {
          @Override
          public long now(Session session) {
            return session.began();
          }

          @Override
          public String storable(String text) {
            return text;
          }

          @Override
          public String lockingRows() {
            return "";
          }

          @Override
          public String lockingFreeRows() {
            return "";
          }
        };
    Duration patience = Duration.ofSeconds(5);
    List<JdbcStore> instances =
        Stream.of(onePool, otherPool)
            .map(pool -> new Loans(pool, schema, patience))
            .map(loans -> new PostgresTransactions(loans, 6, patience))
            .map(transactions -> new JdbcStore(transactions, careless, () -> {}))
            .toList();
    try (PostgresLoad load = new PostgresLoad(instances, 50, 20, Duration.ofSeconds(2)).start(4)) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      // Not until all is done: without locks, a wake-up gets lost as well, and its lane sleeps on.
      while (!load.hasRepeats()) {
        assertTrue(System.nanoTime() < deadline, "nothing was carried twice");
        LockSupport.parkNanos(1_000_000);
      }
    } finally {
      instances.forEach(JdbcStore::close);
    }
  }

  @Test
  void theLeaseOfAFrozenInstanceEndsByTheDatabasesTimeAndItsWorkIsFenced() {
    accept(one, "lane", "1", "2");
    Duration lease = Duration.ofMillis(300);
    ClaimedLane frozen = one.claim("frozen", 1, 10, lease).get(0);
    assertEquals(List.of(), other.claim("other", 1, 10, lease), "claimed while the lease holds");
    ClaimedLane taken = awaitClaim(other);

    assertEquals(List.of("payload of 1", "payload of 2"), payloads(taken));
    assertFalse(one.complete(frozen, frozen.entries().get(0), DELIVERED));
    assertFalse(one.postpone(frozen, frozen.entries().get(0), lease, "late"));
    assertFalse(one.renew(frozen, lease));
    one.release(frozen);
    assertTrue(other.complete(taken, taken.entries().get(0), DELIVERED), "still the other's");
    assertEquals(1, one.waiting());
  }

  @Test
  void openingAnotherInstanceLeavesClaimsAlone() {
    accept(one, "lane", "1");
    ClaimedLane claim = claimOne(one);
    try (JdbcStore third = open(otherPool)) {
      assertEquals(List.of(), third.claim("third", 1, 10, Fixtures.LEASE));
    }
    assertTrue(one.complete(claim, claim.entries().get(0), DELIVERED));
  }

  @Test
  void whatOneAcceptsTheOtherSeesAtOnce() {
    accept(one, "lane", "1");
    assertEquals(List.of(false), accept(other, "lane", "1"));
    assertEquals(1, other.waiting());
    assertEquals(one.shared("secret", "a"), other.shared("secret", "b"));
  }

  private static ClaimedLane awaitClaim(BridgeStore store) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < deadline) {
      List<ClaimedLane> claims = store.claim("other", 1, 10, Fixtures.LEASE);
      if (!claims.isEmpty()) {
        return claims.get(0);
      }
      LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError("the lease does not end");
  }
}
