// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks bots under a time budget; whatever they do, there is an {@link Answer} within it. */
final class Turns {
  private static final Logger log = LoggerFactory.getLogger(Turns.class);

  private final Executor executor;
  private final Clock clock;
  private final Duration budget;

  Turns(Executor executor, Clock clock, Duration budget) {
    this.executor = executor;
    this.clock = clock;
    this.budget = budget;
  }

  Answer answer(ServedBot served, BotVersion version, Utterance utterance) {
    Turn turn = turn(served, version, utterance);
    Bot bot = served.bot();
    FutureTask<Reply> asked = new FutureTask<>(() -> bot.answer(turn));
    try {
      executor.execute(asked);
      Reply reply = asked.get(budget.toNanos(), TimeUnit.NANOSECONDS);
      return new ReplyRules(version).answer(reply);
    } catch (ExecutionException e) {
      return thrown(turn, e);
    } catch (TimeoutException e) {
      return Answer.failed(Failure.BOT_TIMEOUT, "no answer within " + budget.toMillis() + " ms");
    } catch (RejectedExecutionException e) {
      return Answer.failed(Failure.BOT_BUSY, "too many turns are under way");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.failed(Failure.INTERNAL, "the endpoint is stopping");
    } finally {
      asked.cancel(true);
    }
  }

  private Turn turn(ServedBot served, BotVersion version, Utterance utterance) {
    String language = utterance.language();
    return new Turn(
        utterance.conversationId(),
        utterance.sessionId(),
        served.description().id(),
        version.version(),
        utterance.text(),
        utterance.selection(),
        List.of(),
        language == null ? version.languages().get(0) : language,
        utterance.variables(),
        clock.instant().plus(budget));
  }

  private static Answer thrown(Turn turn, ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String type = cause.getClass().getName();
    log.error("bot {} threw {} in {}", turn.botId(), type, turn, Wordless.of(cause));
    return Answer.failed(Failure.BOT_EXCEPTION, "the bot threw " + type);
  }
}
