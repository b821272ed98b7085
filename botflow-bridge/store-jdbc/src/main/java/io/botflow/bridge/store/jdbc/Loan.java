// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that the host has lent for one transaction. Whatever happens, it is given back, in
 * the state in which it came.
 */
final class Loan implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Loan.class);

  private final Connection connection;
  private final Session session;
  private final boolean autoCommit;
  private final OptionalInt networkTimeout;
  private boolean committed;

  /**
   * Takes a connection over, outside of any transaction.
   *
   * @param connection the connection
   * @param timeoutMillis how long the network may be silent before the connection is given up
   * @throws SQLException when the connection is broken; the caller closes it
   */
  Loan(Connection connection, int timeoutMillis) throws SQLException {
    this.connection = connection;
    this.session = new Session(connection, PostgresDialect::withoutNul);
    this.networkTimeout = limitNetwork(connection, timeoutMillis);
    this.autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
  }

  Session session() {
    return session;
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  void commit() throws SQLException {
    connection.commit();
    committed = true;
  }

  /** Undoes what was not committed and gives the connection back. */
  @Override
  public void close() {
    try (Connection toGiveBack = connection) {
      if (!committed) {
        toGiveBack.rollback();
      }
      session.closeStatements();
      if (autoCommit) {
        toGiveBack.setAutoCommit(true);
      }
      if (networkTimeout.isPresent()) {
        toGiveBack.setNetworkTimeout(Runnable::run, networkTimeout.getAsInt());
      }
    } catch (SQLException e) {
      log.debug("A connection was given back broken", e);
    }
  }

  private static OptionalInt limitNetwork(Connection connection, int millis) throws SQLException {
    try {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, millis);
      return OptionalInt.of(before);
    } catch (SQLFeatureNotSupportedException e) {
      return OptionalInt.empty();
    }
  }
}
