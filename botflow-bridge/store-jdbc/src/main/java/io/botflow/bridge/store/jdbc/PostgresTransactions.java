// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as several instances use it: a few threads write, many callers' work in one
 * transaction, and a few others do what stands alone.
 *
 * <p>A transaction that fails as a whole is undone, and its work is done again one by one: so a
 * broken task fails alone, without the price of a savepoint for each good one. What failed since
 * others were in the way, or since the connection broke before the commit, is done again as long as
 * its callers wait. Only a commit whose answer got lost is not: nobody knows what became of it.
 */
final class PostgresTransactions implements Transactions {
  private static final Logger log = LoggerFactory.getLogger(PostgresTransactions.class);

  /** Small enough that nobody waits for the locks of a transaction for long. */
  private static final int LARGEST_BATCH = 64;

  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Loans loans;
  private final Duration patience;
  private final TaskThreads writers;
  private final TaskThreads others;

  /**
   * Starts the threads.
   *
   * @param loans where connections come from
   * @param connections how many are used at once at most; at least 2
   * @param patience how long a caller waits at most
   */
  PostgresTransactions(Loans loans, int connections, Duration patience) {
    this.loans = loans;
    this.patience = patience;
    int writing = Math.max(1, connections / 3);
    writers = threads("botflow-store-writer", writing, LARGEST_BATCH);
    others = threads("botflow-store", connections - writing, 1);
    writers.start();
    others.start();
  }

  private TaskThreads threads(String name, int count, int largestBatch) {
    return new TaskThreads(name, count, largestBatch, this::carry, () -> {}, patience);
  }

  @Override
  public <T> T write(String order, Work<T> work) {
    return writers.run(new Task<>(order, work, true));
  }

  @Override
  public <T> T writeClaim(String order, Work<T> work) {
    return writers.run(new Task<>(order, work, false));
  }

  @Override
  public <T> T writeAlone(Work<T> work) {
    return others.run(new Task<>(work, false));
  }

  @Override
  public <T> T writeApart(Work<T> work) {
    return others.run(new Task<>(work, true));
  }

  @Override
  public <T> T read(Work<T> work) {
    return others.run(new Task<>(work, false));
  }

  /** How many tasks wait for a writer. */
  int queued() {
    return writers.queued();
  }

  @Override
  public void close() {
    writers.close();
    others.close();
  }

  private void carry(List<Task<?>> tasks) {
    List<Task<?>> inOrder = tasks.stream().sorted(Comparator.comparing(Task::order)).toList();
    carryUntil(System.nanoTime() + patience.toNanos(), inOrder);
  }

  private void carryUntil(long deadline, List<Task<?>> tasks) {
    while (true) {
      try {
        transact(tasks, deadline);
        tasks.forEach(Task::committed);
        return;
      } catch (InDoubtException e) {
        log.warn("Whether {} changes were made is not known: {}", tasks.size(), e.toString());
        tasks.forEach(task -> task.failed(e));
        return;
      } catch (Throwable e) {
        Mishap mishap = Mishap.of(e);
        if (tasks.size() > 1 && mishap.concernsSome()) {
          log.debug("A transaction of {} changes is done again one by one", tasks.size(), e);
          tasks.forEach(task -> carryUntil(deadline, List.of(task)));
          return;
        }
        if (!mishap.passes() || System.nanoTime() - deadline >= 0) {
          log.debug("A transaction of {} changes failed", tasks.size(), e);
          tasks.forEach(task -> task.failed(e));
          return;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      }
    }
  }

  private void transact(List<Task<?>> tasks, long deadline) throws Throwable {
    try (Loan loan = loans.take(tasks.stream().anyMatch(Task::toDisk))) {
      if (System.nanoTime() - deadline >= 0) {
        throw new SQLException("it took too long to get a connection, and nobody waits any more");
      }
      for (Task<?> task : tasks) {
        Optional<Throwable> failure = task.run(loan.session());
        if (failure.isPresent()) {
          throw failure.get();
        }
      }
      commit(loan);
    }
  }

  private static void commit(Loan loan) throws SQLException {
    try {
      loan.commit();
    } catch (SQLException e) {
      throw Mishap.of(e) == Mishap.CONFLICT ? e : new InDoubtException(e);
    }
  }

  /** The connection broke during the commit. */
  private static final class InDoubtException extends SQLException {
    private static final long serialVersionUID = 1L;

    InDoubtException(SQLException cause) {
      super("the commit's outcome is not known: " + cause.getMessage(), cause.getSQLState(), cause);
    }
  }
}
