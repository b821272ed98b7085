// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Answers;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a bot says after its turn goes the whole way to the customer's telephone. */
class LaterAnswerTest {
  private final SearchBot bot = new SearchBot();
  @AutoClose private final TestRoute route = TestRoute.builder().bot(bot).start();
  private final TelegramCustomer ivan = route.ivan();

  /** Says that it is looking, and leaves the rest to the test. */
  private static final class SearchBot implements Bot {
    private final BlockingQueue<Answers> answers = new LinkedBlockingQueue<>();

    @Override
    public BotDescription describe() {
      return BotDescription.of("search", "Search", "1", "uk", Intent.of("call-operator"));
    }

    @Override
    public Reply answer(Turn turn) {
      answers.add(turn.answers());
      return Reply.later(new Text("Шукаю…"));
    }
  }

  @Test
  void theCustomerReadsItInOrderAndReachesTheOperator() throws InterruptedException {
    ivan.sendText("Де моя посилка?");
    Answers answers = bot.answers.poll(TestRoute.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    for (Reply reply :
        List.of(
            Reply.awaitMore(new Text("Ще шукаю…")),
            Reply.handOver("call-operator", "Support", new Text("Кличу оператора.")))) {
      assertInstanceOf(AnswerResult.Delivered.class, answers.send(reply));
    }

    route.genesys.agent("Olena").onQueue("Support").awaitConversation(TestRoute.PATIENCE);
    ivan.awaitMessage(message -> message.text().equals("Кличу оператора."), TestRoute.PATIENCE);
    assertEquals(List.of("Шукаю…", "Ще шукаю…", "Кличу оператора."), TestRoute.onPhone(ivan));
  }
}
