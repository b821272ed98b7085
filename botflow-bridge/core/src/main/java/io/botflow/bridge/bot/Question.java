// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.annotation.Nullable;

/**
 * A turn put to a bot. Its outcome goes to whoever waits, or, once nobody does any more, to whoever
 * takes late ones, if anybody does: to one of them and never to both.
 */
final class Question {
  private final Bot bot;
  private final Turn turn;
  private final TurnEnd end;
  private final CancelSignal signal;
  @Nullable private final Consumer<Outcome> late;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final AtomicBoolean settled = new AtomicBoolean();
  private final FutureTask<?> task = new FutureTask<>(this::ask, null);
  private volatile boolean abandoned;

  /** What the bot did: it replied, or it threw. */
  record Outcome(@Nullable Reply reply, @Nullable Throwable thrown) {}

  /** Without {@code late}, an outcome that nobody waits for any more is dropped. */
  Question(Bot bot, Turn turn, TurnEnd end, CancelSignal signal, @Nullable Consumer<Outcome> late) {
    this.bot = bot;
    this.turn = turn;
    this.end = end;
    this.signal = signal;
    this.late = late;
  }

  /**
   * Puts the question.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the executor takes no more
   */
  void putBy(Executor executor) {
    executor.execute(task);
  }

  private void ask() {
    Outcome came;
    end.asks(Thread.currentThread());
    try {
      came = new Outcome(bot.answer(turn), null);
    } catch (Throwable e) {
      // Whatever a bot throws is an outcome of its turn and nothing else.
      came = new Outcome(null, e);
    } finally {
      end.asks(null);
    }
    if (settled.compareAndSet(false, true)) {
      outcome.complete(came);
    } else if (!abandoned && late != null) {
      late.accept(came);
    }
  }

  /** The outcome if it comes in time; if not, it goes to whoever takes late ones. */
  Optional<Outcome> await(long nanos) throws InterruptedException {
    try {
      return Optional.of(outcome.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return settled.compareAndSet(false, true) ? Optional.empty() : Optional.of(outcome.join());
    } catch (ExecutionException e) {
      throw new IllegalStateException("an outcome never fails", e);
    }
  }

  /** Nobody wants the outcome any more: the bot is told, and its thread is interrupted. */
  void abandon() {
    abandoned = true;
    settled.set(true);
    task.cancel(true);
    signal.cancel();
  }
}
