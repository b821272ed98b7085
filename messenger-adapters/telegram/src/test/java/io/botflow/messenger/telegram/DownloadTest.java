// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.messenger.MediaContent;
import io.botflow.connector.messenger.MediaUnavailableException;
import io.botflow.connector.messenger.MediaWithheldException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private static final MediaSource FILE = new MediaSource.MessengerFile("BQACAgIAAxkBAAI\"x");

  @RegisterExtension final BotServer telegram = new BotServer();

  @Test
  void aFileComesByteForByte() throws Exception {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    file("documents/file_12.pdf", "300000");
    telegram.answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/pdf; x=y")
            .body(new Buffer().write(bytes))
            .build());
    try (MediaContent content = telegram.adapter().open(FILE)) {
      assertArrayEquals(bytes, content.stream().readAllBytes());
      assertEquals(-1, content.stream().read());
      assertEquals("application/pdf", content.mimeType());
      assertEquals("file_12.pdf", content.fileName());
      assertEquals(OptionalLong.of(300_000), content.sizeBytes());
    }
    RecordedRequest question = telegram.take();
    assertEquals("/bot" + BotServer.TOKEN + "/getFile", question.getTarget());
    assertEquals("{\"file_id\":\"BQACAgIAAxkBAAI\\\"x\"}", BotServer.body(question));
    assertEquals(
        "GET /file/bot" + BotServer.TOKEN + "/documents/file_12.pdf HTTP/1.1",
        telegram.take().getRequestLine());
  }

  @Test
  void bytesThatAreOnlyCalledBytesHaveNoType() throws Exception {
    file("photos/file_1.jpg", "5");
    telegram.answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/octet-stream")
            .chunkedBody("12345", 2)
            .build());
    try (MediaContent content = telegram.adapter().open(FILE)) {
      assertNull(content.mimeType());
      assertEquals(OptionalLong.of(5), content.sizeBytes());
      assertEquals('1', content.stream().read());
      assertEquals(4, content.stream().skip(100));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../bot/x",
        "documents/../../x",
        "documents/..",
        "./x",
        "https://evil.example/x",
        "//evil.example/x",
        "documents//x",
        "documents/",
        " "
      })
  void aPathThatLeavesTheBotsFilesIsNotFollowed(String path) throws Exception {
    file(path, "5");
    assertThrows(MediaUnavailableException.class, () -> telegram.adapter().open(FILE));
    assertEquals(1, telegram.requests());
  }

  @ParameterizedTest
  @CsvSource({
    "'a/b?c=d', a/b%3Fc%3Dd",
    "'a/b#c', a/b%23c",
    "'a/%2e%2e/c', a/%252e%252e/c",
    "'a/..\\c', a/..%5Cc",
    "'a/b c\r\nX: y', a/b%20c%0D%0AX%3A%20y",
    "'a/звіт.pdf', a/%D0%B7%D0%B2%D1%96%D1%82.pdf",
    "'a@evil.example:80/x', a%40evil.example%3A80/x",
  })
  void aPathHasNoMeaningBeyondItsSegments(String path, String requested) throws Exception {
    file(path, "1");
    telegram.answer(200, "x");
    telegram.adapter().open(FILE).close();
    telegram.take();
    assertEquals(
        "GET /file/bot" + BotServer.TOKEN + "/" + requested + " HTTP/1.1",
        telegram.take().getRequestLine());
  }

  @Test
  void whatTelegramCallsTooBigIsUnavailableForGood() {
    telegram.answer(
        400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: file is too big\"}");
    assertTrue(unavailable().contains("20 MB"));
  }

  @Test
  void aFileOfMoreThanTwentyMegabytesIsNotFetched() throws Exception {
    file("documents/file_1.zip", String.valueOf(20 * 1024 * 1024 + 1));
    assertTrue(unavailable().contains("20 MB"));
    assertEquals(1, telegram.requests());
  }

  @Test
  void aFileThatIsLargerThanToldIsCutOffAtTheLimit() throws Exception {
    file("documents/file_1.zip", "1000");
    telegram.answer(
        new MockResponse.Builder()
            .chunkedBody(new Buffer().write(new byte[21 * 1024 * 1024]), 1 << 20)
            .build());
    try (MediaContent content = telegram.adapter().open(FILE)) {
      InputStream in = content.stream();
      assertThrows(
          MediaUnavailableException.class, () -> in.transferTo(OutputStream.nullOutputStream()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request: wrong file_id or the file is temporarily unavailable",
    "401, Unauthorized",
    "404, Not Found",
    "429, Too Many Requests: retry after 3",
    "500, Internal Server Error",
  })
  void whatMayPassIsNotCalledUnavailable(int code, String description) {
    telegram.answer(
        code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
    IOException e = assertThrows(IOException.class, () -> telegram.adapter().open(FILE));
    assertFalse(e instanceof MediaUnavailableException);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: invalid file_id\"}",
      })
  void anUnknownFileIsUnavailableForGood(String body) {
    telegram.answer(400, body);
    assertTrue(unavailable().contains("invalid file_id"));
  }

  @Test
  void aFileWithoutAPathIsUnavailable() {
    telegram.answer(200, "{\"ok\":true,\"result\":{\"file_id\":\"x\"}}");
    assertTrue(unavailable().contains("path"));
  }

  @ParameterizedTest
  @CsvSource({"302", "404", "500"})
  void aDownloadThatFailsMayBeTriedAgain(int status) throws Exception {
    file("documents/file_1.zip", "5");
    telegram.answer(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Location", "https://evil.example/" + BotServer.TOKEN)
            .build());
    IOException e = assertThrows(IOException.class, () -> telegram.adapter().open(FILE));
    assertEquals("file download: HTTP " + status, e.getMessage());
    assertTrue(e instanceof MediaWithheldException);
  }

  /** Whoever waits for one file must not wait as long as for all of Telegram. */
  @Test
  void onlyWhatIsSaidOfThisFileWithholdsIt() throws Exception {
    telegram.answer(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: wrong file_id or the"
            + " file is temporarily unavailable\"}");
    assertThrows(MediaWithheldException.class, () -> telegram.adapter().open(FILE));
    telegram.answer(502, "{\"ok\":false,\"error_code\":502,\"description\":\"Bad Gateway\"}");
    assertFalse(
        assertThrows(IOException.class, () -> telegram.adapter().open(FILE))
            instanceof MediaWithheldException);
    file("documents/file_1.zip", "5");
    telegram.answer(429, "");
    assertFalse(
        assertThrows(IOException.class, () -> telegram.adapter().open(FILE))
            instanceof MediaWithheldException);
  }

  @Test
  void aDownloadThatBreaksOffIsNoWholeFile() throws Exception {
    file("documents/file_1.zip", "100000");
    telegram.answer(
        new MockResponse.Builder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .body(new Buffer().write(new byte[100_000]))
            .build());
    try (MediaContent content = telegram.adapter().open(FILE)) {
      assertThrows(IOException.class, () -> content.stream().readAllBytes());
    }
  }

  @Test
  void aDownloadThatStopsDoesNotHoldTheReaderForEver() throws Exception {
    file("documents/file_1.zip", "100000");
    telegram.answer(
        new MockResponse.Builder()
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .body(new Buffer().write(new byte[100_000]))
            .build());
    TelegramAdapter impatient = telegram.builder().requestTimeout(Duration.ofMillis(500)).build();
    try (MediaContent content = impatient.open(FILE)) {
      assertThrows(IOException.class, () -> content.stream().readAllBytes());
    }
  }

  @Test
  void onlyFilesOfTelegramsAreOpened() {
    TelegramAdapter adapter = telegram.adapter();
    assertThrows(
        IllegalArgumentException.class,
        () -> adapter.open(new MediaSource.Url(URI.create("http://169.254.169.254/"))));
    assertThrows(IllegalArgumentException.class, () -> adapter.open(new MediaSource.Stored("k")));
  }

  private String unavailable() {
    return String.valueOf(
        assertThrows(MediaUnavailableException.class, () -> telegram.adapter().open(FILE))
            .getMessage());
  }

  private void file(String path, String size) throws IOException {
    telegram.answer(
        200,
        "{\"ok\":true,\"result\":{\"file_id\":\"x\",\"file_unique_id\":\"y\",\"file_size\":"
            + size
            + ",\"file_path\":"
            + new ObjectMapper().writeValueAsString(path)
            + "}}");
  }
}
