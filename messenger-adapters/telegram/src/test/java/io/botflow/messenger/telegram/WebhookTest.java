// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.InvalidSignatureException;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final String UPDATE =
      """
      {"update_id":10001,"message":{"message_id":41,"date":1700000000,
       "chat":{"id":3527065,"type":"private"},"text":"Привіт"}}
      """;

  private final TelegramAdapter adapter = BotServer.offline().build();

  @Test
  void aGenuineUpdateIsAnsweredWithAnEmpty200() {
    ReceivedWebhook received = adapter.receive(BotServer.webhook(UPDATE));
    assertEquals(1, received.updates().size());
    assertEquals(200, received.response().status());
    assertNull(received.response().body());
    assertEquals(List.of(), received.ignored());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "webhook-canary_7", "webhook-canary_777", "Webhook-canary_77", "WEBHOOK"})
  void aWrongSecretIsRefused(String secret) {
    assertEquals(401, refused(adapter, request().header(WebhookSecret.HEADER, secret).build()));
  }

  @Test
  void aMissingSecretIsRefused() {
    assertEquals(401, refused(adapter, request().build()));
  }

  @Test
  void theSecretTwiceIsRefusedEvenIfOneIsRight() {
    WebRequest twice =
        request()
            .header(WebhookSecret.HEADER, BotServer.WEBHOOK_SECRET)
            .header(WebhookSecret.HEADER, "guess")
            .build();
    assertEquals(401, refused(adapter, twice));
  }

  @Test
  void withoutAConfiguredSecretEveryWebhookIsRefused() {
    TelegramAdapter open = TelegramAdapter.builder(BotServer.TOKEN).build();
    assertEquals(403, refused(open, BotServer.webhook(UPDATE)));
    assertEquals(403, refused(open, request().header(WebhookSecret.HEADER, "").build()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{",
        "{\"update_id\":1,",
        "{\"update_id\":\"canary\"}",
        "{\"update_id\":1e3}",
        "{\"update_id\":99999999999999999999999}",
        "{\"update_id\":1}",
        "{\"update_id\":1,\"message\":null}",
        "{\"update_id\":1,\"message\":[]}",
        "{\"update_id\":1,\"channel_post\":{\"text\":\"canary\"}}",
        "{\"update_id\":1,\"\\ncanary\":{}}",
        "{\"update_id\":1,\"message\":{\"message_id\":4,\"text\":\"canary\"}}",
        "{\"update_id\":1,\"message\":{\"message_id\":4,\"text\":\"canary\","
            + "\"chat\":{\"id\":-100,\"type\":\"supergroup\"}}}",
        "{\"update_id\":1,\"message\":{\"text\":\"canary\","
            + "\"chat\":{\"id\":5,\"type\":\"private\"}}}",
      })
  void whatIsNoCustomersUpdateIsIgnoredWithAReasonThatQuotesNothing(String body) {
    ignored(body);
  }

  @Test
  void hostileBodiesAreIgnored() {
    ignored("[".repeat(100_000));
    ignored("{\"update_id\":1,\"message\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101));
    ignored("{\"update_id\":1,\"x\":\"" + "a".repeat(300_000) + "\"}");
    ignored(" ".repeat(1024 * 1024 + 1));
    ignored("{\"update_id\":" + "9".repeat(5000) + "}");
  }

  @Test
  void invalidUtf8IsIgnored() {
    byte[] body =
        ("{\"update_id\":1,\"x\":\"" + (char) 0xff + "\"}").getBytes(StandardCharsets.ISO_8859_1);
    WebRequest request =
        request().header(WebhookSecret.HEADER, BotServer.WEBHOOK_SECRET).body(body).build();
    assertEquals(List.of(), adapter.receive(request).updates());
  }

  private void ignored(String body) {
    ReceivedWebhook received = adapter.receive(BotServer.webhook(body));
    assertEquals(List.of(), received.updates());
    assertEquals(200, received.response().status());
    assertEquals(1, received.ignored().size());
    String reason = received.ignored().get(0);
    assertFalse(reason.isBlank() || reason.contains("canary") || reason.contains("\n"), reason);
  }

  private static WebRequest.Builder request() {
    return WebRequest.builder("POST", "/hooks/telegram").body(UPDATE);
  }

  private static int refused(TelegramAdapter adapter, WebRequest request) {
    InvalidSignatureException e =
        assertThrows(InvalidSignatureException.class, () -> adapter.receive(request));
    String message = String.valueOf(e.getMessage());
    assertFalse(message.contains("canary"), message);
    assertTrue(message.contains("webhookSecret") || message.contains(WebhookSecret.HEADER));
    return e.status();
  }
}
