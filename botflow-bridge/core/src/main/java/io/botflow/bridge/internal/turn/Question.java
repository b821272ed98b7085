// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.turn;

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
public final class Question {
  private final Bot bot;
  private final Turn turn;
  private final TurnEnd end;
  private final CancelSignal signal;
  @Nullable private final Consumer<Outcome> late;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final AtomicBoolean settled = new AtomicBoolean();
  private final FutureTask<?> task = new FutureTask<>(this::ask, null);
  private volatile boolean abandoned;

  /**
   * What the bot did: it replied, or it threw.
   *
   * @param reply its reply; null also when it returned none
   * @param thrown what it threw, or null
   */
  public record Outcome(@Nullable Reply reply, @Nullable Throwable thrown) {}

  /**
   * Makes a question; nothing is asked yet.
   *
   * @param bot who is asked
   * @param turn what is asked
   * @param end the end of the turn
   * @param signal by which the bot is told that nobody waits
   * @param late who takes an outcome that nobody waits for any more; null to drop it
   */
  public Question(
      Bot bot, Turn turn, TurnEnd end, CancelSignal signal, @Nullable Consumer<Outcome> late) {
    this.bot = bot;
    this.turn = turn;
    this.end = end;
    this.signal = signal;
    this.late = late;
  }

  /**
   * Puts the question.
   *
   * @param executor what runs the bot
   * @throws java.util.concurrent.RejectedExecutionException if the executor takes no more
   */
  public void putBy(Executor executor) {
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

  /**
   * Waits for the outcome; what comes too late goes to whoever takes late ones.
   *
   * @param nanos how long to wait
   * @return the outcome if it came in time
   * @throws InterruptedException if the thread is interrupted
   */
  public Optional<Outcome> await(long nanos) throws InterruptedException {
    try {
      return Optional.of(outcome.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return settled.compareAndSet(false, true) ? Optional.empty() : Optional.of(outcome.join());
    } catch (ExecutionException e) {
      throw new IllegalStateException("an outcome never fails", e);
    }
  }

  /** Nobody wants the outcome any more: the bot is told, and its thread is interrupted. */
  public void abandon() {
    abandoned = true;
    settled.set(true);
    task.cancel(true);
    signal.cancel();
  }
}
