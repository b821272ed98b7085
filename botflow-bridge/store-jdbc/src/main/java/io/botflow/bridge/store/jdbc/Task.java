// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;

/** Work on its way through a writer: one thread waits for what the writer's thread does. */
final class Task<T> {
  private final String order;
  private final Work<T> work;
  private final boolean toDisk;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  // What the work itself came to, held back until it is committed; the writer's alone.
  @Nullable private T result;
  @Nullable private Throwable failure;

  /** Makes a task; {@code toDisk} says whether its commit has to reach the disk. */
  Task(Work<T> work, boolean toDisk) {
    this("", work, toDisk);
  }

  /** Makes a task that names its place among those with which it shares a transaction. */
  Task(String order, Work<T> work, boolean toDisk) {
    this.order = order;
    this.work = work;
    this.toDisk = toDisk;
  }

  /** The smaller comes first. */
  String order() {
    return order;
  }

  boolean toDisk() {
    return toDisk;
  }

  /** Called before the task is run: false when nobody waits for it any more. */
  boolean begin() {
    return begun.compareAndSet(false, true);
  }

  /** Does the work; a failure means that it has to be undone. Then it may be done again. */
  Optional<Throwable> run(Session session) {
    failure = null;
    try {
      result = work.run(session);
    } catch (Throwable e) {
      failure = e;
    }
    return Optional.ofNullable(failure);
  }

  /** Called when the transaction that carried the task has been committed. */
  void committed() {
    if (failure == null) {
      outcome.complete(result);
    } else {
      outcome.completeExceptionally(failure);
    }
  }

  /** Called when the transaction that carried the task has failed as a whole. */
  void failed(Throwable cause) {
    outcome.completeExceptionally(
        failure != null ? failure : new SQLException(cause.getMessage(), cause));
  }

  /** Waits for the outcome, even when interrupted: a change half known is worse than a late one. */
  T await(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return outcome.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          throw late(patience, e);
        } catch (ExecutionException e) {
          throw unchecked(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private StoreUnavailableException late(Duration patience, TimeoutException cause) {
    String fate =
        begin() ? "nothing was changed" : "whether the change will be made after all is not known";
    return new StoreUnavailableException(
        "The store was not done after " + patience.toMillis() + " ms; " + fate, cause);
  }

  private static RuntimeException unchecked(ExecutionException e) {
    Throwable failure = e.getCause();
    if (failure instanceof RuntimeException bug) {
      return bug;
    }
    return Unavailable.because(failure == null ? e : failure);
  }
}
