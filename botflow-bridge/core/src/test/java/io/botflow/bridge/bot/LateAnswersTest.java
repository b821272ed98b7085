// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.v2.OutgoingMessage;
import io.botflow.genesys.botconnector.v2.OutgoingRefusal;
import io.botflow.genesys.botconnector.v2.OutgoingResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LateAnswersTest {
  private static final Duration SOON = Duration.ofMillis(50);
  private static final int PATIENCE_SECONDS = 20;

  private final Outbox outbox = new Outbox();
  private final CountDownLatch done = new CountDownLatch(1);

  private Caller caller(WhenLate rule, ScriptedBot bot) {
    return Caller.with(
        Caller.settings().turnBudget(SOON).whenLate(rule).v1RepeatWindow(Duration.ZERO).build(),
        builder -> builder.outgoing(outbox),
        bot);
  }

  private Caller patient(ScriptedBot bot) {
    return Caller.with(
        Caller.settings().v1RepeatWindow(Duration.ZERO).build(),
        builder -> builder.outgoing(outbox),
        bot);
  }

  @Test
  void aLateBotOfVersion2SaysItsReplyAfterTheInterimText() throws Exception {
    ScriptedBot bot = slow(Reply.complete("OrderCookie", new Text("Here it is.")));
    try (Caller genesys = caller(WhenLate.say("One moment."), bot)) {
      JsonNode interim = genesys.v2(utterance("s-1", "m-1", "cookie"));
      assertEquals("MoreData", interim.path("botState").asText());
      assertEquals("One moment.", interim.at("/replyMessages/0/text").asText());
      assertEquals(0, outbox.sent.size());
      done.countDown();
      OutgoingMessage late = outbox.sent.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertEquals(BotState.COMPLETE, late.botState());
      assertEquals("OrderCookie", late.intent());
      assertEquals("Here it is.", late.replyMessages().get(0).text());
      assertEquals(ScriptedBot.ID, late.botId());
      assertEquals("Delta", late.botVersion());
      assertEquals("s-1", late.botSessionId());
      assertEquals("en-us", late.languageCode());
    }
  }

  @Test
  void aLateBotOfVersion1SaysItsReplyBeforeTheNextAnswer() throws Exception {
    BlockingQueue<AnswerResult> kept = new LinkedBlockingQueue<>();
    ScriptedBot bot =
        ScriptedBot.answering(
            turn -> {
              if (turn.text().equals("first")) {
                await(done);
              }
              return Reply.awaitMore(new Text("answer to " + turn.text()));
            });
    // Long enough for the second turn on a busy machine.
    BotConnectorSettings settings =
        Caller.settings()
            .turnBudget(Duration.ofSeconds(2))
            .whenLate(WhenLate.say("One moment."))
            .build();
    try (Caller genesys = Caller.with(settings, builder -> builder, bot)) {
      JsonNode interim = genesys.v1(utterance("s-1", "m-1", "first"));
      assertEquals("One moment.", interim.at("/replymessages/0/text").asText());
      Answers answers = bot.turns.remove().answers();
      done.countDown();
      // One behind the other: when this is kept, the late reply may be before or after it.
      kept.add(answers.say(new Text("by the way")));
      assertEquals(new AnswerResult.Kept(), kept.take());
      List<String> said = new ArrayList<>();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      for (int turn = 0; said.size() < 2 && System.nanoTime() < deadline; turn++) {
        LockSupport.parkNanos(1_000_000);
        JsonNode answer = genesys.v1(utterance("s-1", "m", "turn " + turn));
        answer.path("replymessages").forEach(reply -> said.add(reply.path("text").asText()));
        said.removeIf(text -> text.startsWith("answer to turn"));
      }
      assertEquals(Set.of("answer to first", "by the way"), Set.copyOf(said));
    }
  }

  @Test
  void whatIsSaidAfterATurnWaitsForTheTurnsOwnAnswer() throws Exception {
    ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    CountDownLatch sending = new CountDownLatch(1);
    BlockingQueue<Integer> sentWhenAnswered = new LinkedBlockingQueue<>();
    ScriptedBot bot =
        ScriptedBot.answering(
            turn -> {
              elsewhere.execute(
                  () -> {
                    sending.countDown();
                    turn.answers().say(new Text("second"));
                  });
              await(sending);
              sentWhenAnswered.add(outbox.sent.size());
              return Reply.later(new Text("first"));
            });
    try (Caller genesys = patient(bot)) {
      JsonNode first = genesys.v2(utterance("s-1", "m-1", "find it"));
      assertEquals("first", first.at("/replyMessages/0/text").asText());
      OutgoingMessage second = outbox.sent.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertEquals("second", second.replyMessages().get(0).text());
      assertEquals(0, sentWhenAnswered.remove());
    } finally {
      elsewhere.shutdownNow();
    }
  }

  @Test
  void aBotThatSpeaksBesideItsOwnReplyIsToldNotTo() {
    ScriptedBot bot =
        ScriptedBot.answering(
            turn -> {
              turn.answers().say(new Text("too early"));
              return Reply.awaitMore();
            });
    try (Caller genesys = patient(bot)) {
      assertEquals(
          "BotException",
          genesys.v2(utterance("s-1", "m-1", "hi")).at("/errorInfo/errorCode").asText());
    }
    assertEquals(0, outbox.sent.size());
  }

  @Test
  void insteadOfALateBotAnOperatorGoesOnAndTheBotIsCancelled() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(2);
    CountDownLatch told = new CountDownLatch(2);
    ScriptedBot bot =
        ScriptedBot.answering(
            turn -> {
              turn.cancellation().onCancel(told::countDown);
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                cancelled.countDown();
              }
              return Reply.awaitMore(new Text("nobody reads this"));
            });
    try (Caller genesys = caller(WhenLate.handOver("Escalate", "Support", "Sorry."), bot)) {
      for (JsonNode answer : List.of(genesys.v1(), genesys.v2())) {
        assertEquals("Complete", answer.path("botState").asText());
        assertEquals("Escalate", answer.path("intent").asText());
        assertEquals("Support", answer.at("/parameters/group").asText());
      }
      assertTrue(cancelled.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertTrue(told.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertTrue(bot.turns.remove().cancellation().isCancelled());
    }
    assertEquals(0, outbox.sent.size());
  }

  @Test
  void aBotThatSaysLaterAnswersInItsOwnTime() {
    Turn turn = turnOf(Reply.later(new Text("I am looking.")), "/replyMessages/0/text");
    assertEquals(new AnswerResult.Delivered("m-1"), turn.answers().say(new Text("Still looking.")));
    assertInstanceOf(
        AnswerResult.Delivered.class,
        turn.answers().send(Reply.complete("OrderCookie", new Text("Found."))));
    assertEquals(BotState.MORE_DATA, outbox.sent.remove().botState());
    assertEquals(BotState.COMPLETE, outbox.sent.remove().botState());

    AnswerResult afterTheEnd = turn.answers().say(new Text("One more thing"));
    assertEquals(AnswerResult.Reason.SESSION_CLOSED, ((AnswerResult.Refused) afterTheEnd).reason());
    assertEquals(0, outbox.sent.size());
  }

  @Test
  void anAnswerThatBreaksARuleIsRefusedAndNotSent() {
    Turn turn = turnOf(Reply.later(new Text("Wait.")), "/replyMessages/0/text");
    AnswerResult result = turn.answers().send(Reply.complete("NotDeclared"));
    assertEquals(AnswerResult.Reason.ILLEGAL_REPLY, ((AnswerResult.Refused) result).reason());
    assertEquals(0, outbox.sent.size());
    Answers answers = turn.answers();
    Reply later = Reply.later();
    assertThrows(IllegalArgumentException.class, () -> answers.send(later));
  }

  @ParameterizedTest
  @EnumSource(OutgoingRefusal.class)
  void eachRefusalOfGenesysCloudIsTold(OutgoingRefusal refusal) {
    Turn turn = turnOf(Reply.later(new Text("Wait.")), "/replyMessages/0/text");
    outbox.script = message -> new OutgoingResult.Refused(refusal, "no", null);
    AnswerResult.Refused told = (AnswerResult.Refused) turn.answers().say(new Text("x"));
    assertEquals(refusal.code(), told.detail());
    outbox.script = message -> new OutgoingResult.Sent("m", java.util.Map.of());
    assertInstanceOf(AnswerResult.Delivered.class, turn.answers().say(new Text("x")));
  }

  @Test
  void withoutAConnectionToGenesysCloudThereIsNoWayOut() {
    ScriptedBot bot = ScriptedBot.answering(Reply.later(new Text("Wait.")));
    try (Caller genesys = Caller.of(bot)) {
      genesys.v2();
      AnswerResult.Refused told =
          (AnswerResult.Refused) bot.turns.remove().answers().say(new Text("x"));
      assertEquals(AnswerResult.Reason.NO_WAY_OUT, told.reason());
    }
  }

  @Test
  void inVersion1ALaterCompletionEndsTheDialogueWithTheNextMessageAndTheBotIsNotAsked() {
    ScriptedBot bot = ScriptedBot.answering(Reply.later(new Text("Wait.")));
    try (Caller genesys = patient(bot)) {
      genesys.v1(utterance("s-1", "m-1", "find it"));
      Answers answers = bot.turns.remove().answers();
      assertEquals(new AnswerResult.Kept(), answers.say(new Text("Nearly.")));
      assertEquals(
          new AnswerResult.Kept(), answers.send(Reply.complete("OrderCookie", new Text("Found."))));

      JsonNode next = genesys.v1(utterance("s-1", "m-2", "hello?"));
      assertEquals("Complete", next.path("botState").asText());
      assertEquals("OrderCookie", next.path("intent").asText());
      assertEquals("Nearly.", next.at("/replymessages/0/text").asText());
      assertEquals("Found.", next.at("/replymessages/1/text").asText());
      assertEquals(0, bot.turns.size());
    }
  }

  @Test
  void inVersion1NothingIsKeptForASessionThatIsOver() {
    ScriptedBot bot =
        ScriptedBot.answering(
            turn -> turn.text().equals("bye") ? Reply.complete("OrderCookie") : Reply.awaitMore());
    try (Caller genesys = patient(bot)) {
      genesys.v1(utterance("s-1", "m-1", "hi"));
      Answers answers = bot.turns.remove().answers();
      genesys.v1(utterance("s-1", "m-2", "bye"));
      AnswerResult.Refused told = (AnswerResult.Refused) answers.say(new Text("late"));
      assertEquals(AnswerResult.Reason.SESSION_CLOSED, told.reason());
    }
  }

  /** Plays one turn of version 2 and gives it. */
  private Turn turnOf(Reply reply, String interim) {
    ScriptedBot bot = ScriptedBot.answering(reply);
    try (Caller genesys = patient(bot)) {
      JsonNode answer = genesys.v2(utterance("s-1", "m-1", "find it"));
      assertEquals("MoreData", answer.path("botState").asText());
      assertTrue(answer.at(interim).isTextual());
      return bot.turns.remove();
    }
  }

  private ScriptedBot slow(Reply reply) {
    Function<Turn, Reply> script =
        turn -> {
          await(done);
          return reply;
        };
    return ScriptedBot.answering(script);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String utterance(String session, String message, String text) {
    return """
        {"botId":"%s","botVersion":"Delta","botSessionId":"%s","messageId":"%s",
         "inputMessage":{"type":"Text","text":"%s"},"languageCode":"en-US",
         "botSessionTimeout":60,"genesysConversationId":"c-1"}"""
        .formatted(ScriptedBot.ID, session, message, text);
  }
}
