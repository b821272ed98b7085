// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a database: a thread that carries out the tasks of all others, as many as there
 * are at a time in one transaction, so that they share the cost of reaching the disk.
 *
 * <p>Each task has a savepoint of its own and fails alone; callers hear of success only after the
 * commit. When a transaction fails as a whole, the next one gets a new connection.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
  private static final int LARGEST_BATCH = 500;

  private final Sessions sessions;
  private final boolean reachesDisk;
  private final TaskThreads writer;
  private final AtomicLong commits = new AtomicLong();

  // The writer's alone.
  @Nullable private Session session;
  private boolean syncing;

  /**
   * Starts the writer.
   *
   * @param sessions opens its connections
   * @param durability whether commits have to reach the disk
   * @param patience how long a caller waits at most
   */
  GroupCommit(Sessions sessions, Durability durability, Duration patience) {
    this.sessions = sessions;
    this.reachesDisk = durability == Durability.POWER_LOSS;
    this.writer =
        new TaskThreads(
            "botflow-store-writer", 1, LARGEST_BATCH, this::commit, this::discardSession, patience);
    writer.start();
  }

  /** Runs work in a transaction and returns when it is committed. */
  <T> T write(Work<T> work, boolean toDisk) {
    return writer.run(new Task<>(work, toDisk && reachesDisk));
  }

  /** How many transactions have been committed. */
  long commits() {
    return commits.get();
  }

  /** How many tasks wait for the writer. */
  int queued() {
    return writer.queued();
  }

  /** Finishes the tasks in the queue and stops the writer. */
  @Override
  public void close() {
    writer.close();
  }

  // A failure of any kind is the callers' to hear of; the writer has to go on.
  private void commit(List<Task<?>> batch) {
    try {
      Session current = session(batch.stream().anyMatch(Task::toDisk));
      current.update("BEGIN IMMEDIATE");
      for (Task<?> task : batch) {
        run(task, current);
      }
      current.update("COMMIT");
      commits.incrementAndGet();
    } catch (Throwable e) {
      log.warn("A transaction of {} changes failed: {}", batch.size(), e.toString());
      discardSession();
      batch.forEach(task -> task.failed(e));
      return;
    }
    batch.forEach(Task::committed);
  }

  private static void run(Task<?> task, Session session) throws SQLException {
    session.update("SAVEPOINT task");
    Optional<Throwable> failure = task.run(session);
    if (failure.isPresent()) {
      try {
        session.update("ROLLBACK TO task");
      } catch (SQLException e) {
        // The database has undone the whole transaction, so the batch is over.
        throw new SQLException(failure.get().getMessage(), failure.get());
      }
    }
    session.update("RELEASE task");
  }

  private Session session(boolean toDisk) throws SQLException {
    Session current = session;
    if (current == null) {
      current = sessions.open();
      session = current;
      current.execute("PRAGMA synchronous = NORMAL");
      syncing = false;
    }
    if (syncing != toDisk) {
      current.execute("PRAGMA synchronous = " + (toDisk ? "FULL" : "NORMAL"));
      syncing = toDisk;
    }
    return current;
  }

  private void discardSession() {
    Session current = session;
    session = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException e) {
        log.debug("Closing a connection failed", e);
      }
    }
  }
}
