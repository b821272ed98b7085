// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.io.IOException;
import java.net.URI;

/** Calls a bot in the form of the classic connector (v1): anything but a good 200 is a failure. */
final class BotConnectorCaller implements BotCaller {
  private final BotConnector connector;
  private final MessageFlow.Builder flow;
  private final RegisteredBot bot;
  private final BotAnswers answers;
  private final BotHttp http;
  private final Workers workers;

  BotConnectorCaller(
      BotConnector connector,
      MessageFlow.Builder flow,
      RegisteredBot bot,
      RegisteredBot.Version version,
      BotHttp http,
      Workers workers) {
    this.connector = connector;
    this.flow = flow;
    this.bot = bot;
    this.answers = BotAnswers.classic(version, flow.eitherReplySpelling);
    this.http = http;
    this.workers = workers;
  }

  @Override
  public String botName() {
    return bot.name();
  }

  @Override
  public String followUpErrorType() {
    return BotFailure.NO_INPUT;
  }

  @Override
  public String failedErrorType() {
    return BotFailure.INTERNAL;
  }

  @Override
  public String unknownIntentErrorType() {
    return BotFailure.INTERNAL;
  }

  @Override
  public BotAnswer call(BotTurn turn) {
    URI uri = connector.utteranceUri();
    if (uri == null) {
      throw new BotFailure(BotFailure.INTERNAL, "the connector has no utterance URI");
    }
    byte[] body = Json.bytes(body(turn));
    for (int attempt = 0; ; attempt++) {
      TimedHttp.Answer answer;
      try {
        answer = http.post(uri, body, turn.conversationId(), flow.responseTimeout);
      } catch (IOException e) {
        throw new BotFailure(
            BotFailure.INTERNAL, e.getClass().getSimpleName() + " " + e.getMessage());
      }
      if (answer.status() == 200) {
        return read(answer.body());
      }
      if (answer.status() < 500
          || attempt >= flow.retries
          || !workers.pause(flow.retryDelay.multipliedBy(1L << attempt))) {
        throw new BotFailure(BotFailure.INTERNAL, "the bot answered " + answer.status());
      }
    }
  }

  private BotAnswer read(byte[] body) {
    try {
      return answers.read(body);
    } catch (InvalidBodyException e) {
      throw new BotFailure(BotFailure.INTERNAL, e.reason());
    }
  }

  private ObjectNode body(BotTurn turn) {
    ObjectNode body = Json.object();
    // Captures of real traffic carry the bot's name here, and its id in chatBot only.
    body.put("botId", bot.name());
    body.put("botVersion", flow.version);
    body.put("botSessionId", turn.sessionId());
    body.set("inputMessage", turn.input().inputMessage());
    body.put("languageCode", flow.language);
    body.put("botSessionTimeout", flow.sessionTimeout.toMinutes());
    body.putObject("chatBot").put("id", bot.id()).put("name", bot.name());
    body.put("genesysConversationId", turn.conversationId());
    if (!turn.variables().isEmpty()) {
      turn.variables().forEach(body.putObject("parameters")::put);
    }
    return body;
  }
}
