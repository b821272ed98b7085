// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.time.Clock;

/** SQLite as one process uses it: its clock is the process', and its one writer needs no locks. */
final class SqliteDialect implements Dialect {
  private final Clock clock;
  private final long offset;

  /**
   * Makes the dialect of an open file.
   *
   * @param clock tells how time passes
   * @param latest the latest time in the file, before which this store's time does not go back
   */
  SqliteDialect(Clock clock, long latest) {
    this.clock = clock;
    this.offset = Math.max(0, latest - clock.millis());
  }

  @Override
  public long now(Session session) {
    return clock.millis() + offset;
  }

  @Override
  public String storable(String text) {
    return text;
  }

  @Override
  public String lockingRows() {
    return "";
  }

  @Override
  public String lockingFreeRows() {
    return "";
  }
}
