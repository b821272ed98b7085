// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.time.Clock;
import javax.annotation.Nullable;

/**
 * PostgreSQL as several instances use it: its clock is the database's.
 *
 * <p>The clock is read once, as the first thing in each transaction. So a transaction costs one
 * look at the clock however much it does, and the time lies between a caller's call and its return:
 * a lease never ends later than its owner thinks it may.
 */
final class PostgresDialect implements Dialect {
  @Nullable private final Clock clock;

  /** Makes the dialect; with a clock, that one is asked instead of the database's. */
  PostgresDialect(@Nullable Clock clock) {
    this.clock = clock;
  }

  /**
   * The text without the one character that PostgreSQL cannot hold. Payloads have none, since JSON
   * escapes it; an id that a stranger made up may.
   */
  static String withoutNul(String text) {
    return text.replace('\0', '\uFFFD');
  }

  @Override
  public long now(Session session) {
    return clock == null ? session.began() : clock.millis();
  }

  @Override
  public String storable(String text) {
    return withoutNul(text);
  }

  @Override
  public String lockingRows() {
    return " FOR UPDATE";
  }

  @Override
  public String lockingFreeRows() {
    return " FOR UPDATE SKIP LOCKED";
  }
}
