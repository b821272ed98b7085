// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHandlerTest {
  private static final URI PUBLIC = URI.create("https://bridge.example.com/botflow");
  private static final String TEXT = "0123456789";

  @TempDir Path directory;
  private final TestClock clock = new TestClock();
  private final MediaLinks links =
      MediaLinks.builder(PUBLIC, "a secret of the tests").clock(clock).build();
  private MediaStore store;
  private MediaHandler handler;

  @BeforeEach
  void open() {
    store = MediaStore.directory(directory, clock);
    handler = MediaHandler.of(store, links);
  }

  @Test
  void aWholeFileComesWithEverythingABrowserMustKnow() throws IOException {
    StoredMedia media = stored("image/png", "фото.png");
    WebResponse response = get(media);

    assertEquals(200, response.status());
    assertEquals(TEXT, body(response));
    assertEquals("image/png", header(response, "Content-Type"));
    assertEquals("bytes", header(response, "Accept-Ranges"));
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    assertEquals("\"" + media.sha256() + "\"", header(response, "ETag"));
    assertEquals("private, max-age=3600", header(response, "Cache-Control"));
    assertTrue(header(response, "Content-Security-Policy").endsWith("; sandbox"));
    assertEquals(
        "inline; filename=\"____.png\"; filename*=UTF-8''%D1%84%D0%BE%D1%82%D0%BE.png",
        header(response, "Content-Disposition"));
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, inline",
    "image/svg+xml, attachment",
    "audio/ogg, inline",
    "video/mp4, inline",
    "application/pdf, inline",
    "text/html, attachment",
    "application/xhtml+xml, attachment",
    "application/zip, attachment",
    "text/plain, attachment",
    "application/octet-stream, attachment"
  })
  void onlyWhatCannotRunIsShownInPlace(String type, String disposition) throws IOException {
    WebResponse response = get(stored(type, "a.bin"));
    assertEquals(disposition + "; filename=\"a.bin\"", header(response, "Content-Disposition"));
    assertTrue(header(response, "Content-Security-Policy").startsWith("default-src 'none'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"x\", %s", "\"x\",W/%s ,\"y\"", "*"})
  void whatTheCallerHasIsNotSentAgain(String tags) throws IOException {
    StoredMedia media = stored("image/png", "a.png");
    String etag = "\"" + media.sha256() + "\"";
    for (String method : new String[] {"GET", "HEAD"}) {
      WebRequest request =
          request(method, media)
              .header("If-None-Match", tags.formatted(etag))
              .header("Range", "bytes=0-1")
              .build();
      WebResponse response = handler.handle(request);
      assertEquals(304, response.status());
      assertNull(response.body());
      assertEquals(etag, header(response, "ETag"));
    }
  }

  @Test
  void anotherTagIsAnsweredInFull() throws IOException {
    StoredMedia media = stored("image/png", "a.png");
    WebRequest request =
        request("GET", media).header("If-None-Match", "\"x\", " + media.sha256()).build();
    assertEquals(200, handler.handle(request).status());
  }

  @Test
  void everyKindOfBadLinkIsTheSameBareNotFound() throws IOException {
    StoredMedia media = stored("image/png", "a.png");
    String path = links.link(media).getRawPath();
    String gone = links.link(new StoredMedia("gone", "a.png", "image/png", 1, "0")).getRawPath();
    clock.advance(Duration.ofDays(1));
    assertEquals(200, handle("GET", path).status());
    for (String bad :
        new String[] {
          gone,
          path.replace("/media/", "/media/A"),
          path.replace("/media/", "/other/"),
          "/",
          "",
          "/media",
          "/media/",
          "/media//",
          "/media/x/y",
          "/media/../../etc/passwd",
          path + "/x",
          path.substring(0, path.lastIndexOf('/')),
          "media",
          "//"
        }) {
      assertEquals(WebResponse.empty(404), handle("GET", bad), bad);
    }
    clock.advance(Duration.ofDays(6));
    assertEquals(WebResponse.empty(404), handle("GET", path));
  }

  @Test
  void theNameInThePathDoesNotMatter() throws IOException {
    String path = links.link(stored("image/png", "a.png")).getRawPath();
    String other = path.substring(0, path.lastIndexOf('/') + 1) + "setup.exe";
    assertTrue(header(handle("GET", other), "Content-Disposition").contains("a.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"})
  void otherMethodsAreRefusedWhateverTheLink(String method) throws IOException {
    StoredMedia media = stored("image/png", "a.png");
    for (String path : new String[] {links.link(media).getRawPath(), "/media/x/y"}) {
      WebResponse response = handle(method, path);
      assertEquals(405, response.status());
      assertEquals("GET, HEAD", header(response, "Allow"));
    }
  }

  @Test
  void aStoreThatFailsIsForNowAndSaysNothing() throws Exception {
    StoredMedia media = stored("image/png", "a.png");
    Path file = directory.resolve(TestMedia.filesIn(directory).get(0));
    Files.write(file, new byte[3]);
    WebResponse response = get(media);
    assertEquals(503, response.status());
    assertNull(response.body());
  }

  @Test
  void aNameOfAnotherStoreCannotBreakTheHeaders() {
    String header = ContentDisposition.of(false, "a\"\r\nX: y\\%41\u0000.html");
    assertEquals(
        "attachment; filename=\"a___X: y__41_.html\";"
            + " filename*=UTF-8''a%22%0D%0AX%3A%20y%5C%2541%00.html",
        header);
  }

  private StoredMedia stored(String type, String name) throws IOException {
    return store.put(
        "key", TestMedia.content(TEXT.getBytes(StandardCharsets.US_ASCII), type, name), 100);
  }

  private WebResponse get(StoredMedia media) {
    return handler.handle(request("GET", media).build());
  }

  private WebRequest.Builder request(String method, StoredMedia media) {
    return WebRequest.builder(method, links.link(media).getRawPath());
  }

  private WebResponse handle(String method, String path) {
    return handler.handle(WebRequest.builder(method, path).build());
  }

  private static String header(WebResponse response, String name) {
    return response.headers().getOrDefault(name, "(absent)");
  }

  private static String body(WebResponse response) throws IOException {
    if (response.body() == null) {
      return "";
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    response.body().writeTo(out);
    assertEquals(response.body().length(), out.size());
    return out.toString(StandardCharsets.US_ASCII);
  }
}
