// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.PollCursor;
import java.sql.SQLException;
import java.util.Optional;

/** The statements about single values: poll cursors and what instances share. */
final class Values {
  private static final String PUT_CURSOR =
      """
      INSERT INTO poll_cursor (source, value) VALUES (?, ?)
      ON CONFLICT (source) DO UPDATE SET value = excluded.value""";

  private static final String CURSOR = "SELECT value FROM poll_cursor WHERE source = ?";

  private static final String OFFER =
      "INSERT INTO shared_value (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";

  private static final String SHARED = "SELECT value FROM shared_value WHERE name = ?";

  void putCursor(Session session, PollCursor cursor) throws SQLException {
    session.update(PUT_CURSOR, cursor.source(), cursor.value());
  }

  Optional<String> cursor(Session session, String source) throws SQLException {
    return session.first(CURSOR, row -> row.getString(1), source);
  }

  /** Stores the candidate if there is no value yet, and reads the value. */
  String offer(Session session, String name, String candidate) throws SQLException {
    session.update(OFFER, name, candidate);
    return shared(session, name).orElse(candidate);
  }

  Optional<String> shared(Session session, String name) throws SQLException {
    return session.first(SHARED, row -> row.getString(1), name);
  }
}
