// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Reply;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.auth.AccessTokenProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caller is 127.0.0.1 each time, and lists and headers say what that is worth. */
class AllowListOverHttpTest {
  private static final String HERE = entry("127.0.0.0/8", "bot-connector");
  private static final String ELSEWHERE = entry("192.0.2.0/24", "bot-connector");

  private final ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final MockWebServer platform = new MockWebServer();
  private final AtomicReference<MockResponse> ranges = new AtomicReference<>(list(HERE));
  private final AtomicInteger asked = new AtomicInteger();
  private GenesysCloud genesys;
  private BotConnectorEndpoint endpoint;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    platform.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            assertEquals("/api/v2/ipranges", request.getTarget());
            asked.incrementAndGet();
            return ranges.get();
          }
        });
    platform.start();
    URI base = URI.create("http://127.0.0.1:" + platform.getPort());
    genesys =
        GenesysCloud.builder(Region.at(base, base))
            .accessTokens(AccessTokenProvider.fixed("token"))
            .build();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    endpoint.close();
    threads.shutdownNow();
    genesys.close();
    platform.close();
  }

  private static String entry(String cidr, String service) {
    return """
        {"cidr":"%s","service":"%s","region":"us-east-1"}"""
        .formatted(cidr, service);
  }

  private static MockResponse list(String... entries) {
    return response(200, "{\"entities\":[" + String.join(",", entries) + "]}");
  }

  private static MockResponse response(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private void serve(AllowList.Builder allowList) throws IOException {
    endpoint =
        BotConnectorEndpoint.builder(
                List.of(bot), Caller.settings().allowList(allowList.build()).build())
            .build();
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", JdkHttpBinding.of(PathRouter.of(endpoint.handlers())));
    server.start();
  }

  private AllowList.Builder listed() {
    return AllowList.builder()
        .genesysCloud(genesys.configuration())
        .refreshInterval(Duration.ofSeconds(1));
  }

  private int call(String method, String path, String secret, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
            .method(
                method,
                method.equals("POST")
                    ? BodyPublishers.ofString(
                        "{\"botId\":\"" + ScriptedBot.ID + "\",\"botSessionId\":\"s\"}")
                    : BodyPublishers.noBody())
            .header("Authorization", secret);
    for (String header : headers) {
      request.header("X-Forwarded-For", header);
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private int askedForBots(String... headers) {
    try {
      return call("GET", "/bot/v2/bots", Caller.SECRET, headers);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, what);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.0/8, 200", "127.0.0.1, 200", "192.0.2.0/24, 403", "::1, 403"})
  void theListDecidesOnEveryPath(String range, int status) throws Exception {
    serve(AllowList.builder().ranges(range));
    assertEquals(status, call("POST", Caller.V1, Caller.SECRET));
    assertEquals(status, call("POST", Caller.V2, Caller.SECRET));
    assertEquals(status, call("GET", "/bot/v2/bots", Caller.SECRET));
    assertEquals(status, call("GET", "/bot/v2/bots/" + ScriptedBot.ID, Caller.SECRET));
    assertEquals(403, call("GET", "/bot/v2/bots", "Bearer wrong"));
    assertEquals(status == 200 ? 2 : 0, bot.turns.size());
  }

  @Test
  void aHeaderThatNobodyAskedForOpensNothing() throws Exception {
    serve(AllowList.builder().ranges("192.0.2.0/24"));
    assertEquals(403, askedForBots("192.0.2.1"));
  }

  @Test
  void behindAProxyItsEntryCountsAndNotWhatTheCallerWrote() throws Exception {
    serve(AllowList.builder().ranges("192.0.2.0/24").forwardedBy("X-Forwarded-For", 1));
    assertEquals(200, askedForBots("192.0.2.1"));
    assertEquals(200, askedForBots("198.51.100.1, 192.0.2.1"));
    assertEquals(403, askedForBots("192.0.2.1, 198.51.100.1"));
    assertEquals(403, askedForBots("192.0.2.1", "198.51.100.1"));
    assertEquals(403, askedForBots("192.0.2.1, 127.0.0.1"));
    assertEquals(403, askedForBots());
  }

  @Test
  void whoDoesNotComeThroughTheProxyIsNotBelieved() throws Exception {
    serve(
        AllowList.builder()
            .ranges("192.0.2.0/24")
            .forwardedBy("X-Forwarded-For", 1)
            .trustedProxies("10.0.0.7"));
    assertEquals(403, askedForBots("192.0.2.1"));
  }

  @Test
  void untilTheListWasReadRequestsAreToBeRepeated() throws Exception {
    ranges.set(response(400, "{}"));
    serve(listed());
    assertEquals(503, askedForBots());
    assertEquals(403, call("GET", "/bot/v2/bots", "Bearer wrong"));
    ranges.set(list(HERE));
    await("the list is read after all", () -> askedForBots() == 200);
  }

  @Test
  void fixedRangesDoNotWaitForTheList() throws Exception {
    ranges.set(response(400, "{}"));
    serve(listed().ranges("127.0.0.1"));
    assertEquals(200, askedForBots());
  }

  @Test
  void onlyTheServiceOfBotsCounts() throws Exception {
    ranges.set(list(entry("127.0.0.0/8", "data-actions"), ELSEWHERE));
    serve(listed());
    await("the list is read", () -> askedForBots() == 403);
  }

  @Test
  void aFailureKeepsTheListAndTheNextOneReplacesIt() throws Exception {
    serve(listed());
    await("the list is read", () -> askedForBots() == 200);
    ranges.set(response(400, "{}"));
    int before = asked.get();
    await("it is read again", () -> asked.get() >= before + 2);
    assertEquals(200, askedForBots());
    ranges.set(list(ELSEWHERE));
    await("the new list is read", () -> askedForBots() == 403);
  }
}
