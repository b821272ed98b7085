// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.message.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Version 1 has no way between turns: what a bot says then waits for the customer. */
class ClassicAnswersTest {
  private static final String ID = "parcel-bot";

  private static OperatorBot later() {
    return new OperatorBot(
        ID,
        turn ->
            turn.first()
                ? Reply.later(new Text("I am looking."))
                : Reply.awaitMore(new Text("echo " + turn.text())));
  }

  @Test
  void whatFollowsIsReadBeforeTheNextAnswerInItsOrder() {
    OperatorBot bot = later();
    try (DialogueRoute route = new DialogueRoute(bot).classic(ID)) {
      route.say("where is it?");
      route.awaitLine("I am looking.");
      Answers answers = bot.turn().answers();
      assertEquals(new AnswerResult.Kept(), answers.say(new Text("one")));
      assertEquals(new AnswerResult.Kept(), answers.say(new Text("two")));
      assertEquals(List.of("- where is it?", "I am looking."), route.lines());
      route.say("well?");
      route.awaitLine("echo well?");
      assertEquals(
          List.of("- where is it?", "I am looking.", "- well?", "one", "two", "echo well?"),
          route.lines());
      route.say("and?");
      route.awaitLine("echo and?");
      assertEquals(List.of("- and?", "echo and?"), route.lines().subList(6, 8), "once only");
    }
  }

  @Test
  void aCompletionThatFollowsCallsTheGroupWhenTheCustomerWrites() {
    OperatorBot bot = later();
    try (DialogueRoute route = new DialogueRoute(bot).classic(ID)) {
      route.say("where is it?");
      route.awaitLine("I am looking.");
      Answers answers = bot.turn().answers();
      assertEquals(new AnswerResult.Kept(), answers.say(new Text("It is lost.")));
      Reply claims = Reply.handOver(OperatorBot.CALL_OPERATOR, "Claims", new Text("One moment."));
      assertEquals(new AnswerResult.Kept(), answers.send(claims));
      assertEquals(
          AnswerResult.Reason.SESSION_CLOSED,
          assertInstanceOf(AnswerResult.Refused.class, answers.say(new Text("x"))).reason());
      route.say("well?");
      route.awaitInQueue("Claims");
      assertEquals(
          List.of("- where is it?", "I am looking.", "- well?", "It is lost.", "One moment."),
          route.lines());
      assertEquals(0, bot.untaken(), "the customer's message fetched what was kept, and no more");
    }
  }
}
