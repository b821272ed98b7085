// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.turn;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.annotation.Nullable;

/**
 * Holds what is said after a turn back until the turn itself is answered, or Genesys Cloud would
 * read the two in the wrong order. Safe for concurrent use.
 */
public final class TurnEnd {
  // The host still has to write the bytes of the answer.
  private static final long WRITING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile long answeredAt;
  @Nullable private volatile Thread asked;

  /** The thread on which the bot thinks of its reply, which must not wait for it; null after. */
  void asks(@Nullable Thread thread) {
    asked = thread;
  }

  /** The turn's answer is on its way. */
  public void reached() {
    answeredAt = System.nanoTime();
    answered.countDown();
  }

  /**
   * Waits for the turn's answer.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if the bot is still to give it
   */
  public void await() throws InterruptedException {
    if (answered.getCount() > 0 && Thread.currentThread() == asked) {
      throw new IllegalStateException(
          "the turn is not answered yet: reply with what there is to say, and say the rest after");
    }
    answered.await();
    for (long left = left(); left > 0; left = left()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private long left() {
    return answeredAt + WRITING_NANOS - System.nanoTime();
  }
}
