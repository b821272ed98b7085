// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.store.Link;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Text;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The bot offers quick replies, and the customer presses one. */
class QuickReplyTest {
  private static final String QUESTION = "Як доставити?";

  @AutoClose private final TestRoute route = TestRoute.builder().bot(new DeliveryBot()).start();
  private final TelegramCustomer ivan = route.ivan();

  /** Asks how to deliver, and repeats what was chosen. */
  private static final class DeliveryBot implements Bot {
    @Override
    public BotDescription describe() {
      return BotDescription.of("delivery", "Delivery", "1", "uk", Intent.of("done"));
    }

    @Override
    public Reply answer(Turn turn) {
      return turn.selection() == null && !turn.text().equals("Пошта")
          ? Reply.awaitMore(
              new Choices(
                  QUESTION, List.of(Choice.of("Кур'єр", "courier"), Choice.of("Пошта", "post"))))
          : Reply.awaitMore(
              new Text(
                  turn.selection() == null
                      ? "Написано: " + turn.text()
                      : "Обрано: " + turn.selection().payload()));
    }
  }

  @Test
  void quickRepliesBecomeButtonsAndAPressAnswersTheirMessage() {
    route.integration.richMedia(true, false);
    ivan.sendText("Замовлення");
    TelegramMessage offer = awaitQuestion();
    assertEquals(List.of("Кур'єр", "Пошта"), offer.buttons());

    // The simulator takes a press only under the id of a message that it sent to this customer,
    // and so far that is the offer alone.
    route.awaitIdle();
    assertEquals(List.of(offers().get(0).id()), genesysIds(offer));
    String press = ivan.pressButton(offer, "Пошта");

    ivan.awaitMessage(message -> message.text().equals("Обрано: post"), TestRoute.PATIENCE);
    List<MessageRecord> said =
        route.conversation(ivan).messages().stream().filter(MessageRecord::fromCustomer).toList();
    assertEquals(List.of("Замовлення", "Пошта"), said.stream().map(MessageRecord::text).toList());
    String pressed = Objects.requireNonNull(said.get(1).structured());
    assertTrue(pressed.contains("\"QuickReply\"") && pressed.contains("\"post\""), pressed);
    Until.holds("the button stops spinning", () -> ivan.callbackAnswer(press).isPresent());
  }

  @Test
  void aTypedLabelAnswersTheOfferAsAPressDoes() {
    route.integration.richMedia(true, false);
    ivan.sendText("Замовлення");
    awaitQuestion();
    route.awaitIdle();

    ivan.sendText("пошта");

    ivan.awaitMessage(message -> message.text().equals("Обрано: post"), TestRoute.PATIENCE);
    List<MessageRecord> said =
        route.conversation(ivan).messages().stream().filter(MessageRecord::fromCustomer).toList();
    assertTrue(String.valueOf(said.get(1).structured()).contains("\"post\""));
  }

  /** A label that is too long for Telegram's buttons makes the offer a numbered text. */
  @Test
  void aTypedNumberAnswersANumberedOffer() throws IOException {
    String label = "Кур'єром до дверей ".repeat(4).strip();
    try (TestRoute direct = TestRoute.builder().directBot(new NumberBot(label)).start()) {
      TelegramCustomer oksana = direct.oksana();
      oksana.sendText("Замовлення");
      oksana.awaitMessage(
          message -> message.text().equals(QUESTION + "\n1. Пошта\n2. " + label),
          TestRoute.PATIENCE);
      direct.awaitIdle();

      oksana.sendText("2");

      oksana.awaitMessage(message -> message.text().equals("Обрано: courier"), TestRoute.PATIENCE);
    }
  }

  /** Offers what no button of Telegram's takes. */
  private record NumberBot(String label) implements Bot {
    @Override
    public BotDescription describe() {
      return BotDescription.of("delivery", "Delivery", "1", "uk", Intent.of("done"));
    }

    @Override
    public Reply answer(Turn turn) {
      return turn.selection() == null
          ? Reply.awaitMore(
              new Choices(
                  QUESTION, List.of(Choice.of("Пошта", "post"), Choice.of(label, "courier"))))
          : Reply.awaitMore(new Text("Обрано: " + turn.selection().payload()));
    }
  }

  @Test
  void anOlderOfferCanStillBePressed() {
    route.integration.richMedia(true, false);
    ivan.sendText("Замовлення");
    TelegramMessage older = awaitQuestion();
    ivan.sendText("Ще раз");
    Until.holds("two offers", () -> ivan.messages().size() == 2);
    route.awaitIdle();
    assertEquals(List.of(offers().get(0).id()), genesysIds(older));

    ivan.pressButton(older, "Кур'єр");

    ivan.awaitMessage(message -> message.text().equals("Обрано: courier"), TestRoute.PATIENCE);
  }

  @Test
  void aPressThatGenesysCloudCannotTakeNowIsRepeated() {
    List<TrafficEvent.Kind> kinds = new CopyOnWriteArrayList<>();
    route.genesys.onTraffic(hop -> kinds.add(hop.kind()));
    route.integration.richMedia(true, false);
    ivan.sendText("Замовлення");
    TelegramMessage offer = awaitQuestion();
    route.awaitIdle();
    route.genesys.faults().nextInbound(503, 3);

    ivan.pressButton(offer, "Пошта");

    ivan.awaitMessage(message -> message.text().equals("Обрано: post"), TestRoute.PATIENCE);
    assertEquals(3, route.heard.all(BridgeEvent.Postponed.class).size());
    assertEquals(
        1, kinds.stream().filter(TrafficEvent.Kind.INBOUND_STRUCTURED_RESPONSE::equals).count());
  }

  @Test
  void withoutRichMediaTheQuestionIsATextAndTheAnswerIsTyped() {
    ivan.sendText("Замовлення");
    assertEquals(List.of(), awaitQuestion().buttons());

    ivan.sendText("Пошта");

    ivan.awaitMessage(message -> message.text().equals("Написано: Пошта"), TestRoute.PATIENCE);
  }

  /** What the bot said, as Genesys Cloud recorded it. */
  private List<MessageRecord> offers() {
    return route.conversation(ivan).messages().stream().filter(m -> !m.fromCustomer()).toList();
  }

  /** To which messages of Genesys Cloud a press under this message is an answer. */
  private List<String> genesysIds(TelegramMessage message) {
    return route
        .store
        .linksByMessengerId(
            route.integration.id(), Long.toString(ivan.id()), Long.toString(message.id()))
        .stream()
        .map(Link::genesysId)
        .toList();
  }

  private TelegramMessage awaitQuestion() {
    return ivan.awaitMessage(m -> m.text().contains(QUESTION), TestRoute.PATIENCE);
  }
}
