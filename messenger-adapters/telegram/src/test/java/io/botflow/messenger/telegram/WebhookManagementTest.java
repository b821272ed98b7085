// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
    telegram.adapter().webhook().set(HOOK);
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
  void deliveryGoesAsTheOptionsSay() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram
        .adapter()
        .webhook()
        .set(
            HOOK,
            TelegramWebhookOptions.builder()
                .maxConnections(80)
                .ipAddress("203.0.113.7")
                .dropPendingUpdates(true)
                .build());
    String body = BotServer.body(telegram.take());
    assertTrue(
        body.endsWith(
            ",\"max_connections\":80,\"ip_address\":\"203.0.113.7\","
                + "\"drop_pending_updates\":true}"),
        body);
    for (int wrong : new int[] {0, 101}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> TelegramWebhookOptions.builder().maxConnections(wrong));
    }
  }

  @Test
  void aCertificateOfOnesOwnIsUploaded(@TempDir Path folder) throws Exception {
    Path pem = Files.writeString(folder.resolve("own.pem"), "-----BEGIN CERTIFICATE-----\n");
    TelegramWebhookOptions options = TelegramWebhookOptions.builder().certificate(pem).build();
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.adapter().webhook().set(HOOK, options);
    RecordedRequest request = telegram.take();
    String body = BotServer.body(request);
    assertTrue(body.contains("name=\"certificate\"; filename=\"certificate.pem\"\r\n"), body);
    assertTrue(body.contains("-----BEGIN CERTIFICATE-----\n\r\n--"), body);
    assertTrue(body.contains("name=\"secret_token\"\r\n\r\nwebhook-canary_77\r\n"), body);
    assertTrue(body.contains("name=\"allowed_updates\"\r\n\r\n[\"message\","), body);
    Files.delete(pem);
    assertThrows(IOException.class, () -> telegram.adapter().webhook().set(HOOK, options));
    assertEquals(1, telegram.requests());
  }

  @Test
  void whatWaitsIsForgottenOnlyOnDemand() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.adapter().webhook().deleteWithPendingUpdates();
    assertEquals("{\"drop_pending_updates\":true}", BotServer.body(telegram.take()));
  }

  @Test
  void aWebhookThatWouldBeRefusedIsNotSet() {
    TelegramAdapter open = TelegramAdapter.builder(BotServer.TOKEN).apiUri(telegram.uri()).build();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> open.webhook().set(HOOK));
    assertTrue(String.valueOf(e.getMessage()).contains("webhookSecret"));
    assertEquals(0, telegram.requests());
  }

  @Test
  void aRefusalIsToldInTelegramsWords() {
    telegram.answer(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: bad webhook: HTTPS url"
            + " must be provided for webhook\"}");
    IOException e = assertThrows(IOException.class, () -> telegram.adapter().webhook().set(HOOK));
    assertTrue(String.valueOf(e.getMessage()).contains("HTTPS url must be provided"));
  }

  @Test
  void deletingTheWebhookKeepsTheUpdatesThatWait() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":true}");
    telegram.adapter().webhook().delete();
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
         "has_custom_certificate":true,"ip_address":"203.0.113.7",
         "last_synchronization_error_date":1700000001,"pending_update_count":7,"last_error_date":1700000000,
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
            List.of("message"),
            true,
            "203.0.113.7",
            Instant.ofEpochSecond(1700000001)),
        telegram.adapter().webhook().info());
  }

  @Test
  void withoutAWebhookTheStateIsEmpty() throws Exception {
    telegram.answer(200, "{\"ok\":true,\"result\":{\"url\":\"\",\"last_error_date\":\"x\"}}");
    TelegramWebhookInfo info = telegram.adapter().webhook().info();
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
