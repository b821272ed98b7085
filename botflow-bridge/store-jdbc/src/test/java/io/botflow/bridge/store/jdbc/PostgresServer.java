// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server for all tests of this process, which take schemas of their own in it. */
final class PostgresServer {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  @Nullable private static EmbeddedPostgres server;
  @Nullable private static String obstacle;

  private PostgresServer() {}

  /** Starts the server, or skips the test where this machine has none; never so in CI. */
  static synchronized void require() {
    if (server == null && obstacle == null) {
      try {
        // None of these tests cuts the power, and each waits for the disk often.
        server = builder().setServerConfig("fsync", "off").start();
      } catch (IOException | RuntimeException e) {
        obstacle = e.toString();
      }
    }
    if (obstacle != null) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("PostgreSQL must start in CI, but: " + obstacle);
      }
      System.err.println("PostgreSQL does not start here, its tests are skipped: " + obstacle);
      Assumptions.abort("PostgreSQL does not start here: " + obstacle);
    }
  }

  /** The settings of a server that any test may start for itself. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setServerConfig("max_connections", "100");
  }

  /** A schema's name that no other test has. */
  static String freshSchema() {
    return "test_" + SCHEMAS.incrementAndGet();
  }

  /** Connections as the driver makes them, each time a new one. */
  static synchronized PGSimpleDataSource source() {
    require();
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    return (PGSimpleDataSource) server.getPostgresDatabase();
  }

  /** A pool as a host has it; the test closes it. */
  static HikariDataSource pool(int size) {
    return pool(source().getUrl(), "postgres", size);
  }

  static HikariDataSource pool(String url, String user, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(size);
    config.setPoolName(user);
    config.setConnectionTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  static void execute(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The columns of a query's result, joined by a blank. */
  static List<String> rows(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        result.add(String.join(" ", row));
      }
      return result;
    }
  }
}
