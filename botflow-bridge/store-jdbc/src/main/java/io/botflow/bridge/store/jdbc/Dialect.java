// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.SQLException;

/** What differs between databases in the statements that they share. */
interface Dialect {
  /** The time in milliseconds since 1970, by the one clock of this store. */
  long now(Session session) throws SQLException;

  /** The text in the form in which the database can hold it. */
  String storable(String text);

  /** What follows a query that locks its rows until the transaction ends. */
  String lockingRows();

  /** What follows a query that locks its rows and passes over those that others have locked. */
  String lockingFreeRows();
}
