// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Connections of the host's pool, each with a transaction begun as the store needs it.
 *
 * <p>All settings are the transaction's own, so that nothing of them stays on the connection, and a
 * pooler that lends a server's connection for one transaction only is as good as none.
 */
final class Loans {
  private static final String BEGIN =
      """
      SELECT set_config('search_path', ?, true),
        set_config('statement_timeout', ?, true),
        set_config('lock_timeout', ?, true),
        set_config('idle_in_transaction_session_timeout', ?, true),
        set_config('synchronous_commit', CASE WHEN ? THEN 'off'
          WHEN current_setting('synchronous_commit') = 'off' THEN 'on'
          ELSE current_setting('synchronous_commit') END, true),
        current_setting('transaction_isolation'),
        (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint""";

  private final DataSource source;
  private final String schema;
  private final Duration patience;

  /**
   * Names where connections come from.
   *
   * @param source the host's pool
   * @param schema where the tables are
   * @param patience how long a statement may take; a lock is waited for a quarter of it, and a
   *     transaction that does nothing for twice as long is ended by the server
   */
  Loans(DataSource source, String schema, Duration patience) {
    this.source = source;
    this.schema = schema;
    this.patience = patience;
  }

  /** The host's pool gave no connection: there is no use in asking again at once. */
  static final class NoConnectionException extends SQLException {
    private static final long serialVersionUID = 1L;

    NoConnectionException(SQLException cause) {
      super("no connection: " + cause.getMessage(), cause.getSQLState(), cause);
    }
  }

  /**
   * Begins a transaction.
   *
   * @param toDisk whether its commit has to reach the disk
   * @return the connection with the transaction
   * @throws NoConnectionException when the pool gives none
   * @throws SQLException when the one that it gave is broken
   */
  Loan take(boolean toDisk) throws SQLException {
    Connection connection = connect();
    Loan loan = null;
    try {
      loan = new Loan(connection, Math.toIntExact(2 * patience.toMillis()));
      begin(loan, toDisk);
      return loan;
    } catch (SQLException | RuntimeException e) {
      if (loan != null) {
        loan.close();
      } else {
        connection.close();
      }
      throw e;
    }
  }

  private Connection connect() throws NoConnectionException {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new NoConnectionException(e);
    }
  }

  /**
   * The lanes' locks rest on each statement seeing what was committed before it. A host may have
   * chosen another isolation for its pool, which can only be changed before the first statement.
   */
  private void begin(Loan loan, boolean toDisk) throws SQLException {
    if (!beginHere(loan.session(), toDisk).equals("read committed")) {
      loan.rollback();
      loan.session().execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
      beginHere(loan.session(), toDisk);
    }
  }

  private String beginHere(Session session, boolean toDisk) throws SQLException {
    long millis = patience.toMillis();
    return session
        .first(
            BEGIN,
            row -> {
              session.began(row.getLong(7));
              return row.getString(6);
            },
            schema,
            Long.toString(millis),
            Long.toString(Math.max(1, millis / 4)),
            Long.toString(2 * millis),
            !toDisk)
        .orElseThrow(() -> new SQLException("The transaction has no settings"));
  }
}
