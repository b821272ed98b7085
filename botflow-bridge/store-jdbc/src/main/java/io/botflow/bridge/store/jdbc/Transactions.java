// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;

/**
 * Runs work in transactions of a database, and turns every failure of the database into a {@link
 * StoreUnavailableException} within bounded time. What the work itself throws otherwise passes
 * through, and its changes are undone. Safe for concurrent use.
 */
interface Transactions extends AutoCloseable {
  /** Runs work that changes something; the change is as durable as the store promises. */
  <T> T write(Work<T> work);

  /**
   * Runs work that changes claims alone. Losing power ends all claims anyway, so this change need
   * not reach the disk.
   */
  <T> T writeClaim(Work<T> work);

  /** Runs a single query. */
  <T> T read(Work<T> work);

  /** Finishes what was begun; later calls throw. Closing again has no effect. */
  @Override
  void close();
}
