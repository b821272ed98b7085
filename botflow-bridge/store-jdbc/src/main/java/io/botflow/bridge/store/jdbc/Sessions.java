// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.SQLException;

/** Where sessions come from. */
interface Sessions {
  Session open() throws SQLException;
}
