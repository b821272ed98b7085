// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.Pacing;
import io.botflow.bridge.store.PermitRow;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** The permits of a store: one row for each name, locked while it changes. */
final class JdbcPacing implements Pacing {
  private static final String MAKE =
      "INSERT INTO pacing (name, due_at) VALUES (?, 0) ON CONFLICT (name) DO NOTHING";

  private static final String READ = "SELECT due_at FROM pacing WHERE name = ?";

  private static final String WRITE = "UPDATE pacing SET due_at = ? WHERE name = ?";

  private final Transactions transactions;
  private final Dialect dialect;
  private final String read;

  JdbcPacing(Transactions transactions, Dialect dialect) {
    this.transactions = transactions;
    this.dialect = dialect;
    this.read = READ + dialect.lockingRows();
  }

  @Override
  public Grant take(String name, Rate rate, int wanted) {
    Objects.requireNonNull(name, "name");
    return transactions.writeAlone(
        session -> {
          PermitRow.Taken taken = row(session, name).take(rate, wanted, nowMicros(session));
          write(session, name, taken.row());
          return taken.grant();
        });
  }

  @Override
  public void spend(String name, Rate rate, int requests) {
    change(name, (row, now) -> row.spend(rate, requests, now));
  }

  @Override
  public void pause(String name, Rate rate, Duration pause) {
    change(name, (row, now) -> row.pause(rate, pause, now));
  }

  private void change(String name, Change change) {
    Objects.requireNonNull(name, "name");
    transactions.writeAlone(
        session -> {
          PermitRow before = row(session, name);
          write(session, name, change.of(before, nowMicros(session)));
          return true;
        });
  }

  /** Reads the row and locks it until the transaction ends. */
  private PermitRow row(Session session, String name) throws SQLException {
    var found = session.first(read, row -> new PermitRow(row.getLong(1)), name);
    if (found.isPresent()) {
      return found.get();
    }
    session.update(MAKE, name);
    return session.first(read, row -> new PermitRow(row.getLong(1)), name).orElse(PermitRow.NEW);
  }

  private static void write(Session session, String name, PermitRow row) throws SQLException {
    session.update(WRITE, row.dueMicros(), name);
  }

  private long nowMicros(Session session) throws SQLException {
    return dialect.now(session) * 1000;
  }

  /** What becomes of a row at a time. */
  private interface Change {
    PermitRow of(PermitRow row, long nowMicros);
  }
}
