// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.turn;

import io.botflow.connector.bot.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signal of one turn, which is given once at most. Safe for concurrent use. */
public final class CancelSignal implements Cancellation {
  private static final Logger log = LoggerFactory.getLogger(CancelSignal.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> actions = new ArrayList<>();
  private volatile boolean cancelled;

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void onCancel(Runnable action) {
    lock.lock();
    try {
      if (!cancelled) {
        actions.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    start(List.of(action));
  }

  /** Gives the signal; what is to be done then is done on a thread of its own. */
  public void cancel() {
    List<Runnable> due;
    lock.lock();
    try {
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    } finally {
      lock.unlock();
    }
    if (!due.isEmpty()) {
      start(due);
    }
  }

  private static void start(List<Runnable> due) {
    Thread thread = new Thread(() -> due.forEach(CancelSignal::run), "botflow-cancel");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      log.warn("what a bot wanted done on cancellation failed", Wordless.of(e));
    }
  }
}
