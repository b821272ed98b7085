// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.bot.BotConnectorSettingsBuilder;
import io.botflow.bridge.bot.WhenLate;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.message.Text;
import io.botflow.testkit.genesys.BotConnectorApiSettings;
import io.botflow.testkit.genesys.MessageFlow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bot of version 2 speaks between its turns, and the flow goes on by what it says. */
class DigitalAnswersTest {
  private static final String ID = "parcel-bot";

  private static OperatorBot later() {
    return new OperatorBot(
        ID,
        turn ->
            turn.text().equals("where is it?")
                ? Reply.later(new Text("I am looking."))
                : Reply.awaitMore(new Text("echo " + turn.text())));
  }

  @Test
  void anAnswerThatFollowsReachesTheCustomerAndACompletionCallsTheGroup() {
    OperatorBot bot = later();
    try (DialogueRoute route = new DialogueRoute(bot).digital(ID)) {
      route.say("where is it?");
      Answers answers = bot.turn().answers();
      AnswerResult found = answers.say(new Text("It is lost."));
      assertNotNull(assertInstanceOf(AnswerResult.Delivered.class, found).messageId());
      route.say("oh no");
      route.awaitLine("echo oh no");
      AnswerResult over =
          answers.send(
              Reply.handOver(OperatorBot.CALL_OPERATOR, "Claims", new Text("One moment.")));
      assertInstanceOf(AnswerResult.Delivered.class, over);
      route.awaitInQueue("Claims");
      assertEquals("intent call-operator", route.flowNote());
      assertEquals(
          List.of(
              "- where is it?",
              "I am looking.",
              "It is lost.",
              "- oh no",
              "echo oh no",
              "One moment."),
          route.lines());
      assertClosed(answers.say(new Text("one more thing")));
      assertClosed(bot.turn().answers().say(new Text("from the other turn")));
    }
  }

  @Test
  void aFailureThatFollowsTakesTheFailurePath() {
    OperatorBot bot = later();
    try (DialogueRoute route = new DialogueRoute(bot).digital(ID)) {
      route.say("where is it?");
      AnswerResult failed = bot.turn().answers().send(Reply.fail("Down", "the search is down"));
      assertInstanceOf(AnswerResult.Delivered.class, failed);
      route.awaitInQueue("Fallback");
      assertEquals(
          "failure ServiceProviderErrorResponse: the bot failed Down the search is down",
          route.flowNote());
    }
  }

  @Test
  void aBotThatIsLateIsHeardAfterTheInterimText() {
    CountDownLatch looking = new CountDownLatch(1);
    OperatorBot bot =
        new OperatorBot(
            ID,
            turn -> {
              await(looking);
              return Reply.complete(OperatorBot.DONE, new Text("It is at the post office."));
            });
    BotConnectorSettingsBuilder settings =
        BotConnectorSettings.builder()
            .turnBudget(Duration.ofMillis(200))
            .whenLate(WhenLate.say("One moment."));
    try (DialogueRoute route =
        new DialogueRoute(BotConnectorApiSettings.defaults(), settings, bot).digital(ID)) {
      route.say("where is it?");
      route.awaitLine("One moment.");
      looking.countDown();
      route.awaitEnd();
      assertEquals(
          List.of("- where is it?", "One moment.", "It is at the post office."), route.lines());
    }
  }

  @Test
  void theOrderOfWhatOneBotSaysIsKeptWhileTheCustomerGoesOn() {
    OperatorBot bot = later();
    try (DialogueRoute route = new DialogueRoute(bot).digital(ID)) {
      route.say("where is it?");
      Answers answers = bot.turn().answers();
      List<String> progress = IntStream.rangeClosed(1, 20).mapToObj(n -> n + " of 20").toList();
      Thread reporting =
          new Thread(() -> progress.forEach(line -> answers.say(new Text(line))), "progress");
      reporting.start();
      List<String> echoes = new ArrayList<>();
      for (int n = 1; n <= 5; n++) {
        route.say("call " + n);
        echoes.add("echo call " + n);
      }
      route.awaitLine("20 of 20");
      echoes.forEach(route::awaitLine);
      assertEquals(progress, route.lines().stream().filter(progress::contains).toList());
      assertEquals(echoes, route.lines().stream().filter(echoes::contains).toList());
    }
  }

  @Test
  void aCustomerWhoDoesNotGoOnClosesTheSession() {
    OperatorBot bot = later();
    try (DialogueRoute route = new DialogueRoute(bot)) {
      route.publish(
          MessageFlow.callDigitalBotConnector(route.digital, ID, "1")
              .followUpTimeout(Duration.ofMillis(100)));
      route.say("where is it?");
      route.awaitInQueue("Fallback");
      assertClosed(bot.turn().answers().say(new Text("found it")));
    }
  }

  private static void assertClosed(AnswerResult result) {
    assertEquals(
        AnswerResult.Reason.SESSION_CLOSED,
        assertInstanceOf(AnswerResult.Refused.class, result).reason());
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
