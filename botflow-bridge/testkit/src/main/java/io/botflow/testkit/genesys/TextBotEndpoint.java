// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** Turns that a client gives to a classic bot without a flow. */
final class TextBotEndpoint {
  private static final Permission EXECUTE = Permission.any("textbots:session:execute");
  private static final List<String> CHANNELS = List.of("Call", "Callback", "Messaging", "Webchat");
  private static final int LEAST_MINUTES = 11;
  private static final int DEFAULT_MINUTES = 4320;

  private final BotListEndpoint lists;
  private final TimedHttp http;
  private final Workers workers;
  private final Traffic traffic;
  private final BotConnectorApiSettings settings;

  TextBotEndpoint(
      BotListEndpoint lists,
      TimedHttp http,
      Workers workers,
      Traffic traffic,
      BotConnectorApiSettings settings) {
    this.lists = lists;
    this.http = http;
    this.workers = workers;
    this.traffic = traffic;
    this.settings = settings;
  }

  void register(Routes routes) {
    routes.add("POST", "/api/v2/textbots/bots/execute", EXECUTE, this::execute);
  }

  private WebResponse execute(ApiCall call) {
    JsonView body = call.body();
    String integrationId = body.nonEmpty("integrationId");
    String botId = body.nonEmpty("botId");
    String sessionId = body.nonEmpty("botSessionId");
    BotInput input = input(body.object("postTextMessage"));
    for (String channel : body.optionalTexts("botChannels")) {
      if (!CHANNELS.contains(channel)) {
        throw InvalidBodyException.notAllowed(channel, "BotChannel", CHANNELS);
      }
    }
    JsonView own = body.optionalObject("genesysBotConnector");
    Map<String, String> parameters = own == null ? Map.of() : own.texts("queryParameters");
    BotConnector connector = lists.find(integrationId).orElseThrow(ApiError::notFound);
    RegisteredBot bot =
        connector.bots().stream()
            .filter(candidate -> candidate.id().equals(botId))
            .findFirst()
            .orElseThrow(ApiError::notFound);
    RegisteredBot.Version version = version(bot, body.optionalText("botAlias"));
    BotCaller caller = caller(connector, bot, version, body);
    // There is no conversation; the bot is told one that is the same for the whole session.
    String conversationId = Ids.named("text bot conversation", sessionId);
    ObjectNode answer =
        answer(caller, version, new BotTurn(conversationId, sessionId, input, parameters));
    String correlationId = body.optionalText("botCorrelationId");
    if (correlationId != null) {
      answer.put("botCorrelationId", correlationId);
    }
    return Answers.ok(answer);
  }

  private BotCaller caller(
      BotConnector connector, RegisteredBot bot, RegisteredBot.Version version, JsonView body) {
    long minutes =
        body.has("botSessionTimeoutMinutes")
            ? body.number("botSessionTimeoutMinutes", LEAST_MINUTES, Integer.MAX_VALUE)
            : DEFAULT_MINUTES;
    MessageFlow.Builder turn =
        MessageFlow.callBotConnector(connector, bot.id(), version.name())
            .responseTimeout(settings.responseTimeout())
            .sessionTimeout(Duration.ofMinutes(minutes));
    String language = body.optionalText("languageCode");
    if (language != null) {
      turn.language(language);
    }
    return new BotConnectorCaller(
        connector,
        turn,
        bot,
        version,
        new BotHttp(http, traffic, connector.label(), connector.credentials()),
        workers);
  }

  /** The one that is asked for, or the one registered last. */
  private static RegisteredBot.Version version(RegisteredBot bot, @Nullable String alias) {
    return bot.versions().values().stream()
        .filter(version -> alias == null || version.name().equals(alias))
        .reduce((earlier, later) -> later)
        .orElseThrow(ApiError::notFound);
  }

  private static BotInput input(JsonView message) {
    if (message
        .oneOf("type", "PostTextMessageType", List.of("Text", "Structured"))
        .equals("Text")) {
      return new BotInput(message.text("text"), null);
    }
    List<JsonView> content = message.objects("content", 1);
    if (content.isEmpty()) {
      throw InvalidBodyException.of("postTextMessage.content should have one item");
    }
    content.get(0).oneOf("contentType", "ContentType", List.of("ButtonResponse"));
    JsonView button = content.get(0).object("buttonResponse");
    String text = message.optionalText("text");
    return new BotInput(text == null ? button.text("text") : text, button.node());
  }

  private static ObjectNode answer(BotCaller caller, RegisteredBot.Version version, BotTurn turn) {
    try {
      BotAnswer answer = caller.call(turn);
      boolean unknown =
          answer.state() == BotAnswer.State.COMPLETE
              && !version.intents().containsKey(String.valueOf(answer.intent()));
      return unknown ? Json.object().put("botState", "Failed") : answer(answer);
    } catch (BotFailure failure) {
      return Json.object().put("botState", "Failed");
    }
  }

  private static ObjectNode answer(BotAnswer answer) {
    ObjectNode body = Json.object();
    body.put(
        "botState",
        switch (answer.state()) {
          case COMPLETE -> "Complete";
          case FAILED -> "Failed";
          case MORE_DATA -> "MoreData";
        });
    ArrayNode messages = body.putArray("replyMessages");
    for (BotReply reply : answer.replies()) {
      ObjectNode message = messages.addObject();
      message.put("type", reply.structured() == null ? "Text" : "Structured");
      if (reply.text() != null) {
        message.put("text", reply.text());
      }
      if (reply.structured() != null) {
        message.set("content", reply.structured());
      }
    }
    if (answer.intent() != null) {
      body.put("intentName", answer.intent());
    }
    answer.values().forEach(body.putObject("slots")::put);
    body.set("genesysBotConnector", answer.raw());
    return body;
  }
}
