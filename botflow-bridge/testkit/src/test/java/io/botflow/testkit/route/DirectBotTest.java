// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.Attribute;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Text;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.ParticipantPurpose;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A channel that has not moved yet: the bridge asks the bot, Genesys Cloud gets what it hands over.
 */
class DirectBotTest {
  private final CounterBot bot = new CounterBot();
  @AutoClose private final TestRoute route = TestRoute.builder().directBot(bot).start();
  private final TelegramCustomer ivan = route.ivan();

  @Test
  void whatTheBotSettlesGenesysCloudNeverSees() {
    say("Добрий день!", "1: Добрий день!");
    say("ще", "2: ще");
    say("дякую", "бувай");
    say("знову", "1: знову");

    assertEquals(List.of(), route.genesys.conversations());
    assertTrue(bot.turns.get(0).first());
    assertEquals(bot.turns.get(0).sessionId(), bot.turns.get(2).sessionId());
    assertNotEquals(bot.turns.get(0).sessionId(), bot.turns.get(3).sessionId());
  }

  @Test
  void aPressedButtonReachesTheBotWithItsPayload() {
    ivan.sendText("меню");
    ivan.pressButton(
        ivan.awaitMessage(message -> message.text().contains("Оберіть"), TestRoute.PATIENCE),
        "Ціни");

    Until.holds("the press", () -> bot.turns.size() == 2);
    assertEquals("prices", Objects.requireNonNull(bot.turns.get(1).selection()).payload());
  }

  @Test
  void anOperatorGetsTheWholeTalkAndTheCustomerComesBackToTheBotAfterwards() {
    say("Добрий день!", "1: Добрий день!");
    say("оператор", "Зачекайте");
    AgentConversation desk = accept();

    MessageRecord first = desk.awaitMessage(MessageRecord::fromCustomer, TestRoute.PATIENCE);
    assertEquals(
        """
        питає про ціни
        👤 Добрий день!
        🤖 1: Добрий день!
        👤 оператор
        🤖 Зачекайте""",
        first.text());
    ivan.sendText("Ви тут?");
    desk.awaitMessage(message -> message.says("Ви тут?"), TestRoute.PATIENCE);
    desk.sendText("Так!");
    ivan.awaitMessage(message -> message.text().equals("Так!"), TestRoute.PATIENCE);
    assertEquals(2, bot.turns.size());

    desk.disconnect();
    route.clock.advance(Duration.ofMinutes(1));
    say("знову я", "1: знову я");
    assertTrue(bot.turns.get(2).first());
  }

  @Test
  void theGroupReachesTheFlow() {
    ivan.sendText("оператор");
    accept();

    assertEquals("Support", attribute("group"));
  }

  @Test
  void aBotThatThrowsIsFollowedByAnOperator() {
    ivan.sendText("зламайся");
    AgentConversation desk = accept();

    desk.awaitMessage(message -> message.says("👤 зламайся"), TestRoute.PATIENCE);
    assertEquals("BotException", attribute("botError"));
  }

  @Test
  void aHandOverThatIsRefusedForGoodLeavesTheCustomerWithTheBot() {
    route.genesys.faults().nextInbound(400, 1);
    say("оператор", "Зачекайте");
    route.heard.awaitFinished(EntryKind.INBOUND, EntryState.DEAD);

    say("ще", "1: ще");
  }

  @Test
  void whileGenesysCloudIsAwayTheBotIsNotAskedAgainForTheSameMessage() {
    route.genesys.faults().nextInbound(503, 3);
    ivan.sendText("оператор");
    accept();

    assertEquals(1, bot.turns.size());
  }

  @Test
  void aBotSpeaksAndHandsOverAfterItsTurn() {
    say("пошукай", "шукаю");
    Answers answers = Objects.requireNonNull(bot.answers.get());

    assertTrue(
        answers.send(Reply.awaitMore(new Text("знайшов"))) instanceof AnswerResult.Delivered);
    ivan.awaitMessage(message -> message.text().equals("знайшов"), TestRoute.PATIENCE);
    answers.send(Reply.handOver("operator", "Support", new Text("далі оператор")));
    ivan.awaitMessage(message -> message.text().equals("далі оператор"), TestRoute.PATIENCE);

    String talk = "👤 пошукай\n🤖 шукаю\n🤖 знайшов\n🤖 далі оператор";
    accept().awaitMessage(message -> message.says(talk), TestRoute.PATIENCE);
    assertEquals(
        AnswerResult.Refused.of(AnswerResult.Reason.SESSION_CLOSED),
        answers.send(Reply.awaitMore(new Text("запізно"))));
    route.heard.awaitFinished(EntryKind.HAND_OVER, EntryState.DELIVERED);
  }

  private void say(String text, String answer) {
    ivan.sendText(text);
    ivan.awaitMessage(message -> message.text().equals(answer), TestRoute.PATIENCE);
  }

  private String attribute(String name) {
    return String.valueOf(
        route
            .conversation(ivan)
            .participants(ParticipantPurpose.CUSTOMER)
            .get(0)
            .attributes()
            .get(name));
  }

  private AgentConversation accept() {
    return route
        .genesys
        .agent("Olena")
        .onQueue("Support")
        .awaitConversation(TestRoute.PATIENCE)
        .accept();
  }

  /** Counts what it hears in a session. */
  private static final class CounterBot implements Bot {
    private static final Attribute<Long> COUNT = Attribute.number("count");

    final List<Turn> turns = new CopyOnWriteArrayList<>();
    final AtomicReference<Answers> answers = new AtomicReference<>();

    @Override
    public BotDescription describe() {
      return new BotDescription(
          "counter",
          "Counter",
          "Example",
          "Counts",
          List.of(
              new BotVersion(
                  "1", List.of("uk-ua"), List.of(Intent.of("done"), Intent.of("operator")))));
    }

    @Override
    public Reply answer(Turn turn) {
      turns.add(turn);
      return switch (turn.text()) {
        case "дякую" -> Reply.complete("done", new Text("бувай"));
        case "оператор" ->
            new Reply.HandOver(
                List.of(new Text("Зачекайте")),
                "operator",
                "Support",
                null,
                List.of(),
                "питає про ціни");
        case "зламайся" -> throw new IllegalStateException("a bot's own bug");
        case "меню" ->
            Reply.awaitMore(new Choices("Оберіть", List.of(Choice.of("Ціни", "prices"))));
        case "пошукай" -> {
          answers.set(turn.answers());
          yield Reply.later(new Text("шукаю"));
        }
        default ->
            Reply.awaitMore(
                new Text(
                    turn.session().update(COUNT, known -> known.orElse(0L) + 1)
                        + ": "
                        + turn.text()));
      };
    }
  }
}
