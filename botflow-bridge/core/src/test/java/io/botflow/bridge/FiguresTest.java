// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.store.Backlog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger counted = new AtomicInteger();

  /** Counts, which takes a second. */
  private Figures.Count slowly() {
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    return count();
  }

  private Figures.Count count() {
    Backlog backlog = new Backlog("target", 1, 1, Duration.ZERO);
    return new Figures.Count(List.of(backlog), counted.incrementAndGet());
  }

  @Test
  void aSlowCountIsKeptForTenSecondsAndAFastOneIsMadeAnew() {
    Figures slow = new Figures(this::slowly, Runnable::run, nanos::get);
    assertEquals(1, slow.latest().deadLetters());
    nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    assertEquals(1, slow.latest().deadLetters());
    nanos.addAndGet(1);
    assertEquals(2, slow.latest().deadLetters());

    Figures fast = new Figures(this::count, Runnable::run, nanos::get);
    assertEquals(3, fast.latest().deadLetters());
    assertEquals(4, fast.latest().deadLetters());
  }

  @Test
  void whileOneCountsTheOthersGetWhatIsKnown() {
    Queue<Runnable> begun = new ArrayDeque<>();
    Figures figures = new Figures(this::count, begun::add, nanos::get);

    assertEquals(List.of(), figures.latest().backlog(), "it waits for a moment only");
    assertEquals(0, figures.latest().deadLetters());
    assertEquals(1, begun.size(), "one counts");
    begun.remove().run();
    Figures.Count known = figures.latest();
    assertEquals(1, known.deadLetters());
    assertEquals(1, known.backlog().size());
  }

  @Test
  void whenCountingFailsTheLastCountStays() {
    Figures figures =
        new Figures(
            () -> {
              if (counted.get() > 0) {
                throw new IllegalStateException("the statement took too long");
              }
              return slowly();
            },
            Runnable::run,
            nanos::get);
    assertEquals(1, figures.latest().deadLetters());
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());

    assertEquals(1, figures.latest().deadLetters());
  }

  @Test
  void aClosedExecutorLeavesTheLastCount() {
    Figures figures =
        new Figures(
            this::count,
            task -> {
              throw new RejectedExecutionException("closed");
            },
            nanos::get);

    assertEquals(0, figures.latest().deadLetters());
    assertEquals(0, figures.latest().deadLetters());
  }
}
