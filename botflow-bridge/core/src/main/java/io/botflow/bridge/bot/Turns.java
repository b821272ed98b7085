// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.turn.CancelSignal;
import io.botflow.bridge.internal.turn.Question;
import io.botflow.bridge.internal.turn.TurnEnd;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.store.StoreUnavailableException;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks bots under a time budget; whatever they do, there is an {@link Answer} within it. */
final class Turns {
  private static final Logger log = LoggerFactory.getLogger(Turns.class);
  // A bot that hangs would hold its thread for ever.
  private static final Duration LONGEST_LATE = Duration.ofMinutes(10);

  private final Executor executor;
  private final WhenLate whenLate;
  private final Set<Question> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Turns(Executor executor, WhenLate whenLate) {
    this.executor = executor;
    this.whenLate = whenLate;
  }

  /**
   * Asks the bot.
   *
   * @param nanos how long it may take
   * @throws StoreUnavailableException if the bot could not do without the store
   */
  Answer answer(
      ServedBot served,
      BotVersion version,
      Turn turn,
      TurnEnd end,
      CancelSignal signal,
      long nanos) {
    if (closed) {
      return Answer.failed(Failure.BOT_BUSY, "the endpoint is closed");
    }
    Question question =
        new Question(
            served.bot(),
            turn,
            end,
            signal,
            whenLate instanceof WhenLate.Say ? outcome -> late(turn, outcome) : null);
    underWay.add(question);
    try {
      question.putBy(executor);
      Optional<Question.Outcome> outcome = question.await(nanos);
      if (outcome.isEmpty()) {
        return overdue(version, question);
      }
      underWay.remove(question);
      return answer(version, turn, outcome.get());
    } catch (RejectedExecutionException e) {
      underWay.remove(question);
      return Answer.failed(Failure.BOT_BUSY, "too many turns are under way");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abandon(question);
      return Answer.failed(Failure.INTERNAL, "the endpoint is stopping");
    }
  }

  /** The endpoint stops: no turn is taken, and nobody waits for one any more. */
  void close() {
    closed = true;
    underWay.forEach(this::abandon);
  }

  private Answer answer(BotVersion version, Turn turn, Question.Outcome outcome) {
    if (outcome.thrown() == null) {
      return new ReplyRules(version).answer(outcome.reply());
    }
    if (outcome.thrown() instanceof StoreUnavailableException away) {
      throw away;
    }
    return thrown(turn, outcome.thrown());
  }

  private Answer overdue(BotVersion version, Question question) {
    if (whenLate instanceof WhenLate.Say say) {
      CompletableFuture.delayedExecutor(LONGEST_LATE.toSeconds(), TimeUnit.SECONDS)
          .execute(() -> abandon(question));
      return Answer.awaiting(List.of(new Text(say.text())));
    }
    abandon(question);
    if (whenLate instanceof WhenLate.HandOver handOver) {
      String text = handOver.text();
      Text[] messages = text == null ? new Text[0] : new Text[] {new Text(text)};
      return new ReplyRules(version)
          .answer(Reply.handOver(handOver.intent(), handOver.group(), messages));
    }
    return Answer.failed(Failure.BOT_TIMEOUT, "the bot did not answer in time");
  }

  private void abandon(Question question) {
    if (underWay.remove(question)) {
      question.abandon();
    }
  }

  /** The bot was done after its time, and the customer has read that it would be. */
  private void late(Turn turn, Question.Outcome outcome) {
    Reply reply = outcome.reply();
    if (reply instanceof Reply.Later later) {
      if (!later.messages().isEmpty()) {
        send(turn, new Reply.AwaitMore(later.messages()));
      }
    } else if (outcome.thrown() != null) {
      thrown(turn, outcome.thrown());
      send(turn, Reply.fail(Failure.BOT_EXCEPTION.code(), "the bot threw, late"));
    } else if (reply == null) {
      send(turn, Reply.fail(Failure.NULL_REPLY.code(), "the bot returned null, late"));
    } else {
      send(turn, reply);
    }
  }

  private static void send(Turn turn, Reply reply) {
    try {
      AnswerResult result = turn.answers().send(reply);
      if (!(result instanceof AnswerResult.Delivered || result instanceof AnswerResult.Kept)) {
        log.warn("a late reply in {} did not reach the customer: {}", turn, result);
      }
    } catch (RuntimeException e) {
      log.error("a late reply in {} was not delivered", turn, Wordless.of(e));
    }
  }

  private static Answer thrown(Turn turn, Throwable cause) {
    String type = cause.getClass().getName();
    log.error("bot {} threw {} in {}", turn.botId(), type, turn, Wordless.of(cause));
    return Answer.failed(Failure.BOT_EXCEPTION, "the bot threw " + type);
  }
}
