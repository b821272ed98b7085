// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.FetchException.Reason;
import io.botflow.bridge.media.ScriptedServer.Script;
import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fetcher says when a file cannot be had: whether to try again, and never the URL. */
class FetchFailureTest {
  @TempDir Path directory;
  private ScriptedServer server;

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private URI serving(Script script) throws IOException {
    server = ScriptedServer.start(script);
    return URI.create("http://127.0.0.1:" + server.port() + "/files/a.jpg?key=s3cret");
  }

  private URI serving(String answer) throws IOException {
    return serving(ScriptedServer.always(answer));
  }

  private MediaFetcher.Builder trusting(URI url) {
    return MediaFetcher.builder().policy(FetchPolicy.publicHttps().allowing(url));
  }

  @ParameterizedTest
  @CsvSource({
    "400, GONE",
    "401, GONE",
    "403, GONE",
    "404, GONE",
    "410, GONE",
    "408, TEMPORARY",
    "425, TEMPORARY",
    "429, TEMPORARY",
    "500, TEMPORARY",
    "502, TEMPORARY",
    "503, TEMPORARY",
    "204, TEMPORARY",
    "206, TEMPORARY",
    "304, TEMPORARY"
  })
  void theStatusTellsWhetherToTryAgain(int status, Reason reason) throws Exception {
    URI url = serving("HTTP/1.1 " + status + " Text\nContent-Length: 0\n\n");
    FetchException failure = failure(trusting(url).build(), url);
    assertEquals(reason, failure.reason());
    assertEquals(OptionalInt.of(status), failure.status());
    assertEquals("127.0.0.1", failure.host());
  }

  static Stream<String> brokenAnswers() {
    return Stream.of(
        "",
        "HTTP/1.1 200 OK\n",
        "HTTP/1.1 200 OK\nContent-Le",
        "SSH-2.0-OpenSSH\n\n",
        "HTTP/2 200\n\n",
        "HTTP/1.1 999 Odd\n\n",
        "HTTP/1.1 200 OK\nno colon\n\n",
        "HTTP/1.1 200 OK\nX: 1\n folded\n\n",
        "HTTP/1.1 200 OK\nBad Name: 1\n\n",
        "HTTP/1.1 200 OK\nContent-Length: 5\nContent-Length: 6\n\nhello",
        "HTTP/1.1 200 OK\nContent-Length: 5, 5\n\nhello",
        "HTTP/1.1 200 OK\nContent-Length: -5\n\nhello",
        "HTTP/1.1 200 OK\nContent-Length: 99999999999999999999\n\nhello",
        "HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked\n\n0\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n0\n\n",
        "HTTP/1.1 200 OK\nContent-Length: 50\n\nhello",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n4\nhello\n0\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n-5\nhello\n0\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nffffffffffffffffffff\nhello\n0\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5;" + "x".repeat(2000) + "\nhello\n0\n\n",
        "HTTP/1.1 200 OK\n" + "X: 1\n".repeat(10_000) + "\n",
        "HTTP/1.1 100 Continue\n\n".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void aBrokenAnswerIsForNowAndNeverAFile(String answer) throws Exception {
    URI url = serving(answer);
    MediaStore store = MediaStore.directory(directory);
    FetchException failure =
        assertThrows(FetchException.class, () -> trusting(url).build().fetchInto(store, "k", url));
    assertEquals(Reason.TEMPORARY, failure.reason());
    assertTrue(store.find("k").isEmpty());
  }

  @Test
  void anEncodingThatWasNotAskedForIsNotTakenForTheFile() throws Exception {
    URI url = serving("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 1\n\nx");
    assertEquals(Reason.GONE, failure(trusting(url).build(), url).reason());
  }

  @Test
  void aHostThatIsNotThereIsForNow() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    URI url = URI.create("http://127.0.0.1:" + port + "/");
    assertEquals(Reason.TEMPORARY, failure(trusting(url).build(), url).reason());

    server = ScriptedServer.start(ScriptedServer.always(""));
    MediaFetcher nameless = new TestNet(server).fetcher().build();
    FetchException unknown = failure(nameless, URI.create("https://nobody.example/s3cret"));
    assertEquals(Reason.TEMPORARY, unknown.reason());
    assertFalse(unknown.getMessage().contains("s3cret"));
  }

  @Test
  void aHostThatSaysNothingIsGivenUp() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    URI url = serving((request, out) -> awaitQuietly(over));
    Duration day = Duration.ofDays(1);
    MediaFetcher fetcher = trusting(url).timeouts(day, Duration.ofMillis(50), day).build();
    FetchException failure = failure(fetcher, url);
    over.countDown();
    assertEquals(Reason.TEMPORARY, failure.reason());
    assertInstanceOf(SocketTimeoutException.class, failure.getCause());
  }

  @Test
  void aDownloadThatTakesTooLongIsGivenUpThoughBytesKeepComing() throws Exception {
    URI url = serving((request, out) -> endless(out));
    AtomicLong nanos = new AtomicLong();
    Duration step = Duration.ofSeconds(30);
    MediaFetcher fetcher =
        trusting(url).timeouts(step, step, Duration.ofMinutes(2)).nanoTime(nanos::get).build();
    try (MediaContent content = fetcher.open(url)) {
      content.stream().readNBytes(100_000);
      nanos.addAndGet(Duration.ofSeconds(119).toNanos());
      content.stream().readNBytes(100_000);
      nanos.addAndGet(Duration.ofSeconds(2).toNanos());
      FetchException failure =
          assertThrows(FetchException.class, () -> content.stream().readNBytes(1_000_000));
      assertEquals(Reason.TEMPORARY, failure.reason());
    }
  }

  @Test
  void noMessageShowsMoreThanTheHost() throws Exception {
    for (String answer :
        List.of(
            "HTTP/1.1 404 No\nContent-Length: 0\n\n",
            "HTTP/1.1 302 Found\nLocation: http://127.0.0.1/s3cret\n\n",
            "HTTP/1.1 302 Found\nLocation: http://not a url/s3cret\n\n",
            "HTTP/1.1 302 Found\n\n",
            "garbage s3cret\n\n",
            "HTTP/1.1 200 OK\nContent-Length: 9\n\nx")) {
      URI url = serving(answer);
      Throwable failure =
          assertThrows(
              FetchException.class,
              () -> trusting(url).build().fetchInto(MediaStore.directory(directory), "k", url));
      for (; failure != null; failure = failure.getCause()) {
        assertFalse(String.valueOf(failure.getMessage()).contains("s3cret"), failure.getMessage());
        assertFalse(String.valueOf(failure.getMessage()).contains("files"), failure.getMessage());
      }
      server.close();
    }
  }

  private static FetchException failure(MediaFetcher fetcher, URI url) {
    return assertThrows(FetchException.class, () -> fetcher.open(url));
  }

  private static void endless(OutputStream out) throws IOException {
    out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
    byte[] bytes = new byte[8192];
    for (int i = 0; i < 3000; i++) {
      out.write(bytes);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
