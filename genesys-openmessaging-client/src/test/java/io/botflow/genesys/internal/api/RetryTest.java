// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.botconnector.BotList;
import io.botflow.genesys.call.RequestBudget;
import io.botflow.genesys.call.RetryPolicy;
import io.botflow.genesys.error.BadRequestException;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.ServerException;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.InboundReceipt;
import io.botflow.genesys.openmessaging.SentMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  /** Makes every jitter the greatest there is, as near as a double comes to it. */
  private static final RandomGenerator GREATEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return -1;
        }

        @Override
        public double nextDouble() {
          return 1;
        }
      };

  private final FakeGenesys genesys = new FakeGenesys();
  private final VirtualTime time = new VirtualTime();
  private GenesysCloud cloud = connect(RetryPolicy.defaults());

  private GenesysCloud connect(RetryPolicy policy) {
    return genesys
        .connectWithDefaults()
        .retries(policy)
        .budget(RequestBudget.unlimited())
        .clock(time.clock)
        .sleeper(time)
        .random(GREATEST)
        .build();
  }

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private SentMessage send(String messageId) {
    return cloud
        .openMessaging("i")
        .send(InboundMessage.builder(Customer.of("u")).messageId(messageId).text("Hi").build());
  }

  private void sendReceipt() {
    cloud.openMessaging("i").sendReceipt(InboundReceipt.delivered("m", "u", Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void aFailureOfTheFarSideIsRepeatedWithAGrowingDelay(int status) {
    genesys.answer(status, "{}").answer(status, "{}").answer(200, "{\"id\":\"third\"}");
    assertEquals("third", send("id-1").id());
    assertEquals(List.of(Duration.ofMillis(200), Duration.ofMillis(400)), time.sleeps());
    assertEquals(
        genesys.calls().get(0).getBody(), genesys.calls().get(2).getBody(), "the same body");
  }

  @Test
  void theDelayStopsGrowingAtItsMaximum() {
    cloud = connect(RetryPolicy.builder().maxAttempts(7).maxDelay(Duration.ofSeconds(1)).build());
    genesys.answerCalls(request -> FakeGenesys.json(503, "{}"));
    assertThrows(ServerException.class, () -> send("id-1"));
    assertEquals(
        List.of(200L, 400L, 800L, 1000L, 1000L, 1000L),
        time.sleeps().stream().map(Duration::toMillis).toList());
  }

  @Test
  void jitterTakesUpToAHalfOfTheDelayAway() {
    cloud = genesys.connectWithDefaults().clock(time.clock).sleeper(time).random(() -> 0L).build();
    genesys.answer(503, "{}");
    send("id-1");
    assertEquals(List.of(Duration.ofMillis(100)), time.sleeps());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After|4|4200",
        "Retry-After|1500ms|1700",
        "Retry-After-Ms|1500|1700",
        "Retry-After|Thu, 01 Jan 2026 00:00:05 GMT|5200",
        "inin-ratelimit-reset|6|6200",
      })
  void aRefusalForTooManyCallsIsRepeatedNoEarlierThanAsked(
      String header, String value, long millis) {
    genesys.answer(new MockResponse.Builder().code(429).setHeader(header, value).build());
    send(null);
    assertEquals(List.of(Duration.ofMillis(millis)), time.sleeps());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503|Retry-After|4|4200",
        "500|Retry-After|4|4200",
        "408|Retry-After|4|4200",
        "503|Retry-After|1500ms|1700",
        "503|Retry-After-Ms|1500|1700",
        "503|Retry-After|Thu, 01 Jan 2026 00:00:05 GMT|5200",
        "503|Retry-After|Thu, 01 Jan 2015 00:00:05 GMT|200",
        "503|Retry-After|soon|200",
        "503|inin-ratelimit-reset|6|200",
      })
  void aFailureThatNamesADelayIsRepeatedNoEarlierThanAsked(
      int status, String header, String value, long millis) {
    genesys.answer(new MockResponse.Builder().code(status).setHeader(header, value).build());
    send("id-1");
    assertEquals(List.of(Duration.ofMillis(millis)), time.sleeps());
  }

  @Test
  void aFailureThatNamesALongDelayIsThrownWithIt() {
    genesys.answer(new MockResponse.Builder().code(503).setHeader("Retry-After", "120").build());
    ServerException e = assertThrows(ServerException.class, () -> send("id-1"));
    assertEquals(Duration.ofMinutes(2), e.retryAfter().orElseThrow());
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aDelayBeyondTheTotalTimeIsNotBegun() {
    genesys.answerCalls(
        request -> new MockResponse.Builder().code(429).setHeader("Retry-After", "10").build());
    RateLimitedException e = assertThrows(RateLimitedException.class, () -> send("id-1"));
    assertEquals(Duration.ofSeconds(10), e.retryAfter().orElseThrow());
    assertEquals(List.of(), time.sleeps());
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void theTotalTimeEndsAnyNumberOfAttempts() {
    cloud =
        connect(RetryPolicy.builder().maxAttempts(1000).totalTime(Duration.ofSeconds(30)).build());
    genesys.answerCalls(
        request -> {
          time.clock.advance(Duration.ofSeconds(4));
          return FakeGenesys.json(503, "{}");
        });
    assertThrows(ServerException.class, () -> send("id-1"));
    assertTrue(
        !time.clock.instant().isAfter(Instant.parse("2026-01-01T00:00:34Z")),
        time.clock.instant().toString());
    assertTrue(genesys.calls().size() > 4, "it did repeat");
  }

  @Test
  void aMessageThatMayHaveArrivedIsNotRepeatedWithoutAnIdOfItsOwn() {
    genesys.answerCalls(request -> FakeGenesys.json(503, "{}"));
    assertThrows(ServerException.class, () -> send(null));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aMessageWithAnIdIsNotRepeatedWhenIdsAreNotTrusted() {
    cloud = connect(RetryPolicy.builder().trustMessageIds(false).build());
    genesys.answerCalls(request -> FakeGenesys.json(503, "{}"));
    assertThrows(ServerException.class, () -> send("id-1"));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aReceiptIsRepeatedAsItSaysTheSameTwice() {
    genesys.answer(503, "{}");
    sendReceipt();
    assertEquals(2, genesys.calls().size());
  }

  @Test
  void whatTheFarSideRefusesIsNotRepeated() {
    genesys.answer(400, "{}");
    assertThrows(BadRequestException.class, this::sendReceipt);
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aLostConnectionIsRepeatedWhereThatIsSafe() {
    genesys.answer(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    sendReceipt();
    genesys.answer(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertThrows(TransportException.class, () -> send(null));
    assertEquals(3, genesys.calls().size());
  }

  @Test
  void aConnectionThatWasNeverMadeIsTriedAgainForEveryOperation() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);
    cloud =
        GenesysCloud.builder(Region.at(nobody, nobody))
            .accessTokens(AccessTokenProvider.fixed("t"))
            .clock(time.clock)
            .sleeper(time)
            .build();
    assertThrows(TransportException.class, () -> send(null));
    assertEquals(2, time.sleeps().size());
  }

  @Test
  void aTokenThatCouldNotBeHadIsAskedForAgainForEveryOperation() {
    genesys.answerTokens(
        number ->
            number == 1 ? FakeGenesys.json(503, "{}") : FakeGenesys.token("canary-token", 3600));
    assertEquals("m-1", send(null).id());
    assertEquals(2, genesys.tokenRequests().size());
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aRefusedTokenDoesNotCountAsAFailure() {
    cloud = connect(RetryPolicy.none());
    genesys.answer(401, "{}");
    assertEquals("m-1", send(null).id());
    assertEquals(List.of(), time.sleeps());
  }

  @Test
  void aViewWithoutRetriesMakesEachCallOnce() {
    genesys.answerCalls(request -> FakeGenesys.json(503, "{}"));
    assertThrows(
        ServerException.class,
        () -> cloud.direct().botConnector("b").putBots(BotList.of(List.of())));
    assertEquals(1, genesys.calls().size());
    assertEquals(1, genesys.tokenRequests().size());
  }

  @Test
  void anInterruptedThreadGivesUpAndKeepsItsFlag() {
    cloud =
        genesys
            .connectWithDefaults()
            .sleeper(
                duration -> {
                  throw new InterruptedException();
                })
            .build();
    genesys.answerCalls(request -> FakeGenesys.json(503, "{}"));
    assertThrows(ServerException.class, () -> send("id-1"));
    assertTrue(Thread.interrupted(), "the flag is set again");
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void wrongSettingsAreNamed() {
    AtomicInteger named = new AtomicInteger();
    List.of(
            RetryPolicy.builder().maxAttempts(0),
            RetryPolicy.builder().firstDelay(Duration.ZERO),
            RetryPolicy.builder().maxDelay(Duration.ofMillis(1)),
            RetryPolicy.builder().totalTime(Duration.ofSeconds(-1)))
        .forEach(
            builder -> {
              String message =
                  assertThrows(IllegalArgumentException.class, builder::build).getMessage();
              assertTrue(message.matches("(maxAttempts|firstDelay|maxDelay|totalTime): .*"));
              named.incrementAndGet();
            });
    assertEquals(4, named.get());
  }
}
