// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/** A connection with its prepared statements, for one thread at a time. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final UnaryOperator<String> storable;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private long began;

  Session(Connection connection) {
    this(connection, text -> text);
  }

  /** Makes a session that stores texts in the form in which the database can hold them. */
  Session(Connection connection, UnaryOperator<String> storable) {
    this.connection = connection;
    this.storable = storable;
  }

  /** Reads one row of a result. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Notes when the transaction began, by the database's clock. */
  void began(long millis) {
    began = millis;
  }

  /** When the transaction began, in milliseconds since 1970 by the database's clock. */
  long began() {
    return began;
  }

  /** Runs a statement with its values and says how many rows it changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return prepared(sql, values).executeUpdate();
  }

  /** Runs a statement once for each of some values, on one way to the database and back. */
  int updateAll(String sql, Collection<?> values) throws SQLException {
    if (values.isEmpty()) {
      return 0;
    }
    PreparedStatement statement = prepared(sql);
    for (Object value : values) {
      statement.setObject(1, stored(value));
      statement.addBatch();
    }
    return IntStream.of(statement.executeBatch()).sum();
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = prepared(sql, values).executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(row.read(rows));
      }
      return result;
    }
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = prepared(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  /** Runs a statement that is not worth keeping, such as a definition or a setting. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Closes the statements and leaves the connection open, for whoever lent it. */
  void closeStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    return statement;
  }

  private @Nullable Object stored(@Nullable Object value) {
    return value instanceof String text ? storable.apply(text) : value;
  }
}
