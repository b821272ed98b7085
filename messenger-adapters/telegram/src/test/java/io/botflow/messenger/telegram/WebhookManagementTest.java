// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookManagementTest {
  private static final URI HOOK = URI.create("https://bridge.example/hooks/telegram");
  private static final String PRESS =
      """
      {"update_id":1,"callback_query":{"id":"4382bf","data":"yes",
       "message":{"message_id":5,"chat":{"id":3527065,"type":"private"}}}}
      """;

  @RegisterExtension final BotServer telegram = new BotServer();

  @Test
  void settingTheWebhookTellsTheSecretAndTheKindsWanted() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.adapter().setWebhook(HOOK);
    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/setWebhook"));
    assertEquals(
        "{\"url\":\"https://bridge.example/hooks/telegram\","
            + "\"secret_token\":\"webhook-canary_77\","
            + "\"allowed_updates\":[\"message\",\"edited_message\",\"callback_query\","
            + "\"my_chat_member\",\"message_reaction\",\"business_connection\","
            + "\"business_message\",\"edited_business_message\",\"deleted_business_messages\"]}",
        BotServer.body(request));
  }

  @Test
  void aWebhookThatWouldBeRefusedIsNotSet() {
    TelegramAdapter open = TelegramAdapter.builder(BotServer.TOKEN).apiUri(telegram.uri()).build();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> open.setWebhook(HOOK));
    assertTrue(String.valueOf(e.getMessage()).contains("webhookSecret"));
    assertEquals(0, telegram.requests());
  }

  @Test
  void aRefusalIsToldInTelegramsWords() {
    telegram.answer(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: bad webhook: HTTPS url"
            + " must be provided for webhook\"}");
    IOException e = assertThrows(IOException.class, () -> telegram.adapter().setWebhook(HOOK));
    assertTrue(String.valueOf(e.getMessage()).contains("HTTPS url must be provided"));
  }

  @Test
  void deletingTheWebhookKeepsTheUpdatesThatWait() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.adapter().deleteWebhook();
    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/deleteWebhook"));
    assertEquals("{}", BotServer.body(request));
  }

  @Test
  void theWebhooksStateIsRead() throws Exception {
    telegram.answer(
        200,
        """
        {"ok":true,"result":{"url":"https://bridge.example/hooks/telegram",
         "has_custom_certificate":false,"pending_update_count":7,"last_error_date":1700000000,
         "last_error_message":"Wrong response from the webhook: 503 Service Unavailable",
         "max_connections":40,"allowed_updates":["message"],"new_field":{}}}
        """);
    assertEquals(
        new TelegramWebhookInfo(
            HOOK.toString(),
            7,
            Instant.ofEpochSecond(1700000000),
            "Wrong response from the webhook: 503 Service Unavailable",
            40,
            List.of("message")),
        telegram.adapter().webhookInfo());
  }

  @Test
  void withoutAWebhookTheStateIsEmpty() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":{\"url\":\"\",\"last_error_date\":\"x\"}}");
    TelegramWebhookInfo info = telegram.adapter().webhookInfo();
    assertEquals("", info.url());
    assertEquals(0, info.pendingUpdateCount());
    assertNull(info.lastErrorAt());
    assertEquals(List.of(), info.allowedUpdates());
  }

  @Test
  void aPressIsAcknowledged() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.adapter().acknowledge(press());
    RecordedRequest request = telegram.take();
    assertTrue(request.getTarget().endsWith("/answerCallbackQuery"));
    assertEquals("{\"callback_query_id\":\"4382bf\"}", BotServer.body(request));
  }

  @Test
  void whatBecomesOfAnAcknowledgementConcernsNobody() {
    for (int status : new int[] {400, 401, 500}) {
      telegram.answer(status, "{\"ok\":false,\"error_code\":" + status + "}");
      telegram.adapter().acknowledge(press());
    }
    assertEquals(3, telegram.requests());
    TelegramAdapter adapter = telegram.adapter();
    telegram.stop();
    adapter.acknowledge(press());
  }

  @Test
  void whatIsNoPressNeedsNoAcknowledgement() {
    telegram
        .adapter()
        .acknowledge(new Update.Stopped("1", BotServer.CUSTOMER, Instant.ofEpochSecond(1)));
    assertEquals(0, telegram.requests());
  }

  private static Update press() {
    return BotServer.offline().build().receive(BotServer.webhook(PRESS)).updates().get(0);
  }
}
