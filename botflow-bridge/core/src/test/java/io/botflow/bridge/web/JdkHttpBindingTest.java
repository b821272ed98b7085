// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkHttpBindingTest {
  private static final int LIMIT = 1_000;

  private final BlockingQueue<WebRequest> handled = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void start(WebHandler handler, int limit) throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        JdkHttpBinding.of(
            request -> {
              handled.add(request);
              return handler.handle(request);
            },
            limit));
    server.start();
  }

  private HttpResponse<byte[]> send(String method, String target, BodyPublisher body)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target);
    return client.send(
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(10))
            .header("X-Twice", "one")
            .header("X-Twice", "two")
            .method(method, body)
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LIMIT - 1, LIMIT})
  void aBodyUpToTheLimitArrivesByteForByte(int length) throws Exception {
    start(request -> WebResponse.empty(200), LIMIT);
    byte[] body = bytes(length);

    assertEquals(200, send("POST", "/", BodyPublishers.ofByteArray(body)).statusCode());
    assertEquals(200, send("POST", "/", chunked(body)).statusCode());

    assertArrayEquals(body, handled.take().body());
    assertArrayEquals(body, handled.take().body());
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT + 1, 50 * LIMIT})
  void aBodyAboveTheLimitIsAnswered413AndNotHandled(int length) throws Exception {
    start(request -> WebResponse.empty(200), LIMIT);
    byte[] body = bytes(length);

    assertEquals(413, send("POST", "/", BodyPublishers.ofByteArray(body)).statusCode());
    assertEquals(413, send("POST", "/", chunked(body)).statusCode());

    assertTrue(handled.isEmpty());
    assertEquals(200, send("POST", "/", BodyPublishers.ofString("small")).statusCode());
  }

  @Test
  void theLargestLimitThereIsWorksToo() throws Exception {
    start(request -> WebResponse.empty(200), Integer.MAX_VALUE);

    assertEquals(200, send("POST", "/", BodyPublishers.ofString("body")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aLimitThatTakesNothingIsRefused(int limit) throws Exception {
    start(request -> WebResponse.empty(200), LIMIT);
    WebHandler handler = request -> WebResponse.empty(200);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> JdkHttpBinding.of(handler, limit));
    assertTrue(String.valueOf(refusal.getMessage()).contains("maxBodyBytes"));
  }

  @Test
  void methodTargetAndHeadersArriveAsTheyWereSent() throws Exception {
    start(request -> WebResponse.empty(200), LIMIT);

    send("PUT", "/a%20b/%D0%B7?q=%26&q=2", BodyPublishers.noBody());

    WebRequest request = handled.take();
    assertEquals("PUT", request.method());
    assertEquals("/a%20b/%D0%B7", request.path());
    assertEquals(Optional.of("&"), request.query("q"));
    assertEquals(List.of("one", "two"), request.headers("x-twice"));
  }

  @Test
  void theAddressIsThatOfTheConnectionWhateverTheHeadersSay() throws Exception {
    start(request -> WebResponse.empty(200), LIMIT);
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");

    client.send(
        HttpRequest.newBuilder(uri).header("X-Forwarded-For", "192.0.2.1").build(),
        BodyHandlers.discarding());

    assertEquals(
        Optional.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})),
        handled.take().remoteAddress());
  }

  @Test
  void theResponseIsGivenAsTheHandlerMadeIt() throws Exception {
    start(request -> WebResponse.text(418, "чайник").withHeader("Retry-After", "5"), LIMIT);

    HttpResponse<byte[]> response = send("GET", "/", BodyPublishers.noBody());

    assertEquals(418, response.statusCode());
    assertEquals(Optional.of("5"), response.headers().firstValue("Retry-After"));
    assertEquals("чайник", new String(response.body(), StandardCharsets.UTF_8));
  }

  @Test
  void headIsAnsweredWithTheLengthAndWithoutTheBody() throws Exception {
    start(request -> WebResponse.text(200, "twelve bytes"), LIMIT);

    HttpResponse<byte[]> response = send("HEAD", "/", BodyPublishers.noBody());

    assertEquals(200, response.statusCode());
    assertEquals(Optional.of("12"), response.headers().firstValue("Content-Length"));
    assertEquals(0, response.body().length);
    assertEquals(200, send("HEAD", "/", BodyPublishers.noBody()).statusCode(), "still in step");
  }

  @Test
  void anExceptionOfTheHandlerIsAnswered500WithoutDetails() throws Exception {
    start(
        request -> {
          throw new IllegalStateException("a secret of the handler");
        },
        LIMIT);

    HttpResponse<byte[]> response = send("POST", "/", BodyPublishers.ofString("body"));

    assertEquals(500, response.statusCode());
    assertEquals(0, response.body().length);
    assertFalse(response.headers().map().toString().contains("secret"));
  }

  @Test
  void emptyResponsesDoNotHoldTheConnectionUp() throws Exception {
    start(request -> WebResponse.empty(200), LIMIT);

    for (int i = 0; i < 20; i++) {
      assertEquals(200, send("POST", "/", BodyPublishers.ofString("body")).statusCode());
    }
  }
}
