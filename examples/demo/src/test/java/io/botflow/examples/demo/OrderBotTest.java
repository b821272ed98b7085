// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.connector.bot.Bot;
import io.botflow.examples.order.OrderBot;
import io.botflow.testkit.bot.BotContract;
import io.botflow.testkit.bot.Dialogue;
import io.botflow.testkit.bot.Utterance;
import java.util.List;

/** The bot of the examples keeps the contract of bots. */
class OrderBotTest extends BotContract {
  @Override
  protected Bot bot() {
    return new OrderBot();
  }

  @Override
  protected List<Dialogue> dialogues() {
    return List.of(
        Dialogue.saying("Добрий день!", "Де моє замовлення 10457?", "дякую"),
        Dialogue.saying("Is 10458 there?", "", "I want an operator", "thank you"),
        Dialogue.saying("hello").then(Utterance.press("operator", "operator")));
  }
}
