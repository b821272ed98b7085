// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bot list of digital bot connectors, which is read only: their providers have it. */
final class DigitalBotListEndpoint {
  private static final Permission VIEW = Permission.all("integration:botconnector:view");

  private final Map<String, DigitalBotConnector> connectors = new ConcurrentHashMap<>();
  private final TimedHttp http;
  private final Traffic traffic;
  private final BotConnectorApiSettings settings;

  DigitalBotListEndpoint(TimedHttp http, Traffic traffic, BotConnectorApiSettings settings) {
    this.http = http;
    this.traffic = traffic;
    this.settings = settings;
  }

  void add(DigitalBotConnector connector) {
    connectors.put(connector.id(), connector);
  }

  void register(Routes routes) {
    String path = "/api/v2/integrations/botconnectors/{integrationId}/bots";
    routes
        .add("GET", path, VIEW, call -> Answers.page(call, bots(call)))
        .add("GET", path + "/summaries", VIEW, call -> Answers.page(call, summaries(call)))
        .add("GET", path + "/{botId}", VIEW, call -> Answers.ok(bot(call)));
  }

  private List<ObjectNode> bots(ApiCall call) {
    DigitalBotConnector connector = connector(call);
    if (settings.listsReadLive()) {
      try {
        source(connector).list();
      } catch (BotSource.NotAvailableException e) {
        throw notAvailable(e);
      }
    }
    return connector.pulled();
  }

  private List<ObjectNode> summaries(ApiCall call) {
    String integrationId = call.path("integrationId");
    List<ObjectNode> summaries = new ArrayList<>();
    for (ObjectNode bot : bots(call)) {
      ObjectNode summary = Json.object();
      for (String field : List.of("id", "name", "description")) {
        summary.set(field, bot.get(field));
      }
      summary.put("botCompositeTag", integrationId + ":" + bot.path("id").asText());
      ArrayNode versions = summary.putArray("versions");
      bot.path("versions")
          .forEach(version -> versions.addObject().set("version", version.get("version")));
      summaries.add(summary);
    }
    return summaries;
  }

  private ObjectNode bot(ApiCall call) {
    ObjectNode bot =
        found(connector(call), call.path("botId")).orElseThrow(ApiError::notFound).deepCopy();
    Optional<String> version = call.query("version");
    if (version.isPresent()) {
      ArrayNode one = Json.array();
      for (JsonNode candidate : bot.path("versions")) {
        if (candidate.path("version").asText().equals(version.get())) {
          one.add(candidate);
        }
      }
      if (one.isEmpty()) {
        throw ApiError.notFound();
      }
      bot.set("versions", one);
    }
    return bot;
  }

  private Optional<ObjectNode> found(DigitalBotConnector connector, String botId) {
    if (settings.listsReadLive()) {
      try {
        return source(connector).bot(botId);
      } catch (BotSource.NotAvailableException e) {
        throw notAvailable(e);
      }
    }
    return connector.pulled().stream()
        .filter(bot -> bot.path("id").asText().equals(botId))
        .findFirst();
  }

  private BotSource source(DigitalBotConnector connector) {
    BotHttp bot = new BotHttp(http, traffic, connector.label(), connector.headers());
    return new BotSource(connector, bot, settings.responseTimeout());
  }

  private DigitalBotConnector connector(ApiCall call) {
    DigitalBotConnector connector = connectors.get(call.path("integrationId"));
    if (connector == null) {
      throw ApiError.notFound();
    }
    return connector;
  }

  private static ApiError notAvailable(BotSource.NotAvailableException reason) {
    return new ApiError(502, "bad.gateway", String.valueOf(reason.getMessage()));
  }
}
