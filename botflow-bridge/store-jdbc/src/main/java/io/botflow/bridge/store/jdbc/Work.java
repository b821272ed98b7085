// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.SQLException;

/** What is done in one transaction; it may be rolled back and must not touch anything else. */
interface Work<T> {
  T run(Session session) throws SQLException;
}
