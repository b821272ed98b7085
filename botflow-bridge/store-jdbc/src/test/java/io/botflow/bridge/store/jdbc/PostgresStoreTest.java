// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.testkit.store.BridgeStoreContract;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends BridgeStoreContract {
  private static HikariDataSource pool;

  @BeforeAll
  static void openPool() {
    pool = PostgresServer.pool(8);
  }

  @AfterAll
  static void closePool() {
    if (pool != null) {
      pool.close();
    }
  }

  @Override
  protected BridgeStore open(Clock clock) {
    return JdbcStore.postgresBuilder(pool)
        .schema(PostgresServer.freshSchema())
        .patience(Duration.ofSeconds(30))
        .clock(clock)
        .build();
  }
}
