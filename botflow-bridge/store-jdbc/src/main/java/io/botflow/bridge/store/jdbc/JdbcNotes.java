// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Notes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
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

  static final String NAMES = "SELECT name FROM note WHERE name > ? ORDER BY name LIMIT ?";

  static final String REMOVE = "DELETE FROM note WHERE name = ?";

  private static final int LOOKED_AT_AT_ONCE = 2000;

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
  public int removeEndingWith(Collection<String> suffixes) {
    if (suffixes.contains("")) {
      throw new IllegalArgumentException("suffixes: none may be empty");
    }
    List<String> ends = suffixes.stream().map(dialect::storable).toList();
    int removed = 0;
    String after = "";
    boolean more = !ends.isEmpty();
    // No index knows the ends of names: all are looked at, in steps that each stay short.
    while (more) {
      String last = after;
      List<String> names =
          transactions.read(
              session -> session.list(NAMES, row -> row.getString(1), last, LOOKED_AT_AT_ONCE));
      List<String> meant =
          names.stream().filter(name -> ends.stream().anyMatch(name::endsWith)).sorted().toList();
      if (!meant.isEmpty()) {
        removed += transactions.writeApart(session -> session.updateAll(REMOVE, meant));
      }
      more = names.size() == LOOKED_AT_AT_ONCE;
      after = more ? names.get(names.size() - 1) : after;
    }
    return removed;
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
