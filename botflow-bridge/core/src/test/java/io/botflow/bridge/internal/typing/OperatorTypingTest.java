// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.Route;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OperatorTypingTest {
  private final Bell bell = new Bell(Duration.ofSeconds(4));
  private final Route route = new Route(bell, Integration.of("i", "a-secret-of-20-chars"));
  private final HandTimer timer = new HandTimer();
  private final OperatorTyping typing = new OperatorTyping(timer, Runnable::run);

  @Test
  void theSignIsRepeatedUntilTheMessageComes() {
    typing.started(route, "42", 60_000L);
    timer.next();
    timer.next();
    assertEquals(3, bell.rung);
    typing.stopped(route.peer("42"));
    timer.next();
    assertEquals(3, bell.rung);
    assertEquals(0, timer.tasks.size());
  }

  @Test
  void oneTimerRunsForACustomerHoweverOftenTheSignIsRenewed() {
    typing.started(route, "42", 60_000L);
    typing.started(route, "42", 60_000L);
    assertEquals(1, bell.rung);
    assertEquals(1, timer.tasks.size());
  }

  @Test
  void whoTypesOnAfterAMessageIsShownAtOnce() {
    typing.started(route, "42", 60_000L);
    typing.stopped(route.peer("42"));
    typing.started(route, "42", 60_000L);
    assertEquals(2, bell.rung);
    assertEquals(1, timer.tasks.size());
  }

  @Test
  void theSignEndsByItself() {
    typing.started(route, "42", 1L);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    // On a slow machine it is over before it was shown.
    if (!timer.tasks.isEmpty()) {
      timer.next();
    }
    assertEquals(0, timer.tasks.size());
  }

  @Test
  void aMessengerWithoutTheSignIsLeftAlone() {
    Bell mute = new Bell(null);
    typing.started(new Route(mute, route.integration()), "42", null);
    assertEquals(0, mute.rung);
  }

  @Test
  void closingEndsIt() {
    OperatorTyping closed =
        new OperatorTyping(
            timer,
            task -> {
              throw new RejectedExecutionException("closed");
            });
    closed.started(route, "42", null);
    assertEquals(0, timer.tasks.size());
  }

  /** Runs what is due when the test says so. */
  private static final class HandTimer extends ScheduledThreadPoolExecutor {
    final Queue<Runnable> tasks = new ArrayDeque<>();

    HandTimer() {
      super(0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      assertEquals(4_000, unit.toMillis(delay));
      tasks.add(task);
      return super.schedule((Callable<Void>) () -> null, 1, TimeUnit.DAYS);
    }

    void next() {
      tasks.remove().run();
    }
  }
}
