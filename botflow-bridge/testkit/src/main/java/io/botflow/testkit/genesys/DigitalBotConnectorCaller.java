// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.io.IOException;
import java.net.http.HttpTimeoutException;

/** Calls a bot in the form of the digital connector (v2), repeating a call that got 5xx. */
final class DigitalBotConnectorCaller implements BotCaller {
  private final DigitalBotConnector connector;
  private final MessageFlow.Builder flow;
  private final RegisteredBot bot;
  private final RegisteredBot.Version version;
  private final BotHttp http;
  private final Workers workers;

  DigitalBotConnectorCaller(
      DigitalBotConnector connector,
      MessageFlow.Builder flow,
      RegisteredBot bot,
      RegisteredBot.Version version,
      BotHttp http,
      Workers workers) {
    this.connector = connector;
    this.flow = flow;
    this.bot = bot;
    this.version = version;
    this.http = http;
    this.workers = workers;
  }

  @Override
  public String botName() {
    return bot.name();
  }

  /** Not documented for v2. */
  @Override
  public String followUpErrorType() {
    return BotFailure.TIMEOUT;
  }

  @Override
  public String failedErrorType() {
    return BotFailure.ERROR_RESPONSE;
  }

  @Override
  public String unknownIntentErrorType() {
    return BotFailure.INVALID_RESPONSE;
  }

  @Override
  public BotAnswer call(BotTurn turn) {
    if (!connector.active()) {
      throw new BotFailure(BotFailure.ERROR_RESPONSE, "the integration is not active");
    }
    byte[] body = Json.bytes(body(turn));
    for (int attempt = 0; ; attempt++) {
      TimedHttp.Answer answer = post(turn, body);
      if (answer.status() == 200) {
        return read(answer.body());
      }
      if (answer.status() < 500
          || attempt >= flow.retries
          || !workers.pause(flow.retryDelay.multipliedBy(1L << attempt))) {
        throw new BotFailure(BotFailure.ERROR_RESPONSE, "the bot answered " + answer.status());
      }
    }
  }

  private TimedHttp.Answer post(BotTurn turn, byte[] body) {
    try {
      return http.post(
          connector.resource("/messages"), body, turn.conversationId(), flow.responseTimeout);
    } catch (HttpTimeoutException e) {
      throw new BotFailure(BotFailure.TIMEOUT, "no answer within " + flow.responseTimeout);
    } catch (IOException e) {
      throw new BotFailure(
          BotFailure.ERROR_RESPONSE, e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private BotAnswer read(byte[] body) {
    try {
      return BotAnswers.digital(version, connector.fileAttachments(), flow.eitherReplySpelling)
          .read(body);
    } catch (InvalidBodyException e) {
      throw new BotFailure(BotFailure.INVALID_RESPONSE, e.reason());
    }
  }

  private ObjectNode body(BotTurn turn) {
    ObjectNode body = Json.object();
    body.put("botId", bot.id());
    body.put("botVersion", flow.version);
    body.put("botSessionId", turn.sessionId());
    body.put("messageId", Ids.uuid());
    body.set("inputMessage", turn.input().inputMessage());
    body.put("languageCode", flow.language);
    body.put("botSessionTimeout", flow.sessionTimeout.toMinutes());
    body.put("genesysConversationId", turn.conversationId());
    if (!turn.variables().isEmpty()) {
      turn.variables().forEach(body.putObject("parameters")::put);
    }
    return body;
  }
}
