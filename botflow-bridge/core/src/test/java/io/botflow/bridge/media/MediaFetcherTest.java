// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.FetchException.Reason;
import io.botflow.bridge.media.ScriptedServer.Script;
import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fetcher against a real server on loopback, which the policy trusts by its origin. */
class MediaFetcherTest {
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

  @Test
  void aFileGoesStraightIntoTheStore() throws Exception {
    byte[] bytes = TestMedia.bytes(3_000_000, 1);
    URI url =
        serving(
            (request, out) -> {
              out.write(
                  ascii(
                      "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 3000000\r\n\r\n"));
              out.write(bytes);
            });
    MediaStore store = MediaStore.directory(directory);

    StoredMedia media = trusting(url).build().fetchInto(store, "k", url);

    assertEquals("image/jpeg", media.mimeType());
    assertEquals("a.jpg", media.fileName());
    try (InputStream in = store.open("k", 0)) {
      assertArrayEquals(bytes, in.readAllBytes());
    }
  }

  @Test
  void theRequestIsOneAndCarriesNothingOfOurs() throws Exception {
    URI base = serving("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
    URI url = base.resolve("/фото%0d%0aX:%20y/../a.jpg?q=%23&ключ=1#fragment");

    trusting(url).build().open(url).close();

    assertEquals(
        List.of(
            "GET "
                + url.toASCIIString()
                    .substring(base.toString().indexOf("/files"))
                    .replace("#fragment", "")
                + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + server.port()
                + "\r\nUser-Agent: botflow-bridge\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n"),
        server.requests());
  }

  static Stream<Arguments> framings() {
    return Stream.of(
        Arguments.of("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello and more", 5L),
        Arguments.of("HTTP/1.1 200 OK\nContent-Length: 5\nContent-Length: 5\n\nhello", 5L),
        Arguments.of("HTTP/1.0 200 OK\n\nhello", -1L),
        Arguments.of("HTTP/1.1 200\n\nhello", -1L),
        Arguments.of(
            "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nhe\n3;x=y\nllo\n0\n\n", -1L),
        Arguments.of(
            "HTTP/1.1 200 OK\ntransfer-encoding:Chunked\n\n5  \nhello\n000\nTrailer: x\n\n", -1L),
        Arguments.of(
            "HTTP/1.1 103 Early Hints\nLink: x\n\nHTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
            5L));
  }

  @ParameterizedTest
  @MethodSource("framings")
  void everyFramingOfABodyIsRead(String answer, long size) throws Exception {
    URI url = serving(answer);
    try (MediaContent content = trusting(url).build().open(url)) {
      assertEquals("hello", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(size < 0 ? OptionalLong.empty() : OptionalLong.of(size), content.sizeBytes());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X-None: 1|a.jpg",
        "Content-Disposition: attachment|a.jpg",
        "Content-Disposition: attachment; filename=b.pdf|b.pdf",
        "Content-Disposition: attachment; filename=\"звіт \\\"1\\\".pdf\"|звіт \"1\".pdf",
        "content-disposition: inline; FileName*=UTF-8''%D0%B7%D0%B2%D1%96%D1%82.pdf|звіт.pdf",
        "Content-Disposition: a; filename=\"x.pdf\"; filename*=utf-8'uk'%D0%B7.pdf|з.pdf",
        "Content-Disposition: a; filename=\"50% off.pdf\"|50% off.pdf",
      })
  void theNameComesFromTheAnswerElseFromTheUrl(String header, String name) throws Exception {
    URI url = serving("HTTP/1.1 200 OK\n" + header + "\nContent-Length: 0\n\n");
    try (MediaContent content = trusting(url).build().open(url)) {
      assertEquals(name, content.fileName());
    }
  }

  @Test
  void aTypeThatIsMissingIsGuessedAndTheBytesAreAllThere() throws Exception {
    URI url = serving("HTTP/1.1 200 OK\nContent-Length: 9\n\n%PDF-1.7!");
    try (MediaContent content = trusting(url).build().open(url)) {
      assertEquals("application/pdf", content.mimeType());
      assertEquals(
          "%PDF-1.7!", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theSizeLimitHoldsForWhatIsAnnouncedAndForWhatComes() throws Exception {
    URI url =
        serving(
            (request, out) -> {
              String framing = request.contains("/announced") ? "Content-Length: 11\r\n" : "";
              out.write(ascii("HTTP/1.1 200 OK\r\n" + framing + "\r\nhello world"));
            });
    MediaFetcher.Builder fetcher = trusting(url);
    URI announced = url.resolve("/announced");
    URI unannounced = url.resolve("/unannounced");
    MediaStore store = MediaStore.directory(directory);
    for (URI each : List.of(announced, unannounced)) {
      MediaFetcher ten = fetcher.maxBytes(10).build();
      assertThrows(MediaTooLargeException.class, () -> ten.fetchInto(store, "k", each));
      assertThrows(MediaTooLargeException.class, () -> ten.open(each));
      assertEquals(11, fetcher.maxBytes(11).build().fetchInto(store, "k", each).sizeBytes());
    }
  }

  @Test
  void threeRedirectsAreFollowedAndAFourthIsNot() throws Exception {
    URI url =
        serving(
            (request, out) -> {
              int left = request.charAt("GET /".length()) - '0';
              String answer =
                  left == 0
                      ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                      : "HTTP/1.1 302 Found\r\nLocation: /" + (left - 1) + "/b.png\r\n\r\n";
              out.write(ascii(answer));
            });
    MediaFetcher fetcher = trusting(url).build();
    try (MediaContent content = fetcher.open(url.resolve("/3/a"))) {
      assertEquals("b.png", content.fileName());
    }
    assertEquals(4, server.connections());
    FetchException failure =
        assertThrows(FetchException.class, () -> fetcher.open(url.resolve("/4/a")));
    assertEquals(Reason.REFUSED, failure.reason());
    assertEquals(8, server.connections());
  }

  @Test
  void aSettingOutOfBoundsIsNamed() {
    Duration second = Duration.ofSeconds(1);
    for (String setting : List.of("connect", "idle", "total")) {
      MediaFetcher.Builder builder =
          MediaFetcher.builder()
              .timeouts(
                  setting.equals("connect") ? Duration.ZERO : second,
                  setting.equals("idle") ? Duration.ZERO : second,
                  setting.equals("total") ? Duration.ZERO : second);
      String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
      assertTrue(message.startsWith(setting), message);
    }
    MediaFetcher.Builder none = MediaFetcher.builder().maxBytes(0);
    assertThrows(IllegalArgumentException.class, none::build);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
