// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Text;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.SendResult;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Telegram's answers, and their absence, mean for a message. */
class VerdictTest {
  @RegisterExtension final BotServer telegram = new BotServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | Bad Request: chat not found | Rejected | RECIPIENT_BLOCKED_OR_GONE
          400 | Bad Request: CHAT NOT FOUND | Rejected | RECIPIENT_BLOCKED_OR_GONE
          400 | Bad Request: group chat was upgraded to a supergroup chat | Rejected | RECIPIENT_BLOCKED_OR_GONE
          400 | Bad Request: message to be replied not found | Rejected | INVALID_REQUEST
          400 | Bad Request: can't parse entities | Rejected | INVALID_REQUEST
          400 | Bad Request: BUTTON_DATA_INVALID | Rejected | INVALID_REQUEST
          400 | Bad Request: wrong file_id or the file is temporarily unavailable | Rejected | MEDIA
          400 | Bad Request: file is too big | Rejected | MEDIA
          400 | Bad Request: file of size 11534336 bytes is too big for a photo | Rejected | MEDIA
          400 | Bad Request: failed to get HTTP URL content | Rejected | MEDIA
          400 | Bad Request: wrong type of the web page content | Rejected | MEDIA
          400 | Bad Request: PHOTO_INVALID_DIMENSIONS | Rejected | MEDIA
          401 | Unauthorized | RetryLater | AUTH
          403 | Forbidden: bot was blocked by the user | Rejected | RECIPIENT_BLOCKED_OR_GONE
          403 | Forbidden: user is deactivated | Rejected | RECIPIENT_BLOCKED_OR_GONE
          403 | Forbidden: bot can't initiate conversation with a user | Rejected | RECIPIENT_BLOCKED_OR_GONE
          403 | Forbidden: not enough rights to send text messages | Rejected | PERMISSION
          404 | Not Found | RetryLater | AUTH
          409 | Conflict: terminated by setWebhook request | RetryLater | PLATFORM_TRANSIENT
          413 | Request Entity Too Large | Rejected | MEDIA
          418 | I'm a teapot | Rejected | INVALID_REQUEST
          429 | Too Many Requests: retry after 30 | RetryLater | RATE_LIMITED
          500 | Internal Server Error: restart | RetryLater | PLATFORM_TRANSIENT
          502 | Bad Gateway | RetryLater | PLATFORM_TRANSIENT
          """)
  void anErrorOfTelegramsHasItsMeaning(
      int code, String description, String outcome, FailureReason reason) {
    telegram.answer(
        code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
    SendResult result = send();
    assertEquals(outcome, result.getClass().getSimpleName());
    if (result instanceof SendResult.Rejected rejected) {
      assertEquals(reason, rejected.reason());
      assertEquals("sendMessage: " + code + " " + description, rejected.detail());
    } else {
      SendResult.RetryLater later = assertInstanceOf(SendResult.RetryLater.class, result);
      assertEquals(reason, later.reason());
      assertEquals("sendMessage: " + code + " " + description, later.detail());
    }
    assertEquals(1, telegram.requests());
  }

  @Test
  void theTimeToWaitIsTakenFromTheBodyElseFromTheHeader() {
    telegram.answer(
        new MockResponse.Builder()
            .code(429)
            .addHeader("Retry-After", 99)
            .body(
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
                    + "\"parameters\":{\"retry_after\":30}}")
            .build());
    assertEquals(Duration.ofSeconds(30), later().after());
    telegram.answer(
        new MockResponse.Builder().code(429).addHeader("Retry-After", 99).body("slow").build());
    SendResult.RetryLater later = later();
    assertEquals(Duration.ofSeconds(99), later.after());
    assertEquals(FailureReason.RATE_LIMITED, later.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3601", "9223372036854775807", "99999999999999999999999999"})
  void nobodyIsLeftAloneForMoreThanAnHour(String seconds) {
    telegram.answer(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
            + "\"parameters\":{\"retry_after\":"
            + seconds
            + "}}");
    assertEquals(Duration.ofHours(1), later().after());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>OK</html>",
        "{\"ok\":true",
        "{\"ok\":true}",
        "{\"ok\":true,\"result\":true}",
        "{\"ok\":true,\"result\":{\"message_id\":\"x\"}}",
        "{\"ok\":\"yes\",\"result\":{\"message_id\":1}}",
        "{\"ok\":false}",
        "[]"
      })
  void aSuccessThatNamesNoMessageMayHaveBeenOne(String body) {
    telegram.answer(200, body);
    assertInstanceOf(SendResult.Unknown.class, send());
  }

  @ParameterizedTest
  @CsvSource({"502", "503", "504"})
  void aFaultThatIsNotTelegramsOwnWordMayHaveComeAfterTheMessage(int status) {
    telegram.answer(status, "<html>Bad Gateway</html>");
    assertInstanceOf(SendResult.Unknown.class, send());
  }

  @ParameterizedTest
  @CsvSource({"302", "403", "407"})
  void whatSomethingOnTheWayRefusedNeverArrived(int status) {
    telegram.answer(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Location", telegram.uri() + "elsewhere")
            .addHeader("Proxy-Authenticate", "Basic")
            .body("<html>no</html>")
            .build());
    SendResult.RetryLater later = later();
    assertEquals(FailureReason.PLATFORM_TRANSIENT, later.reason());
    assertTrue(later.detail().contains("apiUri"), later.detail());
    assertEquals(1, telegram.requests());
  }

  @Test
  void withoutAConnectionNothingWasSent() {
    TelegramAdapter adapter = telegram.adapter();
    telegram.stop();
    SendResult result = adapter.send(new Text("x"), BotServer.CUSTOMER, BotServer.context());
    SendResult.RetryLater later = assertInstanceOf(SendResult.RetryLater.class, result);
    assertEquals(FailureReason.PLATFORM_TRANSIENT, later.reason());
    assertTrue(later.detail().toLowerCase(Locale.ROOT).contains("connect"), later.detail());
  }

  @Test
  void aHostThatDoesNotExistGotNothing() {
    TelegramAdapter adapter =
        telegram.builder().apiUri(URI.create("http://no-such-host.invalid")).build();
    assertInstanceOf(
        SendResult.RetryLater.class,
        adapter.send(new Text("x"), BotServer.CUSTOMER, BotServer.context()));
  }

  @Test
  void aServerWithoutACertificateGotNothing() throws Exception {
    telegram.useTls(SSLContext.getDefault());
    assertEquals(FailureReason.PLATFORM_TRANSIENT, later().reason());
    assertEquals(0, telegram.requests());
  }

  @Test
  void aConnectionClosedAfterTheRequestLeavesItOpen() {
    telegram.answer(
        new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket())
            .body(BotServer.SENT)
            .build());
    assertInstanceOf(SendResult.Unknown.class, send());
    assertEquals(1, telegram.requests());
  }

  @Test
  void anAnswerThatBreaksOffLeavesItOpen() {
    telegram.answer(
        new MockResponse.Builder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .body(BotServer.SENT)
            .build());
    assertInstanceOf(SendResult.Unknown.class, send());
  }

  @Test
  void anAnswerThatNeverComesLeavesItOpen() {
    telegram.answer(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertInstanceOf(SendResult.Unknown.class, sendImpatiently());
  }

  @Test
  void anAnswerThatStopsHalfWayLeavesItOpen() {
    telegram.answer(
        new MockResponse.Builder()
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .body(BotServer.SENT)
            .build());
    assertInstanceOf(SendResult.Unknown.class, sendImpatiently());
  }

  @Test
  void anInterruptLeavesItOpenAndStaysSet() {
    Thread.currentThread().interrupt();
    assertInstanceOf(SendResult.Unknown.class, send());
    assertTrue(Thread.interrupted());
  }

  private SendResult.RetryLater later() {
    return assertInstanceOf(SendResult.RetryLater.class, send());
  }

  private SendResult send() {
    return telegram.adapter().send(new Text("x"), BotServer.CUSTOMER, BotServer.context());
  }

  private SendResult sendImpatiently() {
    return telegram
        .builder()
        .requestTimeout(Duration.ofMillis(300))
        .build()
        .send(new Text("x"), BotServer.CUSTOMER, BotServer.context());
  }
}
