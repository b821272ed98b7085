// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {
  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().clock(clock).start();
  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", "0123456789abcdef-secret");
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void aTokenLooksLikeTheCapturedOnes() {
    HttpResponse<String> answer =
        client.token(genesys.clientId(), genesys.clientSecret(), "client_credentials");
    JsonNode body = Json.read(answer.body());
    assertEquals(200, answer.statusCode());
    assertEquals(86, body.path("access_token").asText().length());
    assertEquals("bearer", body.path("token_type").asText());
    assertEquals(86_399, body.path("expires_in").asInt());
  }

  @Test
  void anUnknownClientIs400AndAWrongSecretIs401InTheOauthShape() {
    HttpResponse<String> unknown = client.token("nobody", "x", "client_credentials");
    HttpResponse<String> wrong = client.token(genesys.clientId(), "x", "client_credentials");
    assertEquals(400, unknown.statusCode());
    assertEquals(
        "{\"error\":\"invalid_client\",\"description\":\"client not found\","
            + "\"error_description\":\"client not found\"}",
        unknown.body());
    assertEquals(401, wrong.statusCode());
    assertEquals(
        "authentication failed", Json.read(wrong.body()).path("error_description").asText());
  }

  @Test
  void anotherGrantIsRefused() {
    assertEquals(
        400, client.token(genesys.clientId(), genesys.clientSecret(), "password").statusCode());
  }

  @Test
  void aMissingWrongExpiredOrRevokedTokenIs401InThePlatformsEnvelope() {
    HttpResponse<String> missing =
        client.send(HttpRequest.newBuilder(genesys.apiUri().resolve("/api/v2/any")).GET());
    assertEquals(401, missing.statusCode());
    JsonNode envelope = Json.read(missing.body());
    assertEquals("authentication.required", envelope.path("code").asText());
    assertEquals(401, envelope.path("status").asInt());
    assertEquals(
        envelope.path("contextId").asText(),
        missing.headers().firstValue("ININ-Correlation-Id").orElseThrow());
    assertTrue(envelope.path("details").isArray() && envelope.path("errors").isArray());

    assertEquals(
        "bad.credentials", code(client.withToken("guess").inbound(integration, "message", "{}")));
    assertEquals("bad.request", code(client.inbound(integration, "message", "{}")));
    clock.advance(Duration.ofDays(1));
    assertEquals("credentials.expired", code(client.inbound(integration, "message", "{}")));
    RawClient fresh = new RawClient(genesys);
    genesys.revokeTokens();
    assertEquals("bad.credentials", code(fresh.inbound(integration, "message", "{}")));
  }

  private static String code(HttpResponse<String> answer) {
    return Json.read(answer.body()).path("code").asText();
  }
}
