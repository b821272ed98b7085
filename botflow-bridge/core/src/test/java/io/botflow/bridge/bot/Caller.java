// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Genesys Cloud's side: calls an endpoint as the contract says, without a network. */
final class Caller implements AutoCloseable {
  static final String V1 = "/bot/v1/utterance";
  static final String V2 = "/bot/v2/messages";
  static final String SECRET = "Bearer s3cret";
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  final List<BridgeEvent> events = new CopyOnWriteArrayList<>();
  private final BotConnectorEndpoint endpoint;
  private final PathRouter router;

  private Caller(BotConnectorEndpoint.Builder builder) {
    this.endpoint = builder.clock(Clock.fixed(NOW, ZoneOffset.UTC)).listener(events::add).build();
    this.router = PathRouter.of(endpoint.handlers());
  }

  static Caller of(Bot... bots) {
    return with(builder -> builder, bots);
  }

  static Caller with(UnaryOperator<BotConnectorEndpoint.Builder> options, Bot... bots) {
    return with(settings().build(), options, bots);
  }

  static Caller with(
      BotConnectorSettings settings,
      UnaryOperator<BotConnectorEndpoint.Builder> options,
      Bot... bots) {
    return new Caller(options.apply(BotConnectorEndpoint.builder(List.of(bots), settings)));
  }

  static BotConnectorSettingsBuilder settings() {
    return BotConnectorSettings.builder().header("Authorization", SECRET);
  }

  /** A turn of version 1 with the least that it needs. */
  JsonNode v1() {
    return v1("{\"botId\":\"" + ScriptedBot.ID + "\",\"genesysConversationId\":\"c-1\"}");
  }

  JsonNode v1(String body) {
    return ok(call("POST", V1, body));
  }

  /** A turn of version 2 with the least that it needs. */
  JsonNode v2() {
    return v2("{\"botId\":\"" + ScriptedBot.ID + "\",\"genesysConversationId\":\"c-1\"}");
  }

  JsonNode v2(String body) {
    return ok(call("POST", V2, body));
  }

  static JsonNode ok(WebResponse response) {
    assertEquals(200, response.status());
    assertEquals("application/json", response.headers().get("Content-Type"));
    return json(text(response));
  }

  WebResponse call(String method, String path, String body) {
    return send(
        WebRequest.builder(method, path)
            .header("authorization", SECRET)
            .header("content-type", "application/json")
            .header("inin-correlation-id", "7f7b1a51-0000-4000-8000-000000000001")
            .body(body)
            .build());
  }

  WebResponse send(WebRequest request) {
    return router.handle(request);
  }

  static String text(WebResponse response) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (response.body() != null) {
        response.body().writeTo(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
