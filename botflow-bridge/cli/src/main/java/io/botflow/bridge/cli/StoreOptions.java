// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.cli;

import io.botflow.bridge.operations.Operations;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.bridge.store.jdbc.JdbcStore;
import io.botflow.bridge.store.jdbc.PostgresStoreBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import javax.annotation.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which store a command is about. It is never made. */
final class StoreOptions {
  private static final String PASSWORD = "BOTFLOW_DB_PASSWORD";

  @ArgGroup(multiplicity = "1")
  private Place place = new Place();

  @Option(
      names = "--user",
      description = "PostgreSQL: the user. The password is taken from " + PASSWORD)
  private @Nullable String user;

  @Option(
      names = "--schema",
      defaultValue = "botflow",
      description = "PostgreSQL: the schema with the tables; ${DEFAULT-VALUE} by default")
  private String schema = "botflow";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  static final class Place {
    @Option(
        names = "--sqlite",
        description = "An SQLite file. It belongs to one process: stop the bridge first")
    private @Nullable Path sqlite;

    @Option(
        names = "--postgres",
        description = "A PostgreSQL database, as a JDBC address. Bridges may go on meanwhile")
    private @Nullable String postgres;
  }

  /** Runs something on the store and closes it. */
  int with(ToIntFunction<Operations> command) {
    try (BridgeStore store = open()) {
      return command.applyAsInt(Operations.of(store));
    }
  }

  private BridgeStore open() {
    Path file = place.sqlite;
    if (file == null) {
      return postgres().migrate(false).build();
    }
    if (!Files.isRegularFile(file)) {
      throw new StoreUnavailableException("There is no store at " + file);
    }
    return JdbcStore.sqlite(file);
  }

  private PostgresStoreBuilder postgres() {
    try {
      return JdbcStore.postgresBuilder(database()).schema(schema);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(command.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private PGSimpleDataSource database() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    try {
      database.setUrl(place.postgres);
    } catch (IllegalArgumentException e) {
      throw new StoreUnavailableException(
          "--postgres wants an address such as jdbc:postgresql://host/database", e);
    }
    if (user != null) {
      database.setUser(user);
    }
    String password = System.getenv(PASSWORD);
    if (password != null) {
      database.setPassword(password);
    }
    return database;
  }
}
