// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.Turn;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A bot of the contract's examples that answers as a test says, and remembers its turns. */
final class ScriptedBot implements Bot {
  static final String ID = "11095674-46cc-4a87-b0bb-385b317ad000";

  static final BotDescription SHOP =
      new BotDescription(
          ID,
          "Cookie Shop",
          "BotFlow",
          "Sells cookies",
          List.of(
              new BotVersion(
                  "Delta",
                  List.of("en-US", "es"),
                  List.of(
                      Intent.of(
                          "OrderCookie",
                          Slot.of("ProductName", Slot.Type.STRING),
                          Slot.of("Size", Slot.Type.INTEGER),
                          Slot.of("Weight", Slot.Type.DECIMAL),
                          Slot.of("ConsumeBefore", Slot.Type.DURATION),
                          Slot.of("Diet", Slot.Type.BOOLEAN),
                          Slot.of("CurrentPrice", Slot.Type.CURRENCY),
                          Slot.of("ExpiryDate", Slot.Type.DATETIME),
                          new Slot("Ingredients", Slot.Type.STRING, true),
                          new Slot("previousPrices", Slot.Type.CURRENCY, true)),
                      Intent.of("Escalate"))),
              new BotVersion("Epsilon", List.of("uk-ua"), List.of(Intent.of("Done")))));

  final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
  private final BotDescription description;
  private final Function<Turn, Reply> script;

  ScriptedBot(BotDescription description, Function<Turn, Reply> script) {
    this.description = description;
    this.script = script;
  }

  static ScriptedBot answering(Function<Turn, Reply> script) {
    return new ScriptedBot(SHOP, script);
  }

  static ScriptedBot answering(Reply reply) {
    return answering(turn -> reply);
  }

  @Override
  public BotDescription describe() {
    return description;
  }

  @Override
  public Reply answer(Turn turn) {
    turns.add(turn);
    return script.apply(turn);
  }
}
