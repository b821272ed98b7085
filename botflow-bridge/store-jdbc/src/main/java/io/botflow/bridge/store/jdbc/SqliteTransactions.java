// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/** SQLite as it likes to be used: one connection that writes, and another one that reads. */
final class SqliteTransactions implements Transactions {
  private final Sessions sessions;
  private final Duration patience;
  private final GroupCommit writer;
  private final ReentrantLock reading = new ReentrantLock();
  @Nullable private Session reader;
  private boolean closed;

  SqliteTransactions(Sessions sessions, Durability durability, Duration patience) {
    this.sessions = sessions;
    this.patience = patience;
    this.writer = new GroupCommit(sessions, durability, patience);
  }

  @Override
  public <T> T write(String order, Work<T> work) {
    return writer.write(work, true);
  }

  @Override
  public <T> T writeClaim(String order, Work<T> work) {
    return writer.write(work, false);
  }

  @Override
  public <T> T writeAlone(Work<T> work) {
    return writer.write(work, false);
  }

  @Override
  public <T> T writeApart(Work<T> work) {
    return writer.write(work, true);
  }

  @Override
  public <T> T read(Work<T> work) {
    lockForReading();
    try {
      if (closed) {
        throw Unavailable.closed();
      }
      return work.run(reader());
    } catch (SQLException e) {
      discardReader(e);
      throw Unavailable.because(e);
    } finally {
      reading.unlock();
    }
  }

  @Override
  public void close() {
    writer.close();
    reading.lock();
    try {
      closed = true;
      discardReader(null);
    } finally {
      reading.unlock();
    }
  }

  private void lockForReading() {
    try {
      if (reading.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("Interrupted while waiting to read the store", e);
    }
    throw new StoreUnavailableException(
        "Other reads of the store were not done after " + patience.toMillis() + " ms");
  }

  private Session reader() throws SQLException {
    Session current = reader;
    if (current == null) {
      current = sessions.open();
      current.execute("PRAGMA query_only = ON");
      reader = current;
    }
    return current;
  }

  private void discardReader(@Nullable SQLException reason) {
    Session current = reader;
    reader = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException e) {
        if (reason != null) {
          reason.addSuppressed(e);
        }
      }
    }
  }
}
