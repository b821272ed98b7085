// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.dialogue;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A bot that answers as the test says and keeps its turns. */
final class OperatorBot implements Bot {
  static final String DONE = "done";
  static final String CALL_OPERATOR = "call-operator";

  private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
  private final String id;
  private final Function<Turn, Reply> script;

  OperatorBot(String id, Function<Turn, Reply> script) {
    this.id = id;
    this.script = script;
  }

  /** A bot that says again what it is told. */
  static OperatorBot echo(String id) {
    return new OperatorBot(id, turn -> Reply.awaitMore(new Text("echo " + turn.text())));
  }

  @Override
  public BotDescription describe() {
    List<Intent> intents =
        List.of(Intent.of(DONE, Slot.of("parcel", Slot.Type.STRING)), Intent.of(CALL_OPERATOR));
    return new BotDescription(
        id,
        "The bot " + id,
        "BotFlow",
        "Calls an operator",
        List.of(
            new BotVersion("1", List.of("en-us"), intents),
            new BotVersion("2", List.of("en-us"), intents)));
  }

  @Override
  public Reply answer(Turn turn) {
    turns.add(turn);
    return script.apply(turn);
  }

  /** The next turn that the bot was given. */
  Turn turn() {
    try {
      Turn turn = turns.poll(DialogueRoute.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (turn == null) {
        throw new AssertionError("the bot was not asked");
      }
      return turn;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** How many turns nobody has looked at. */
  int untaken() {
    return turns.size();
  }
}
