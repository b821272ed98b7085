// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.annotation.Nullable;
import javax.sql.DataSource;

/** The settings of a store in PostgreSQL. Not safe for concurrent use. */
public final class PostgresStoreBuilder {
  /** A name that means the same with and without quotes. */
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /** Whoever makes the tables may be busy with it for a while, and others wait for it. */
  private static final Duration OPENING_PATIENCE = Duration.ofSeconds(60);

  private final DataSource source;
  private String schema = "botflow";
  private boolean migrate = true;
  private int connections = 6;
  private Duration patience = Duration.ofMillis(1_500);
  private Schema scripts = Schema.POSTGRESQL;
  @Nullable private Clock clock;

  PostgresStoreBuilder(DataSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Sets the database's schema in which the tables are; {@code botflow} by default. Bridges that
   * have nothing to do with each other take schemas of their own.
   *
   * @param name its name: up to 63 small letters, digits and underscores, not a digit first
   * @return this builder
   * @throws IllegalArgumentException when the name has other characters
   */
  public PostgresStoreBuilder schema(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "schema must be of small letters, digits and underscores, was " + name);
    }
    this.schema = name;
    return this;
  }

  /**
   * Sets whether the store makes its tables and brings them up to date; true by default. A host
   * that leaves that to a tool of its own sets false: then tables of an older version are refused.
   *
   * @param migrate whether the store changes its tables
   * @return this builder
   */
  public PostgresStoreBuilder migrate(boolean migrate) {
    this.migrate = migrate;
    return this;
  }

  /**
   * Sets how many of the pool's connections the store uses at once at most; 6 by default. A third
   * of them write.
   *
   * @param connections the number; at least 2
   * @return this builder
   * @throws IllegalArgumentException when there are fewer than 2
   */
  public PostgresStoreBuilder connections(int connections) {
    if (connections < 2) {
      throw new IllegalArgumentException("connections must be at least 2, was " + connections);
    }
    this.connections = connections;
    return this;
  }

  /**
   * Sets how long a call waits at most before it fails, whatever the pool, the network or the
   * database does; 1.5 seconds by default, so that a webhook is answered 503 within two.
   *
   * @param patience the time; 100 milliseconds to a minute
   * @return this builder
   * @throws IllegalArgumentException when it is shorter or longer
   */
  public PostgresStoreBuilder patience(Duration patience) {
    if (patience.toMillis() < 100 || patience.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "patience must be 100 milliseconds to a minute, was " + patience);
    }
    this.patience = patience;
    return this;
  }

  /** Sets a clock in place of the database's. */
  PostgresStoreBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Sets the scripts that make the tables. */
  PostgresStoreBuilder scripts(Schema scripts) {
    this.scripts = scripts;
    return this;
  }

  /**
   * Opens the store. Other instances may have it open, and may open it at the same time; their
   * claims stay theirs.
   *
   * @return the open store
   * @throws StoreUnavailableException when the database cannot be reached, its tables are not of a
   *     version that this release knows, or its user lacks a right
   */
  public JdbcStore build() {
    prepare();
    return new JdbcStore(
        new PostgresTransactions(new Loans(source, schema, patience), connections, patience),
        new PostgresDialect(clock),
        () -> {});
  }

  private void prepare() {
    try (Loan loan = new Loans(source, schema, OPENING_PATIENCE).take(true)) {
      new PostgresTables(schema, scripts).open(loan.session(), migrate);
      loan.commit();
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "Cannot open the store in the schema "
              + schema
              + ": is the database reachable, and may its user make tables? ("
              + e.getMessage()
              + ")",
          e);
    }
  }
}
