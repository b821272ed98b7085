// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables, as numbered scripts: script n leads from version n - 1 to version n.
 *
 * <p>A new script is needed whenever an older release could no longer read what a newer one writes,
 * a new kind or state of entries included.
 */
final class Schema {
  /** The tables in an SQLite file. */
  static final Schema SQLITE = new Schema("schema/sqlite", 3);

  /** The same tables in PostgreSQL, whose numbers are made in another way. */
  static final Schema POSTGRESQL = new Schema("schema/postgresql", 3);

  private static final String FOUND = "SELECT COALESCE(MAX(version), 0) FROM schema_version";

  private final String folder;
  private final int version;

  /**
   * Names the folder of the scripts, next to this class, and the number of the last one. A script
   * that is not there stands in the folder above, for all databases.
   */
  Schema(String folder, int version) {
    this.folder = folder;
    this.version = version;
  }

  /** The version to which the scripts lead. */
  int version() {
    return version;
  }

  /** Brings the tables to this version; to be called within a transaction. */
  void migrate(Session session) throws SQLException {
    session.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
    int found = found(session);
    for (int next = found + 1; next <= version; next++) {
      for (String statement : statements(next)) {
        session.execute(statement);
      }
      session.update("INSERT INTO schema_version (version) VALUES (?)", next);
    }
  }

  /**
   * The version of the tables.
   *
   * @throws StoreUnavailableException when it is newer than this one
   */
  int found(Session session) throws SQLException {
    int found = session.first(FOUND, row -> row.getInt(1)).orElse(0);
    if (found > version) {
      throw new StoreUnavailableException(
          "The store has schema version "
              + found
              + ", but this release knows versions up to "
              + version
              + " only: use the release that wrote it, or a newer one");
    }
    return found;
  }

  private List<String> statements(int number) {
    String file = "/" + number + ".sql";
    String own = folder + file;
    boolean shared = Schema.class.getResource(own) == null;
    String name = shared ? folder.substring(0, Math.max(0, folder.lastIndexOf('/'))) + file : own;
    try (InputStream script = Schema.class.getResourceAsStream(name)) {
      if (script == null) {
        throw new IllegalStateException("The resource " + own + " is missing");
      }
      String sql =
          new String(script.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("--"))
              .collect(Collectors.joining("\n"));
      return Stream.of(sql.split(";", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
