// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.call.RequestBudget;
import io.botflow.genesys.call.RetryPolicy;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens to connections that one side closes while they are idle. */
class IdleConnectionTest {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final Pattern MESSAGE_ID = Pattern.compile("\"messageId\":\"(m-\\d+)\"");

  /** Answers one request of each connection as if it stayed open, and closes it at once. */
  private static final class ClosingServer implements AutoCloseable {
    private final ServerSocket listening = listen();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ClosingServer() {
      Thread accepting = new Thread(this::accept, "closing-server");
      accepting.setDaemon(true);
      accepting.start();
    }

    private void accept() {
      try {
        while (true) {
          try (Socket socket = listening.accept()) {
            requests.add(answer(socket));
          }
        }
      } catch (IOException e) {
        // The test is over.
      }
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }

  private static ServerSocket listen() {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      listening.setSoTimeout(30_000);
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI uri(ServerSocket listening) {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  private static String answer(Socket socket) throws IOException {
    socket.setSoTimeout(30_000);
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.append((char) octet);
    }
    Matcher length = CONTENT_LENGTH.matcher(head);
    String body =
        length.find()
            ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
            : "";
    socket.getOutputStream().write(ANSWER);
    return body;
  }

  static GenesysCloud connect(URI uri, RetryPolicy retries) {
    return GenesysCloud.builder(Region.at(uri, uri))
        .accessTokens(AccessTokenProvider.fixed("t"))
        .retries(retries)
        .budget(RequestBudget.unlimited())
        .build();
  }

  @Test
  void aFarSideThatClosesAfterEachAnswerLosesNothingAndGetsNothingTwice() throws Exception {
    RetryPolicy retries =
        RetryPolicy.builder()
            .maxAttempts(20)
            .firstDelay(Duration.ofMillis(1))
            .maxDelay(Duration.ofMillis(20))
            .build();
    List<String> sent = IntStream.range(0, 100).mapToObj(i -> "m-" + i).toList();
    try (ClosingServer server = new ClosingServer();
        GenesysCloud cloud = connect(uri(server.listening), retries)) {
      for (String id : sent) {
        cloud
            .openMessaging("i")
            .send(InboundMessage.builder(Customer.of("u")).messageId(id).text("Hi").build());
      }
      // The server answers first and takes its note after.
      long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (server.requests.size() < sent.size() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
      assertEquals(
          sent,
          server.requests.stream()
              .map(MESSAGE_ID::matcher)
              .filter(Matcher::find)
              .map(id -> id.group(1))
              .toList());
    }
  }

  @Test
  void aRequestNoneOfWhoseBodyWasTakenIsNotSent() throws Exception {
    try (ServerSocket listening = listen()) {
      HttpTransport transport = HttpTransport.of(null, Duration.ofMillis(300));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri(listening))
              .POST(BodyPublishers.fromPublisher(IdleConnectionTest::handNothing, 4));
      TransportException e =
          assertThrows(TransportException.class, () -> transport.exchange(request));
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
  }

  private static void handNothing(Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(
        new Subscription() {
          @Override
          public void request(long count) {}

          @Override
          public void cancel() {}
        });
  }

  /** The other JVM of the next test: makes one call, then stays until it is ended. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) throws IOException {
      URI uri = URI.create(arguments[0]);
      try (GenesysCloud cloud = connect(uri, RetryPolicy.none())) {
        cloud.openMessaging("i").send(InboundMessage.text(Customer.of("u"), "Hi"));
        int ended = System.in.read();
        System.out.println("ended " + ended);
      }
    }
  }

  @Test
  void theDocumentedSettingMakesThisSideCloseFirst() throws Exception {
    try (ServerSocket listening = listen()) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Djdk.httpclient.keepalive.timeout=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Probe.class.getName(),
                  uri(listening).toString())
              .redirectErrorStream(true)
              .start();
      try (Socket socket = listening.accept()) {
        answer(socket);
        assertEquals(-1, socket.getInputStream().read());
        assertTrue(other.isAlive(), "the connection was closed, not the process");
      } finally {
        other.destroyForcibly();
      }
    }
  }
}
