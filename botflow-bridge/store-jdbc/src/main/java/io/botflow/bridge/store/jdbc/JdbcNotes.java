// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Notes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The notes of a store. Each new one takes two that are over away, so that they do not pile up. */
final class JdbcNotes implements Notes {
  private static final String READ =
      "SELECT text, version FROM note WHERE name = ? AND expires_at > ?";

  // A version is never used twice for a name, not even after its note was swept out: it is at least
  // the time of its writing, and a note is swept out only after that.
  private static final String INSERT =
      """
      INSERT INTO note (name, version, text, expires_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET
        version = CASE WHEN note.version < excluded.version THEN excluded.version
                       ELSE note.version + 1 END,
        text = excluded.text,
        expires_at = excluded.expires_at
      WHERE note.expires_at <= ?""";

  private static final String UPDATE =
      """
      UPDATE note SET
        version = CASE WHEN version < ? THEN ? ELSE version + 1 END,
        text = ?,
        expires_at = ?
      WHERE name = ? AND version = ? AND expires_at > ?""";

  private static final String VERSION = "SELECT version FROM note WHERE name = ?";

  private static final String SWEEP =
      "DELETE FROM note WHERE name IN (SELECT name FROM note WHERE expires_at <= ? LIMIT 2%s)";

  private static final String REMOVE =
      "DELETE FROM note WHERE SUBSTR(name, LENGTH(name) - ? + 1) = ?";

  private final Transactions transactions;
  private final Dialect dialect;
  private final String sweep;

  JdbcNotes(Transactions transactions, Dialect dialect) {
    this.transactions = transactions;
    this.dialect = dialect;
    // Those that someone else sweeps out right now are as good as gone.
    this.sweep = SWEEP.formatted(dialect.lockingFreeRows());
  }

  @Override
  public Optional<Note> read(String name) {
    return transactions.read(
        session ->
            session.first(
                READ,
                row -> new Note(row.getString(1), row.getLong(2)),
                name,
                dialect.now(session)));
  }

  @Override
  public long write(String name, long version, String text, Duration life) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    long millis = life.toMillis();
    if (millis < 1) {
      throw new IllegalArgumentException("life must be at least a millisecond, was " + life);
    }
    return transactions.write(
        name,
        session -> {
          long now = dialect.now(session);
          boolean written =
              version == ABSENT
                  ? insert(session, name, text, now, now + millis)
                  : update(session, name, version, text, now, now + millis);
          return written
              ? session.first(VERSION, row -> row.getLong(1), name).orElse(ABSENT)
              : ABSENT;
        });
  }

  @Override
  public int removeEndingWith(String suffix) {
    if (suffix.isEmpty()) {
      throw new IllegalArgumentException("suffix must not be empty");
    }
    return transactions.write(suffix, session -> session.update(REMOVE, suffix.length(), suffix));
  }

  private boolean insert(Session session, String name, String text, long now, long end)
      throws SQLException {
    boolean written = session.update(INSERT, name, now, text, end, now) == 1;
    session.update(sweep, now);
    return written;
  }

  private static boolean update(
      Session session, String name, long version, String text, long now, long end)
      throws SQLException {
    return session.update(UPDATE, now, now, text, end, name, version, now) == 1;
  }
}
