// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Lends connections, and keeps those that were given back as they are until it is closed. */
final class Recording implements DataSource, AutoCloseable {
  private final DataSource source;
  private final List<Connection> lent = new CopyOnWriteArrayList<>();
  private final AtomicBoolean losing = new AtomicBoolean();

  Recording(DataSource source) {
    this.source = source;
  }

  /** The connections that were lent, still open. */
  List<Connection> lent() {
    return lent;
  }

  /** Commits the next time, and pretends that the connection broke before the answer came. */
  void loseNextAnswerToCommit() {
    losing.set(true);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : lent) {
      connection.close();
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    lent.add(connection);
    return (Connection)
        Proxy.newProxyInstance(
            Recording.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                Object result = method.invoke(connection, arguments);
                if (method.getName().equals("commit") && losing.compareAndSet(true, false)) {
                  throw new SQLException("an I/O error, says the test", "08006");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
