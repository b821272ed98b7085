// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The settings of a store in an SQLite file. Not safe for concurrent use. */
public final class SqliteStoreBuilder {
  /** Far beyond what any disk needs: who waits longer is better off with an error. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path path;
  private Clock clock = new SteadyClock();
  private Durability durability = Durability.POWER_LOSS;
  private Duration patience = PATIENCE;
  private Schema schema = Schema.SQLITE;
  private UnaryOperator<Sessions> sessions = UnaryOperator.identity();

  SqliteStoreBuilder(Path path) {
    this.path = Objects.requireNonNull(path, "path");
  }

  /**
   * Sets the clock by which leases, rests and ages are measured. It must not run backwards; the
   * default one does not, even when someone sets the system's clock back.
   *
   * @param clock the clock
   * @return this builder
   */
  public SqliteStoreBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets what changes survive; {@link Durability#POWER_LOSS} by default.
   *
   * @param durability what they survive
   * @return this builder
   */
  public SqliteStoreBuilder durability(Durability durability) {
    this.durability = Objects.requireNonNull(durability, "durability");
    return this;
  }

  /** Sets how long a call waits at most. */
  SqliteStoreBuilder patience(Duration patience) {
    this.patience = patience;
    return this;
  }

  /** Sets the tables to bring the file to. */
  SqliteStoreBuilder schema(Schema schema) {
    this.schema = schema;
    return this;
  }

  /** Wraps what opens the connections. */
  SqliteStoreBuilder sessions(UnaryOperator<Sessions> wrapper) {
    this.sessions = wrapper;
    return this;
  }

  /**
   * Opens the store; claims that a crashed process left in it are void.
   *
   * @return the open store
   * @throws StoreUnavailableException when another process uses the file, it is not a store of a
   *     version that this release knows, or it cannot be written
   */
  public JdbcStore build() {
    SqliteFile file = SqliteFile.lock(path);
    try {
      Dialect dialect = prepare(file);
      return new JdbcStore(
          new SqliteTransactions(sessions.apply(file), durability, patience), dialect, file::close);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Brings the tables up to date and voids the claims of a process that is gone. */
  private Dialect prepare(SqliteFile file) {
    try (Session session = file.open()) {
      session.execute("BEGIN IMMEDIATE");
      schema.migrate(session);
      Dialect dialect = new SqliteDialect(clock, Entries.latest(session));
      new Lanes(dialect).giveAllUp(session, dialect.now(session));
      session.execute("COMMIT");
      return dialect;
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "Cannot open the store "
              + file
              + ": is it an SQLite file that this process may write? ("
              + e.getMessage()
              + ")",
          e);
    }
  }
}
