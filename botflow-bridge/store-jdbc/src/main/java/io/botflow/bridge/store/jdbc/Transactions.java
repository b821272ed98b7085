// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;

/**
 * Runs work in transactions of a database, and turns every failure of the database into a {@link
 * StoreUnavailableException} within bounded time. What the work itself throws otherwise passes
 * through, and its changes are undone. Safe for concurrent use.
 */
interface Transactions extends AutoCloseable {
  /**
   * Runs work that changes something; the change is as durable as the store promises.
   *
   * @param order names the rows that the work locks first, a lane for example: work that shares a
   *     transaction is done in this order, so that two transactions do not wait for each other
   * @param work the work, which may be done more than once if it was undone before
   * @param <T> what comes of it
   * @return what comes of it
   */
  <T> T write(String order, Work<T> work);

  /**
   * Runs work like {@link #write} that changes the claim of a lane alone. Losing power ends claims
   * anyway, so this change need not reach the disk.
   */
  <T> T writeClaim(String order, Work<T> work);

  /**
   * Runs work that claims lanes or takes permits, which need not reach the disk either, in a
   * transaction of its own: nobody waits for its locks longer than it takes by itself.
   */
  <T> T writeAlone(Work<T> work);

  /**
   * Runs work that people or the clean-up ask for, in a transaction of its own: so it shares
   * neither its time nor its failure with what messengers wait for. The change is as durable as the
   * store promises.
   */
  <T> T writeApart(Work<T> work);

  /** Runs a single query. */
  <T> T read(Work<T> work);

  /** Finishes what was begun; later calls throw. Closing again has no effect. */
  @Override
  void close();
}
