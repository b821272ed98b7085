// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.web.JdkHttpBinding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ranges and conditions of RFC 9110 (sections 13 and 14), row by row, over HTTP on loopback. {@code
 * ETAG} stands for the file's own tag; the file holds the ten digits.
 */
class RangeConformanceTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static ExecutorService threads;
  private static HttpServer server;
  private static StoredMedia digits;
  private static StoredMedia empty;
  private static MediaLinks links;

  @BeforeAll
  static void serve() throws IOException {
    threads = Executors.newSingleThreadExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    links = MediaLinks.builder(base, "a secret of the tests").build();
    MediaStore store = MediaStore.inMemory(Clock.systemUTC());
    byte[] bytes = "0123456789".getBytes(StandardCharsets.US_ASCII);
    digits = store.put("digits", TestMedia.content(bytes, "video/mp4", "a.mp4"), 100);
    empty = store.put("empty", TestMedia.content(new byte[0], "video/mp4", "a.mp4"), 100);
    server.createContext("/", JdkHttpBinding.of(MediaHandler.of(store, links)));
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @ParameterizedTest(name = "{0} Range: {1}, If-Range: {2}, If-None-Match: {3} -> {4} {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        // method | Range | If-Range | If-None-Match | status | body | Content-Range
        "GET||||200|0123456789|",
        // A single range: closed, open, a suffix; cut to the end of the file.
        "GET|bytes=0-3|||206|0123|bytes 0-3/10",
        "GET|bytes=4-6|||206|456|bytes 4-6/10",
        "GET|bytes=9-9|||206|9|bytes 9-9/10",
        "GET|bytes=0-0|||206|0|bytes 0-0/10",
        "GET|bytes=0-|||206|0123456789|bytes 0-9/10",
        "GET|bytes=7-|||206|789|bytes 7-9/10",
        "GET|bytes=7-99|||206|789|bytes 7-9/10",
        "GET|bytes=7-99999999999999999999999|||206|789|bytes 7-9/10",
        "GET|bytes=-3|||206|789|bytes 7-9/10",
        "GET|bytes=-10|||206|0123456789|bytes 0-9/10",
        "GET|bytes=-99|||206|0123456789|bytes 0-9/10",
        "GET|bytes=-99999999999999999999999|||206|0123456789|bytes 0-9/10",
        "GET|Bytes= 1-2|||206|12|bytes 1-2/10",
        "GET|bytes=00000000000000000000001-2|||206|12|bytes 1-2/10",
        // What the file does not have.
        "GET|bytes=10-|||416||bytes */10",
        "GET|bytes=10-12|||416||bytes */10",
        "GET|bytes=99999999999999999999999-|||416||bytes */10",
        "GET|bytes=-0|||416||bytes */10",
        // Several ranges may be answered in full, and are.
        "GET|bytes=1-2,4-5|||200|0123456789|",
        "GET|bytes=0-0,-1|||200|0123456789|",
        "GET|bytes=1-2,|||200|0123456789|",
        // What is no range of bytes is ignored.
        "GET|bytes=3-2|||200|0123456789|",
        "GET|bytes=-|||200|0123456789|",
        "GET|bytes=|||200|0123456789|",
        "GET|bytes|||200|0123456789|",
        "GET|bytes=a-b|||200|0123456789|",
        "GET|bytes=1-2x|||200|0123456789|",
        "GET|bytes=--2|||200|0123456789|",
        "GET|bytes=+1-2|||200|0123456789|",
        "GET|bytes=0x1-2|||200|0123456789|",
        "GET|bytes=1 - 2|||200|0123456789|",
        "GET|bytes:0-1|||200|0123456789|",
        "GET|items=0-1|||200|0123456789|",
        // If-Range: only the file's own strong tag lets the range through.
        "GET|bytes=0-1|ETAG||206|01|bytes 0-1/10",
        "GET|bytes=0-1|\"other\"||200|0123456789|",
        "GET|bytes=0-1|W/ETAG||200|0123456789|",
        "GET|bytes=0-1|Sun, 01 Mar 2026 12:00:00 GMT||200|0123456789|",
        "GET|bytes=99-|\"other\"||200|0123456789|",
        "GET|bytes=99-|ETAG||416||bytes */10",
        "GET||\"other\"||200|0123456789|",
        // If-None-Match goes before ranges; it compares weakly.
        "GET|||ETAG|304||",
        "GET|||W/ETAG|304||",
        "GET|||\"x\", ETAG|304||",
        "GET|||*|304||",
        "GET|||\"other\"|200|0123456789|",
        "GET|bytes=0-1|ETAG|ETAG|304||",
        "GET|bytes=0-1||\"other\"|206|01|bytes 0-1/10",
        // HEAD knows no ranges.
        "HEAD||||200||",
        "HEAD|bytes=0-1|||200||",
        "HEAD|bytes=99-|||200||",
        "HEAD|||ETAG|304||",
      })
  void everyRowOfTheTableHolds(
      String method,
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch,
      int status,
      @Nullable String body,
      @Nullable String contentRange)
      throws Exception {
    HttpResponse<byte[]> response = send(digits, method, range, ifRange, ifNoneMatch);

    assertEquals(status, response.statusCode());
    String expected = body == null ? "" : body;
    assertEquals(expected, new String(response.body(), StandardCharsets.US_ASCII));
    assertEquals(contentRange, header(response, "Content-Range"));
    assertEquals("bytes", header(response, "Accept-Ranges"));
    assertEquals("\"" + digits.sha256() + "\"", header(response, "ETag"));
    assertEquals("private, max-age=3600", header(response, "Cache-Control"));
    if (status == 200 || status == 206) {
      int length = method.equals("HEAD") ? 10 : expected.length();
      assertEquals(Integer.toString(length), header(response, "Content-Length"));
      assertEquals("video/mp4", header(response, "Content-Type"));
      assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    }
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({"GET, , 200", "GET, bytes=0-, 416", "GET, bytes=-5, 200", "HEAD, bytes=0-, 200"})
  void anEmptyFileHasNoFirstByte(String method, @Nullable String range, int status)
      throws Exception {
    HttpResponse<byte[]> response = send(empty, method, range, null, null);
    assertEquals(status, response.statusCode());
    assertEquals(0, response.body().length);
    assertEquals(status == 416 ? "bytes */0" : null, header(response, "Content-Range"));
  }

  @ParameterizedTest
  @CsvSource({"bytes=\u0661-\u0662", "bytes=\uff11-\uff12"})
  void digitsOfOtherScriptsAreNoRange(String range) {
    assertEquals(200, RangeHeader.select(range, 10).status());
  }

  private static HttpResponse<byte[]> send(
      StoredMedia media,
      String method,
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(links.link(media))
            .method(method, HttpRequest.BodyPublishers.noBody());
    String etag = "\"" + media.sha256() + "\"";
    for (List<String> header :
        List.of(
            List.of("Range", range == null ? "" : range),
            List.of("If-Range", ifRange == null ? "" : ifRange),
            List.of("If-None-Match", ifNoneMatch == null ? "" : ifNoneMatch))) {
      if (!header.get(1).isEmpty()) {
        request.header(header.get(0), header.get(1).replace("ETAG", etag));
      }
    }
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static @Nullable String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }
}
