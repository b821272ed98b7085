// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.ManualClock;
import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.UnexpectedResponseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientCredentialsTokenProviderTest {
  private final FakeGenesys genesys = new FakeGenesys();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final ClientCredentialsTokenProvider tokens = provider(genesys.uri());

  private ClientCredentialsTokenProvider provider(URI login) {
    return ClientCredentialsTokenProvider.builder(
            login, FakeGenesys.CLIENT_ID, FakeGenesys.CLIENT_SECRET)
        .clock(clock)
        .build();
  }

  @AfterEach
  void stop() {
    genesys.close();
  }

  @Test
  void theGrantIsAskedForWithBasicCredentialsAndAForm() {
    assertEquals(FakeGenesys.TOKEN_PREFIX + "1", tokens.token().value());
    RecordedRequest request = genesys.tokenRequests().get(0);
    assertEquals("POST /oauth/token HTTP/1.1", request.getRequestLine());
    String pair = FakeGenesys.CLIENT_ID + ":" + FakeGenesys.CLIENT_SECRET;
    assertEquals(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
        request.getHeaders().get("Authorization"));
    assertEquals("application/x-www-form-urlencoded", request.getHeaders().get("Content-Type"));
    assertEquals("grant_type=client_credentials", request.getBody().utf8());
    assertEquals(null, request.getHeaders().get("Upgrade"));
  }

  @Test
  void aTokenIsKeptUntilAMinuteBeforeItsEnd() {
    tokens.token();
    clock.advance(Duration.ofSeconds(86399 - 61));
    assertEquals(FakeGenesys.TOKEN_PREFIX + "1", tokens.token().value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(FakeGenesys.TOKEN_PREFIX + "2", tokens.token().value());
    assertEquals(2, genesys.tokenRequests().size());
  }

  @Test
  void aShortTokenIsKeptForHalfItsLife() {
    genesys.answerTokens(number -> FakeGenesys.token("t" + number, 30));
    tokens.token();
    clock.advance(Duration.ofSeconds(14));
    assertEquals("t1", tokens.token().value());
    clock.advance(Duration.ofSeconds(1));
    assertEquals("t2", tokens.token().value());
  }

  @Test
  void aFailedEarlyRenewalCostsNothingWhileTheOldTokenLives() {
    AccessToken old = tokens.token();
    genesys.answerTokens(number -> FakeGenesys.json(503, "{}"));
    clock.advance(Duration.ofSeconds(86399 - 30));
    assertEquals(old.value(), tokens.token().value());
    assertEquals(old.value(), tokens.token().value());
    assertEquals(2, genesys.tokenRequests().size(), "a pause lies between attempts");
    clock.advance(Duration.ofSeconds(31));
    assertThrows(ServerException.class, tokens::token);
  }

  @Test
  void aRefusalOfAnOldTokenDoesNotTouchTheNewOne() {
    AccessToken first = tokens.token();
    tokens.invalidate(first);
    AccessToken second = tokens.token();
    assertNotEquals(first.value(), second.value());
    tokens.invalidate(first);
    assertEquals(second.value(), tokens.token().value());
    assertEquals(2, genesys.tokenRequests().size());
  }

  @Test
  void anUnknownClientIsAnAuthenticationFailureAlthoughItComesAs400() {
    refusal(
        400,
        "{\"error\":\"invalid_client\",\"description\":\"client not found\","
            + "\"error_description\":\"client not found\"}");
    AuthenticationException e = assertThrows(AuthenticationException.class, tokens::token);
    assertEquals(400, e.status());
    assertEquals("invalid_client", e.code().orElseThrow());
    assertEquals("client not found", e.detail());
    assertEquals("POST /oauth/token", e.request());
    assertEquals("corr-1", e.correlationId().orElseThrow());
  }

  @Test
  void aWrongSecretIsAnAuthenticationFailure() {
    refusal(
        401,
        "{\"error\":\"invalid_client\",\"description\":\"authentication failed\","
            + "\"error_description\":\"authentication failed\"}");
    AuthenticationException e = assertThrows(AuthenticationException.class, tokens::token);
    assertEquals(401, e.status());
    assertEquals("authentication failed", e.detail());
  }

  @Test
  void theApisOwnErrorShapeIsUnderstoodToo() {
    refusal(
        400,
        "{\"message\":\"Bad.\",\"code\":\"bad.request\",\"status\":400,\"contextId\":\"c-9\"}");
    AuthenticationException e = assertThrows(AuthenticationException.class, tokens::token);
    assertEquals("bad.request", e.code().orElseThrow());
    assertEquals("Bad.", e.detail());
  }

  @Test
  void aRateLimitOfTheTokenEndpointKeepsItsDelay() {
    genesys.answerTokens(
        number -> new MockResponse.Builder().code(429).setHeader("Retry-After", "42").build());
    RateLimitedException e = assertThrows(RateLimitedException.class, tokens::token);
    assertEquals(Duration.ofSeconds(42), e.retryAfter().orElseThrow());
  }

  @Test
  void anAnswerWithoutATokenIsRefusedWithoutItsBody() {
    for (String body : new String[] {"", "null", "[]", "canary-body", "{}", "{\"expires_in\":5}"}) {
      genesys.answerTokens(number -> FakeGenesys.json(200, body));
      UnexpectedResponseException e =
          assertThrows(UnexpectedResponseException.class, tokens::token, body);
      assertFalse(trace(e).contains("canary"), body);
    }
  }

  @Test
  void aRedirectIsNotFollowedWithTheCredentials() {
    try (FakeGenesys elsewhere = new FakeGenesys()) {
      genesys.answerTokens(
          number ->
              new MockResponse.Builder()
                  .code(307)
                  .setHeader("Location", elsewhere.uri() + "oauth/token")
                  .build());
      assertThrows(UnexpectedResponseException.class, tokens::token);
      assertEquals(0, elsewhere.tokenRequests().size());
    }
  }

  @Test
  void aClientThatFollowsRedirectsIsRefused() {
    ClientCredentialsTokenProvider.Builder builder =
        ClientCredentialsTokenProvider.builder(genesys.uri(), "id", "secret")
            .httpClient(
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build());
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    assertTrue(message.startsWith("httpClient:"), message);
  }

  @Test
  void nothingPrintsTheSecretOrTheToken() throws Exception {
    refusal(
        401, "{\"error\":\"x\",\"error_description\":\"is " + FakeGenesys.CLIENT_SECRET + " so\"}");
    GenesysException e = assertThrows(AuthenticationException.class, tokens::token);
    assertFalse(trace(e).contains("canary"), trace(e));
    assertFalse(e.detail().contains("canary"), e.detail());
    genesys.answerTokens(number -> FakeGenesys.token(FakeGenesys.TOKEN_PREFIX + "x", 600));
    assertFalse(tokens.token().toString().contains("canary"));
    assertFalse(tokens.toString().contains("canary"));
    assertFalse(
        ClientCredentialsTokenProvider.builder(
                genesys.uri(), FakeGenesys.CLIENT_ID, FakeGenesys.CLIENT_SECRET)
            .toString()
            .contains("canary"));
    assertFalse(AccessTokenProvider.fixed("canary-fixed").toString().contains("canary"));
    assertFalse(genesys.connect().toString().contains("canary"));
  }

  private void refusal(int status, String body) {
    genesys.answerTokens(
        number ->
            new MockResponse.Builder()
                .code(status)
                .setHeader("ININ-Correlation-Id", "corr-1")
                .body(body)
                .build());
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
