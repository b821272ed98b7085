// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault does to an exchange what it says, and to the next one nothing. */
@Timeout(60)
class FaultProxyTest {
  private static final String BODY = "b".repeat(40);
  private static final String ANSWER = "a".repeat(40);

  private final List<String> served = new CopyOnWriteArrayList<>();
  private final ExecutorService serverThreads = Executors.newCachedThreadPool();
  private final HttpServer server =
      HttpServer.create(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
  private final FaultProxy proxy;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  FaultProxyTest() throws IOException {
    server.setExecutor(serverThreads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            served.add(new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, ANSWER.length());
            exchange.getResponseBody().write(ANSWER.getBytes(StandardCharsets.UTF_8));
          }
        });
    server.start();
    proxy = FaultProxy.before(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.stop(0);
    serverThreads.shutdownNow();
  }

  @Test
  void passesEverythingAndCounts() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals(ANSWER, post(Duration.ofSeconds(30)));
    }

    assertEquals(List.of(BODY, BODY, BODY, BODY, BODY), served);
    assertEquals(5, proxy.exchanges());
    assertEquals(1, proxy.accepted(), "the client keeps its connection");
    assertEquals(1, proxy.open());
    assertEquals(List.of(), proxy.strikes());
  }

  static Stream<Fault> faultsThatHideTheRequest() {
    return Stream.of(
        Fault.resetRequestAfter(0),
        Fault.resetRequestAfter(20),
        Fault.resetBodyAfter(0),
        Fault.resetBodyAfter(20));
  }

  @ParameterizedTest
  @MethodSource("faultsThatHideTheRequest")
  void aRequestThatIsResetIsNotServed(Fault fault) throws Exception {
    post(Duration.ofSeconds(30));
    served.clear();
    proxy.next(fault, 1);

    assertThrows(IOException.class, () -> post(Duration.ofSeconds(30)));
    assertEquals(List.of(fault), proxy.strikes().stream().map(Strike::fault).toList());
    assertEquals(ANSWER, post(Duration.ofSeconds(30)));
    assertTrue(served.stream().filter(BODY::equals).count() == 1, () -> "served " + served);
  }

  static Stream<Fault> faultsThatHideTheAnswer() {
    return Stream.of(
        Fault.resetAnswerAfter(0),
        Fault.resetAnswerAfter(30),
        Fault.truncatedAnswerAfter(0),
        Fault.truncatedAnswerAfter(30));
  }

  @ParameterizedTest
  @MethodSource("faultsThatHideTheAnswer")
  void anAnswerThatIsCutBelongsToARequestThatWasServed(Fault fault) throws Exception {
    proxy.next(fault, 1);

    assertThrows(IOException.class, () -> post(Duration.ofSeconds(30)));
    assertEquals(List.of(BODY), served);
    assertEquals(ANSWER, post(Duration.ofSeconds(30)));
    assertEquals(List.of(fault), proxy.strikes().stream().map(Strike::fault).toList());
  }

  @Test
  void aBlackHoleTakesTheRequestAndTheServerSeesNothing() throws Exception {
    proxy.next(Fault.blackHole(), 1);

    assertThrows(HttpTimeoutException.class, () -> post(Duration.ofMillis(300)));
    assertEquals(List.of(), served);
    assertEquals(ANSWER, post(Duration.ofSeconds(30)));
  }

  @Test
  void aLostAnswerBelongsToARequestThatWasServed() throws Exception {
    proxy.next(Fault.lostAnswer(), 1);

    assertThrows(HttpTimeoutException.class, () -> post(Duration.ofSeconds(2)));
    await(() -> served.size() == 1);
    assertEquals(ANSWER, post(Duration.ofSeconds(30)));
  }

  @Test
  void latencyAndSlowBytesBreakNothingAndTakeTheirTime() throws Exception {
    proxy.next(Fault.latency(Duration.ofMillis(200)), 1);
    assertTrue(millis(() -> post(Duration.ofSeconds(30))) >= 200);

    proxy.next(Fault.slow(500), 1);
    // The bodies alone are 80 bytes, and heads are longer than bodies.
    assertTrue(millis(() -> post(Duration.ofSeconds(30))) >= 160);
    assertEquals(List.of(BODY, BODY), served);
    assertEquals(2, proxy.strikes().size());
  }

  @Test
  void refusesUntilItIsHealedAndKeepsItsPort() throws Exception {
    post(Duration.ofSeconds(30));
    proxy.refuse();

    await(() -> proxy.open() == 0);
    assertThrows(ConnectException.class, () -> fresh().send(request(), discard()));
    assertThrows(IOException.class, () -> post(Duration.ofSeconds(30)));
    proxy.heal();
    assertEquals(ANSWER, post(Duration.ofSeconds(30)));
    for (int i = 0; i < 50; i++) {
      proxy.refuse();
      proxy.heal();
    }
    assertEquals(ANSWER, post(Duration.ofSeconds(30)));
  }

  @Test
  void everyThirdMeansEveryThirdUntilItIsHealed() throws Exception {
    proxy.every(3, Fault.resetAnswerAfter(0));
    int failed = 0;
    for (int i = 0; i < 9; i++) {
      failed += fails() ? 1 : 0;
    }
    assertEquals(3, failed);
    proxy.heal();
    for (int i = 0; i < 4; i++) {
      assertEquals(ANSWER, post(Duration.ofSeconds(30)));
    }
  }

  @Test
  void aServerThatIsNotThereLooksLikeAConnectionThatBreaks() {
    server.stop(0);

    assertThrows(IOException.class, () -> post(Duration.ofSeconds(30)));
    assertEquals(0, proxy.open());
  }

  @Test
  void closingEndsEveryConnectionAndThread() throws Exception {
    proxy.next(Fault.blackHole(), 1);
    assertThrows(HttpTimeoutException.class, () -> post(Duration.ofMillis(100)));
    proxy.next(Fault.latency(Duration.ofHours(1)), 1);
    assertThrows(HttpTimeoutException.class, () -> post(Duration.ofMillis(100)));
    post(Duration.ofSeconds(30));
    assertTrue(threads() > 0);
    proxy.close();

    assertEquals(0, proxy.open());
    await(() -> threads() == 0);
    assertThrows(ConnectException.class, () -> fresh().send(request(), discard()));
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("fault-proxy-"))
        .count();
  }

  private boolean fails() throws InterruptedException {
    try {
      post(Duration.ofSeconds(30));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private interface Action {
    Object run() throws Exception;
  }

  private static long millis(Action action) throws Exception {
    long start = System.nanoTime();
    action.run();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static HttpClient fresh() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static HttpResponse.BodyHandler<Void> discard() {
    return HttpResponse.BodyHandlers.discarding();
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(proxy.uri())
        .timeout(Duration.ofSeconds(30))
        .POST(HttpRequest.BodyPublishers.ofString(BODY))
        .build();
  }

  private String post(Duration timeout) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(proxy.uri())
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited in vain");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
