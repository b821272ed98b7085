// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.List;

/** The tables of a store in PostgreSQL, as one instance of several finds or makes them. */
final class PostgresTables {
  private static final String IS_USABLE =
      "SELECT 1 FROM pg_namespace WHERE nspname = ? AND has_schema_privilege(oid, 'USAGE')";

  private static final String IS_KNOWN = "SELECT 1 FROM pg_namespace WHERE nspname = ?";

  private static final String HAS_VERSION =
      "SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = 'schema_version'";

  /** The tables of this schema in which the user may not do all that the store does. */
  private static final String FORBIDDEN =
      """
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname IN
        ('lane', 'entry', 'link', 'failure', 'note', 'pacing', 'poll_cursor', 'shared_value')
      AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
        AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))
      ORDER BY c.relname""";

  private static final String IS_READ_ONLY =
      "SELECT 1 WHERE current_setting('transaction_read_only') = 'on'";

  /** Whoever makes or changes the tables of a schema holds this lock until it has committed. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext('io.botflow.bridge.store.jdbc'), hashtext(?))";

  private final String name;
  private final Schema schema;

  /** Names the schema in the database, and the scripts that fill it. */
  PostgresTables(String name, Schema schema) {
    this.name = name;
    this.schema = schema;
  }

  /**
   * Makes sure that the tables have this release's version and can be worked with; to be called
   * within a transaction.
   *
   * @param session of the transaction
   * @param migrate whether to make or change them, if they are older
   * @throws StoreUnavailableException when the tables are not as they must be
   */
  void open(Session session, boolean migrate) throws SQLException {
    if (session.first(IS_READ_ONLY, row -> true).isPresent()) {
      throw new StoreUnavailableException(
          "The store's database is read-only: is it a standby, or the role limited to reading?");
    }
    int found = found(session);
    if (found < schema.version() && migrate) {
      migrate(session);
    } else if (found < schema.version()) {
      throw new StoreUnavailableException(
          "The store has schema version "
              + found
              + " in the schema "
              + name
              + ", but this release needs version "
              + schema.version()
              + ": run its scripts first, or let the store migrate");
    }
    List<String> forbidden = session.list(FORBIDDEN, row -> row.getString(1), name);
    if (!forbidden.isEmpty()) {
      throw new StoreUnavailableException(
          "The database's user may not read and write these tables of the schema "
              + name
              + ": "
              + String.join(", ", forbidden));
    }
  }

  private void migrate(Session session) throws SQLException {
    session.list(LOCK, row -> true, name);
    if (session.first(IS_KNOWN, row -> true, name).isEmpty()) {
      session.execute("CREATE SCHEMA " + name);
    }
    // Another instance may have been faster: then there is nothing left to do.
    if (found(session) < schema.version()) {
      schema.migrate(session);
    }
  }

  /** The version of the tables; asks in a way that needs no right to make any. */
  private int found(Session session) throws SQLException {
    boolean known = session.first(IS_KNOWN, row -> true, name).isPresent();
    if (known && session.first(IS_USABLE, row -> true, name).isEmpty()) {
      throw new StoreUnavailableException(
          "The database's user may not use the schema " + name + ": grant USAGE on it");
    }
    return session.first(HAS_VERSION, row -> true, name).isPresent() ? schema.found(session) : 0;
  }
}
