// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.Json;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a digital bot connector's bots come from: the endpoint of their provider. */
final class BotSource {
  /** The provider gave no bots, or bots that break the schema. */
  static final class NotAvailableException extends RuntimeException {
    private NotAvailableException(String message) {
      super(message);
    }
  }

  private final DigitalBotConnector connector;
  private final BotHttp http;
  private final Duration timeout;

  BotSource(DigitalBotConnector connector, BotHttp http, Duration timeout) {
    this.connector = connector;
    this.http = http;
    this.timeout = timeout;
  }

  /** Asks for all bots; what they are is kept by the connector. */
  List<RegisteredBot> list() throws NotAvailableException {
    TimedHttp.Answer answer = get("/bots");
    requireOk("/bots", answer);
    try {
      JsonNode body = Json.read(answer.body());
      List<RegisteredBot> bots = BotLists.pulled(body);
      List<ObjectNode> raw = new ArrayList<>();
      body.path("entities").forEach(bot -> raw.add((ObjectNode) bot));
      connector.pulled(raw);
      return bots;
    } catch (InvalidBodyException e) {
      throw new NotAvailableException("the bot list breaks its schema: " + e.reason());
    }
  }

  /** Asks for one bot; empty when there is none of that id. */
  Optional<ObjectNode> bot(String id) throws NotAvailableException {
    String path = "/bots/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    TimedHttp.Answer answer = get(path);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    requireOk(path, answer);
    try {
      JsonView bot = JsonView.of(Json.read(answer.body()));
      BotLists.digital(bot);
      return Optional.of(bot.node());
    } catch (InvalidBodyException e) {
      throw new NotAvailableException("the bot breaks its schema: " + e.reason());
    }
  }

  private TimedHttp.Answer get(String path) {
    try {
      return http.get(connector.resource(path), timeout);
    } catch (IOException e) {
      throw new NotAvailableException("GET " + connector.resource(path) + " failed: " + e);
    }
  }

  private void requireOk(String path, TimedHttp.Answer answer) {
    if (answer.status() != 200) {
      throw new NotAvailableException(
          "GET " + connector.resource(path) + " answered " + answer.status() + ", not 200");
    }
  }
}
