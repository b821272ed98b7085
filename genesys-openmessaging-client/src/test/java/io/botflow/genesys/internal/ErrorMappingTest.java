// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.ManualClock;
import io.botflow.genesys.Threads;
import io.botflow.genesys.error.AuthenticationException;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.ConflictException;
import io.botflow.genesys.error.ErrorDetail;
import io.botflow.genesys.error.GenesysException;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PayloadTooLargeException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.UnexpectedResponseException;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.OpenMessaging;
import io.botflow.genesys.openmessaging.SentMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMappingTest {
  private static final String REQUEST =
      "POST /api/v2/conversations/messages/int-1/inbound/open/message";
  private static final Map<String, Class<? extends GenesysException>> TYPES =
      Map.of(
          "bad", BadRequestException.class,
          "auth", AuthenticationException.class,
          "permission", PermissionException.class,
          "missing", NotFoundException.class,
          "conflict", ConflictException.class,
          "large", PayloadTooLargeException.class,
          "rate", RateLimitedException.class,
          "server", ServerException.class,
          "unexpected", UnexpectedResponseException.class);

  private final FakeGenesys genesys = new FakeGenesys();
  private final GenesysCloud cloud =
      genesys.connect().clock(new ManualClock(Instant.parse("2026-01-01T00:00:00Z"))).build();
  private final OpenMessaging messaging = cloud.openMessaging("int-1");

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private SentMessage send() {
    return messaging.send(InboundMessage.text(Customer.of("user-1"), "canary-text"));
  }

  private <E extends GenesysException> E failure(Class<E> type, MockResponse response) {
    genesys.answerCalls(request -> response);
    E e = assertThrows(type, this::send);
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertFalse(trace.toString().contains("canary"), trace.toString());
    return e;
  }

  @ParameterizedTest
  @CsvSource({
    "400,bad.request,bad,false",
    "401,bad.credentials,auth,false",
    "403,not.authorized,permission,false",
    "404,not.found,missing,false",
    "405,method.not.allowed,bad,false",
    "408,request.timeout,server,true",
    "409,conflict,conflict,false",
    "412,precondition,conflict,false",
    "413,request.too.large,large,false",
    "415,unsupported.media.type,bad,false",
    "422,invalid,bad,false",
    "429,too.many.requests.retry.after,rate,true",
    "500,internal.server.error,server,true",
    "502,bad.gateway,server,true",
    "503,service.unavailable,server,true",
    "504,request.timeout,server,true",
  })
  void eachStatusHasItsException(int status, String code, String type, boolean temporary) {
    GenesysException e =
        failure(
            TYPES.get(type),
            FakeGenesys.json(
                status,
                "{\"message\":\"Said so.\",\"code\":\"%s\",\"status\":%d,\"contextId\":\"ctx-1\"}"
                    .formatted(code, status)));
    assertEquals(status, e.status());
    assertEquals(code, e.code().orElseThrow());
    assertEquals("Said so.", e.detail());
    assertEquals("ctx-1", e.correlationId().orElseThrow());
    assertEquals(REQUEST, e.request());
    assertEquals(temporary, e.temporary());
    assertEquals(
        REQUEST + ": " + status + " " + code + ": Said so. (correlation id ctx-1)", e.getMessage());
  }

  @Test
  void theCorrelationIdComesFromTheNewHeaderThenTheOldThenTheBody() {
    MockResponse.Builder response =
        new MockResponse.Builder().code(500).body("{\"contextId\":\"body\"}");
    assertEquals("body", correlation(response));
    response.setHeader("ININ-Correlation-Id", "old");
    assertEquals("old", correlation(response));
    response.setHeader("Genesys-Correlation-Id", "new");
    assertEquals("new", correlation(response));
  }

  private String correlation(MockResponse.Builder response) {
    return failure(ServerException.class, response.build()).correlationId().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>canary</html>", "null", "[]", "{\"message\":{\"a\":1}}", "{"})
  void anErrorBodyThatCannotBeReadStillGivesTheStatus(String body) {
    ServerException e = failure(ServerException.class, FakeGenesys.json(503, body));
    assertEquals(503, e.status());
    assertTrue(e.code().isEmpty());
  }

  @Test
  void aBadRequestNamesItsFieldsAlsoThoseOfNestedErrors() {
    BadRequestException e =
        failure(
            BadRequestException.class,
            FakeGenesys.json(
                400,
                "{\"code\":\"bad.request\",\"details\":[{\"errorCode\":\"required\","
                    + "\"fieldName\":\"channel.time\",\"new\":1}],\"errors\":[{\"details\":"
                    + "[{\"errorCode\":\"invalid\",\"fieldName\":\"text\"}]}]}"));
    assertEquals(
        List.of(
            new ErrorDetail("required", "channel.time", null, null),
            new ErrorDetail("invalid", "text", null, null)),
        e.details());
  }

  @Test
  void aMissingPermissionIsNamed() {
    PermissionException e =
        failure(
            PermissionException.class,
            FakeGenesys.json(
                403,
                "{\"message\":\"Unable to perform the requested action. You are missing the"
                    + " following permission(s): conversation:message:receive, a:b:c\","
                    + "\"code\":\"missing.permissions\",\"messageParams\":{\"permissions\":"
                    + "\"conversation:message:receive\"}}"));
    assertEquals(List.of("conversation:message:receive", "a:b:c"), e.missingPermissions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After|42|PT42S",
        "Retry-After|0|PT0S",
        "Retry-After|Thu, 01 Jan 2026 00:01:30 GMT|PT1M30S",
        "Retry-After|Wed, 31 Dec 2025 23:59:00 GMT|PT0S",
        "Retry-After|1.5|PT1.5S",
        "Retry-After|1500 ms|PT1.5S",
        "Retry-After|2s|PT2S",
        "Retry-After|3601|PT1H",
        "Retry-After|999999999999999999999999|PT1H",
        "Retry-After|Tue, 01 Jan 2126 00:00:00 GMT|PT1H",
        "Retry-After-Ms|1500|PT1.5S",
        "inin-ratelimit-reset|61|PT1M1S",
        "Retry-After|soon|",
        "X-Nothing|1|",
      })
  void aRateLimitTellsHowLongToWait(String header, String value, String delay) {
    RateLimitedException e =
        failure(
            RateLimitedException.class,
            new MockResponse.Builder().code(429).setHeader(header, value).build());
    assertEquals(delay, e.retryAfter().map(Duration::toString).orElse(null));
  }

  @Test
  void aRefusedTokenIsReplacedAndTheCallRepeatedOnce() {
    genesys.answer(401, "{}").answer(200, "{\"id\":\"second\"}");
    assertEquals("second", send().id());
    assertEquals(2, genesys.calls().size());
    assertEquals(2, genesys.tokenRequests().size());
    assertEquals(
        "Bearer " + FakeGenesys.TOKEN_PREFIX + "2",
        genesys.calls().get(1).getHeaders().get("Authorization"));
    assertEquals(
        genesys.calls().get(0).getBody(), genesys.calls().get(1).getBody(), "the same body");
  }

  @Test
  void aTokenRefusedTwiceIsTheEnd() {
    genesys.answerCalls(request -> FakeGenesys.json(401, "{\"code\":\"bad.credentials\"}"));
    assertThrows(AuthenticationException.class, this::send);
    assertEquals(2, genesys.calls().size());
  }

  @Test
  void nothingElseIsRepeated() {
    failure(ServerException.class, FakeGenesys.json(503, "{}"));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void sixtyFourCallsThatAreRefusedAtOnceFetchOneNewToken() throws Exception {
    String good = "Bearer " + FakeGenesys.TOKEN_PREFIX + "2";
    genesys.answerCalls(
        request ->
            good.equals(request.getHeaders().get("Authorization"))
                ? FakeGenesys.json(200, "{\"id\":\"ok\"}")
                : FakeGenesys.json(401, "{}"));
    for (Future<SentMessage> sent : Threads.together(64, this::send)) {
      assertEquals("ok", sent.get().id());
    }
    assertEquals(2, genesys.tokenRequests().size());
  }

  @Test
  void theTokenDoesNotAppearEvenIfTheFarSideRepeatsIt() {
    BadRequestException e =
        failure(
            BadRequestException.class,
            FakeGenesys.json(
                400,
                "{\"message\":\"token %s1 is odd\",\"code\":\"x\"}"
                    .formatted(FakeGenesys.TOKEN_PREFIX)));
    assertEquals("token *** is odd", e.detail());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNeverFollowed(int status) {
    try (FakeGenesys elsewhere = new FakeGenesys()) {
      UnexpectedResponseException e =
          failure(
              UnexpectedResponseException.class,
              new MockResponse.Builder()
                  .code(status)
                  .setHeader("Location", elsewhere.uri() + "stolen")
                  .build());
      assertEquals(status, e.status());
      assertTrue(elsewhere.calls().isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary-not-json", "null", "[]", "{\"id\":{\"canary\":1}}"})
  void aSuccessThatCannotBeReadIsNotAFailureToDeliver(String body) {
    UnexpectedResponseException e =
        failure(UnexpectedResponseException.class, FakeGenesys.json(200, body));
    assertEquals(200, e.status());
    assertFalse(e.temporary());
    assertInstanceOf(GenesysException.class, e);
  }
}
