// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.MalformedRequestException;
import java.time.Duration;

/** Answers one utterance: reads it, finds the bot, asks it, writes the reply. */
final class TurnHandler implements WebHandler {
  private final Protocol protocol;
  private final ServedBots bots;
  private final Turns turns;
  private final ReplyLinks links;
  private final Witness witness;

  TurnHandler(Protocol protocol, ServedBots bots, Turns turns, ReplyLinks links, Witness witness) {
    this.protocol = protocol;
    this.bots = bots;
    this.turns = turns;
    this.links = links;
    this.witness = witness;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    long arrived = System.nanoTime();
    Utterance utterance;
    try {
      utterance = protocol.read(request.body());
    } catch (MalformedRequestException e) {
      return refuse(request, Failure.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
    ServedBot served = bots.find(utterance).orElse(null);
    if (served == null) {
      return refuse(request, Failure.UNKNOWN_BOT, "no such bot is served here");
    }
    BotVersion version = served.version(utterance.botVersion()).orElse(null);
    if (version == null) {
      return refuse(
          request,
          Failure.UNKNOWN_VERSION,
          "the bot " + served.description().id() + " has no such version");
    }
    Answer answer = turns.answer(served, version, utterance);
    try {
      return written(request, utterance, answer, arrived);
    } catch (RuntimeException e) {
      witness.broken(request, utterance, e);
      return written(
          request,
          utterance,
          Answer.failed(Failure.INTERNAL, "the reply could not be written"),
          arrived);
    }
  }

  private WebResponse written(
      WebRequest request, Utterance utterance, Answer answer, long arrived) {
    ReplyMessages messages = new ReplyMessages(protocol.carrier(), links);
    String json = protocol.write(answer, messages.of(answer.messages()));
    witness.lost(request, utterance, messages.losses());
    witness.answered(request, utterance, answer, Duration.ofNanos(System.nanoTime() - arrived));
    return WebResponse.json(200, json);
  }

  private WebResponse refuse(WebRequest request, Failure failure, String message) {
    WebResponse response = protocol.refuse(failure.status(), ErrorInfo.of(failure.code(), message));
    witness.refused(request, response.status(), failure.code() + ": " + message);
    return response;
  }
}
