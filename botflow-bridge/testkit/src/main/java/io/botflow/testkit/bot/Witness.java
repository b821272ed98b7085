// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.bot;

import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;

/** A bot between the endpoint and the bot under test, which notes what that one does. */
final class Witness implements Bot {
  private final Bot bot;
  private final Map<String, List<Seen>> seen = new ConcurrentHashMap<>();

  Witness(Bot bot) {
    this.bot = bot;
  }

  /** What the bot did in one turn. Safe for concurrent use. */
  static final class Seen {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch followed = new CountDownLatch(1);
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    @Nullable private volatile Reply reply;
    @Nullable private volatile Throwable thrown;

    @Nullable
    Reply reply() {
      return reply;
    }

    @Nullable
    Throwable thrown() {
      return thrown;
    }

    /** Whether the bot's method came to its end within a time. */
    boolean endsWithin(Duration time) throws InterruptedException {
      return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether something was said after the turn within a time. */
    boolean isFollowedWithin(Duration time) throws InterruptedException {
      return followed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isFollowed() {
      return followed.getCount() == 0;
    }

    /** Why what was said after the turn is not legal. */
    List<String> refusals() {
      return List.copyOf(refusals);
    }

    private AnswerResult follow(Answers answers, Reply later) {
      try {
        AnswerResult result = answers.send(later);
        if (result instanceof AnswerResult.Refused refused
            && refused.reason() == AnswerResult.Reason.ILLEGAL_REPLY) {
          refusals.add(refused.detail());
        }
        return result;
      } catch (RuntimeException e) {
        refusals.add(e.toString());
        throw e;
      } finally {
        followed.countDown();
      }
    }
  }

  @Override
  public BotDescription describe() {
    return bot.describe();
  }

  @Override
  public Reply answer(Turn turn) {
    Seen now = new Seen();
    seen.computeIfAbsent(turn.conversationId(), id -> new CopyOnWriteArrayList<>()).add(now);
    try {
      Reply reply = bot.answer(watched(turn, now));
      now.reply = reply;
      return reply;
    } catch (Throwable e) {
      now.thrown = e;
      throw e;
    } finally {
      now.ended.countDown();
    }
  }

  private static Turn watched(Turn turn, Seen now) {
    return Turn.builder(turn.conversationId(), turn.sessionId())
        .bot(turn.botId(), turn.botVersion())
        .text(turn.text())
        .selection(turn.selection())
        .media(turn.media())
        .language(turn.language())
        .variables(turn.variables())
        .first(turn.first())
        .deadline(turn.deadline())
        .session(turn.session())
        .cancellation(turn.cancellation())
        .answers(later -> now.follow(turn.answers(), later))
        .build();
  }

  /** The turns of a conversation in which the bot was asked, in order. */
  List<Seen> of(Conversation conversation) {
    return List.copyOf(seen.getOrDefault(conversation.id(), List.of()));
  }
}
