// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Answers;
import io.botflow.testkit.genesys.internal.rest.ApiCall;
import io.botflow.testkit.genesys.internal.rest.ApiError;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import io.botflow.testkit.genesys.internal.rest.Permission;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bot list of classic bot connectors: pushed whole, read back whole or in parts. */
final class BotListEndpoint {
  private static final Permission VIEW = Permission.all("integration:botconnector:view");
  private static final Permission EDIT = Permission.all("integration:botconnector:edit");

  private final Map<String, BotConnector> connectors = new ConcurrentHashMap<>();
  private final Traffic traffic;

  BotListEndpoint(Traffic traffic) {
    this.traffic = traffic;
  }

  void add(BotConnector connector) {
    connectors.put(connector.id(), connector);
  }

  void register(Routes routes) {
    String path = "/api/v2/integrations/botconnector/{integrationId}/bots";
    routes
        .add("GET", path, VIEW, call -> Answers.ok(connector(call).storedList()))
        .add("PUT", path, EDIT, this::put)
        .add("GET", path + "/summaries", VIEW, call -> Answers.page(call, stored(call).summaries()))
        .add("GET", path + "/{botId}", VIEW, call -> Answers.ok(bot(call)))
        .add(
            "GET",
            path + "/{botId}/versions",
            VIEW,
            call -> Answers.page(call, stored(call).versions(call.path("botId"))));
  }

  private StoredBots stored(ApiCall call) {
    return new StoredBots(connector(call).storedList());
  }

  private ObjectNode bot(ApiCall call) {
    String id = call.path("botId");
    return call.query("version")
        .map(version -> stored(call).bot(id, version))
        .orElseGet(() -> stored(call).bot(id));
  }

  private BotConnector connector(ApiCall call) {
    return find(call.path("integrationId")).orElseThrow(ApiError::notFound);
  }

  Optional<BotConnector> find(String integrationId) {
    return Optional.ofNullable(connectors.get(integrationId));
  }

  private WebResponse put(ApiCall call) {
    BotConnector connector = connector(call);
    JsonNode body = call.tree();
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
