// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** What a failure of a PostgreSQL transaction means for those whose work was in it. */
enum Mishap {
  /** Others were in the way; it was undone, and may go well the next time. */
  CONFLICT,
  /** The connection broke and took the transaction with it; another one may do. */
  LOST_CONNECTION,
  /** The host's pool gives no connection: to ask again at once is of no use. */
  NO_CONNECTION,
  /** It would fail again. */
  FAULT;

  /** Serialization, deadlock, and a lock that was waited for long enough. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

  /** A shutdown, a crash, an administrator, or the server's own patience ended the connection. */
  private static final Set<String> ENDINGS = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

  static Mishap of(Throwable failure) {
    if (failure instanceof Loans.NoConnectionException) {
      return NO_CONNECTION;
    }
    if (!(failure instanceof SQLException sql) || sql.getSQLState() == null) {
      return FAULT;
    }
    String state = sql.getSQLState();
    if (CONFLICTS.contains(state)) {
      return CONFLICT;
    }
    return state.startsWith("08") || ENDINGS.contains(state) ? LOST_CONNECTION : FAULT;
  }

  /** Whether the same work may go well when it is done again. */
  boolean passes() {
    return this == CONFLICT || this == LOST_CONNECTION;
  }

  /** Whether a part of the work may go well when it is done without the rest. */
  boolean concernsSome() {
    return this == CONFLICT || this == FAULT;
  }
}
