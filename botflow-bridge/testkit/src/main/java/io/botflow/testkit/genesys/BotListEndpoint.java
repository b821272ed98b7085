// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bot list of classic bot connectors: pushed whole, read back as stored. */
final class BotListEndpoint {
  private final Map<String, BotConnector> connectors = new ConcurrentHashMap<>();
  private final Traffic traffic;

  BotListEndpoint(Traffic traffic) {
    this.traffic = traffic;
  }

  void add(BotConnector connector) {
    connectors.put(connector.id(), connector);
  }

  WebResponse handle(String connectorId, WebRequest request) {
    BotConnector connector = connectors.get(connectorId);
    if (connector == null) {
      throw ApiError.notFound();
    }
    if (request.method().equals("GET")) {
      return WebResponse.json(200, Json.text(connector.storedList()));
    }
    JsonNode body = Json.read(request.body());
    List<RegisteredBot> bots = BotLists.pushed(body);
    connector.register(bots, JsonView.of(body).node());
    traffic.report(
        TrafficEvent.Kind.BOT_LIST,
        connector.label(),
        Traffic.GENESYS,
        null,
        null,
        204,
        "pushed, " + bots.size() + " bots");
    return WebResponse.empty(204);
  }
}
