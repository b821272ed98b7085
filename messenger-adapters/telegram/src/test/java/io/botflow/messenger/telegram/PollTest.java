// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.Polled;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollTest {
  private static final String ALLOWED =
      "\"allowed_updates\":[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\","
          + "\"message_reaction\",\"business_connection\",\"business_message\","
          + "\"edited_business_message\",\"deleted_business_messages\"]}";

  @RegisterExtension final BotServer telegram = new BotServer();

  @Test
  void theFirstPollHasNoOffset() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":[]}");
    Polled polled = telegram.adapter().poll(null, Duration.ZERO);
    assertEquals(List.of(), polled.updates());
    assertNull(polled.cursor());
    RecordedRequest request = telegram.take();
    assertEquals("POST /bot" + BotServer.TOKEN + "/getUpdates HTTP/1.1", request.getRequestLine());
    assertEquals("{\"limit\":100,\"timeout\":0," + ALLOWED, BotServer.body(request));
    assertEquals("application/json", request.getHeaders().get("Content-Type"));
    assertNull(request.getHeaders().get("Upgrade"));
  }

  @Test
  void theCursorIsOneAboveTheLastUpdateEvenIfThatIsIgnored() throws Exception {
    telegram.answer(
        200,
        """
        {"ok":true,"result":[
          {"update_id":7,"message":{"message_id":1,"date":1700000000,
            "chat":{"id":5,"type":"private"},"text":"one"}},
          {"update_id":9,"channel_post":{}},
          "no update"
        ]}
        """);
    Polled polled = telegram.adapter().poll("7", Duration.ofSeconds(50));
    assertEquals("10", polled.cursor());
    assertEquals(List.of("7"), polled.updates().stream().map(Update::id).toList());
    assertEquals(2, polled.ignored().size());
    assertEquals(
        "{\"offset\":7,\"limit\":100,\"timeout\":50," + ALLOWED, BotServer.body(telegram.take()));
  }

  @Test
  void theCursorFollowsTelegramWhenItNumbersAnew() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":[{\"update_id\":3,\"poll\":{}}]}");
    assertEquals("4", telegram.adapter().poll("900", Duration.ZERO).cursor());
  }

  @Test
  void anEmptyPollKeepsTheCursor() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":[]}");
    assertEquals("900", telegram.adapter().poll("900", Duration.ZERO).cursor());
  }

  @Test
  void moreThanFiftySecondsCountAsFifty() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":[]}");
    telegram.adapter().poll(null, Duration.ofMinutes(5));
    assertTrue(BotServer.body(telegram.take()).contains("\"timeout\":50,"));
  }

  @Test
  void anAnswerMayComeAsLateAsThePollAllows() throws Exception {
    TelegramAdapter impatient = telegram.builder().requestTimeout(Duration.ofMillis(300)).build();
    telegram.answer(
        new MockResponse.Builder()
            .headersDelay(600, TimeUnit.MILLISECONDS)
            .body("{\"ok\":true,\"result\":[]}")
            .build());
    assertEquals("5", impatient.poll("5", Duration.ofSeconds(20)).cursor());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | Unauthorized | check the token
          404 | Not Found | check the token
          409 | Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first | webhook().delete()
          409 | Conflict: terminated by other getUpdates request; make sure that only one bot instance is running | stop the other poller
          429 | Too Many Requests: retry after 30 | wait
          500 | Internal Server Error: restart | restart
          """)
  void aRefusalTellsTelegramsWordsAndWhatToDo(int code, String description, String hint) {
    telegram.answer(
        code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
    TelegramApiException e =
        assertThrows(TelegramApiException.class, () -> telegram.adapter().poll("5", Duration.ZERO));
    String message = String.valueOf(e.getMessage());
    assertEquals(code, e.errorCode());
    assertTrue(message.contains(description) && message.contains(hint), message);
  }

  @Test
  void aRefusalTellsHowLongToWait() {
    telegram.answer(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":30}}");
    TelegramApiException e =
        assertThrows(TelegramApiException.class, () -> telegram.adapter().poll("5", Duration.ZERO));
    assertEquals(Duration.ofSeconds(30), e.retryAfter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"result\":[]}"})
  void anAnswerThatIsNotTelegramsIsAnError(String body) {
    telegram.answer(200, body);
    assertThrows(IOException.class, () -> telegram.adapter().poll("5", Duration.ZERO));
  }

  @Test
  void aStrangeCursorOrWaitIsTheCallersFault() {
    TelegramAdapter adapter = telegram.adapter();
    assertThrows(IllegalArgumentException.class, () -> adapter.poll("x", Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> adapter.poll(null, Duration.ofSeconds(-1)));
    assertEquals(0, telegram.requests());
  }

  @Test
  void anInterruptEndsThePollAndStaysSet() {
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedIOException.class, () -> telegram.adapter().poll(null, Duration.ofSeconds(20)));
    assertTrue(Thread.interrupted());
  }
}
