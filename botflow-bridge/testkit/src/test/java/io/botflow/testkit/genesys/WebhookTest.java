// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String SECRET = "0123456789abcdef-secret";

  private final GenesysCloudSimulator genesys = start(GenesysCloudSimulator.builder());
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final OpenIntegration integration =
      genesys
          .createOpenIntegration("My Integration", webhook.uri("/hook"), SECRET)
          .webhookHeader("X-Route", "blue")
          .publish(MessageFlow.transferTo("Support"));
  private final RawClient client = new RawClient(genesys);
  private final Agent agent = genesys.agent("Olena").onQueue("Support");

  private static GenesysCloudSimulator start(GenesysCloudSimulatorBuilder builder) {
    return builder.webhookRetries(5, Duration.ofMillis(5)).start();
  }

  @AfterEach
  void close() {
    webhook.close();
    genesys.close();
  }

  @Test
  void aWebhookIsSignedOverItsRawBytesAndShapedAsCaptured() throws Exception {
    AgentConversation conversation = talk();
    MessageRecord sent = conversation.sendText("Добрий день 👋");
    WebRequest request = webhook.take();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertEquals(
        "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(request.body())),
        request.header("X-Hub-Signature-256").orElseThrow());
    assertEquals("application/json", request.header("Content-Type").orElseThrow());
    assertEquals("blue", request.header("X-Route").orElseThrow());
    JsonNode body = Json.read(request.body());
    JsonNode channel = body.path("channel");
    assertEquals(sent.id(), body.path("id").asText());
    assertTrue(sent.id().matches("[0-9a-f]{32}"));
    assertEquals(sent.id(), channel.path("messageId").asText());
    assertEquals(integration.id(), channel.path("id").asText());
    assertEquals(integration.id(), channel.path("from").path("id").asText());
    assertEquals("My Integration", channel.path("from").path("nickname").asText());
    assertEquals("u1", channel.path("to").path("id").asText());
    assertEquals("Opaque", channel.path("to").path("idType").asText());
    assertEquals("Text", body.path("type").asText());
    assertEquals("Добрий день 👋", body.path("text").asText());
    assertEquals("Human", body.path("originatingEntity").asText());
    assertEquals("Outbound", body.path("direction").asText());
    assertEquals(conversation.conversationId(), body.path("conversationId").asText());
  }

  @Test
  void theSignatureAgreesWithTheKnownVector() {
    String body =
        "{\"id\":\"d7d58935af65a45e5234ac77de017a0a\",\"channel\":{\"id\":"
            + "\"e6b352de-ecd0-49c7-94de-7787418869bc\",\"platform\":\"Open\",\"type\":\"Private\","
            + "\"to\":{\"id\":\"user-1\",\"idType\":\"Opaque\"},\"from\":{\"nickname\":"
            + "\"My Integration\",\"id\":\"e6b352de-ecd0-49c7-94de-7787418869bc\",\"idType\":"
            + "\"Opaque\"},\"time\":\"2025-06-10T21:03:05.427Z\",\"messageId\":"
            + "\"d7d58935af65a45e5234ac77de017a0a\"},\"type\":\"Text\",\"text\":\"Hi\","
            + "\"originatingEntity\":\"Human\",\"direction\":\"Outbound\",\"conversationId\":"
            + "\"5d0d331e-d2a8-4fb5-96f7-7021bef2a8ee\"}";
    assertEquals(
        "sha256=aqME1F/jdfBt96lxlYdVyWB6i4vqIhBqBnkiOI4Ug9A=",
        WebhookSender.signature(SECRET, body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void serverErrorsAndRateLimitsAreRetriedWithTheSameBytesUntilOneSucceeds() {
    webhook.next(WebResponse.empty(500)).next(WebResponse.empty(429));
    AgentConversation conversation = talk();
    conversation.sendText("one");
    conversation.sendText("two");
    byte[] first = webhook.take().body();
    assertEquals(text(first), text(webhook.take().body()));
    assertEquals(text(first), text(webhook.take().body()));
    assertTrue(text(webhook.take().body()).contains("two"), "order is kept across retries");
    awaitStatus("two", MessageStatus.SENT);
    assertEquals(0, webhook.waiting());
  }

  @Test
  void afterFiveRetriesTheMessageHasFailedAndTheConversationGoesOn() {
    for (int i = 0; i < 6; i++) {
      webhook.next(WebResponse.empty(503));
    }
    AgentConversation conversation = talk();
    conversation.sendText("lost");
    MessageRecord lost = awaitStatus("lost", MessageStatus.FAILED);
    assertEquals("the webhook answered 503, attempt 6", lost.reason());
    assertEquals(6, webhook.waiting());
    conversation.sendText("next");
    awaitStatus("next", MessageStatus.SENT);
  }

  @Test
  void otherClientErrorsAndRedirectsAreNotRetried() {
    webhook.next(WebResponse.empty(404));
    webhook.next(WebResponse.empty(302).withHeader("Location", "/elsewhere"));
    AgentConversation conversation = talk();
    conversation.sendText("one");
    conversation.sendText("two");
    assertEquals(
        "the webhook answered 404, attempt 1", awaitStatus("one", MessageStatus.FAILED).reason());
    assertEquals(
        "the webhook answered 302, attempt 1", awaitStatus("two", MessageStatus.FAILED).reason());
    assertEquals(2, webhook.waiting());
  }

  @Test
  void aWebhookThatIsTooSlowIsRetried() {
    CountDownLatch release = new CountDownLatch(1);
    try (GenesysCloudSimulator hasty =
            start(GenesysCloudSimulator.builder().webhookTimeout(Duration.ofMillis(100)));
        LoopbackServer slow =
            LoopbackServer.answering(
                request -> {
                  await(release);
                  return WebResponse.empty(200);
                })) {
      OpenIntegration own =
          hasty
              .createOpenIntegration("T", slow.uri("/"), SECRET)
              .publish(MessageFlow.transferTo("Support"));
      new RawClient(hasty).say(own, "u1", "1", "hi");
      hasty.agent("O").onQueue("Support").awaitConversation(SOON).accept().sendText("late");
      byte[] first = slow.take().body();
      assertEquals(text(first), text(slow.take().body()));
      release.countDown();
      hasty.awaitConversation(
          c -> c.hasMessage(m -> m.says("late") && m.status() == MessageStatus.SENT), SOON);
    }
  }

  @Test
  void aConnectionThatIsRefusedCountsAsNoAnswer() {
    AgentConversation conversation = talk();
    webhook.close();
    conversation.sendText("into the void");
    assertEquals(
        "the webhook gave no answer, attempt 6",
        awaitStatus("into the void", MessageStatus.FAILED).reason());
  }

  @Test
  void aFinalFailureEndsTheConversationWhenTheSwitchSaysSo() {
    try (GenesysCloudSimulator harsh =
        start(GenesysCloudSimulator.builder().failedWebhookEndsConversation(true))) {
      OpenIntegration own =
          harsh
              .createOpenIntegration("T", webhook.uri("/"), SECRET)
              .publish(MessageFlow.transferTo("Support"));
      webhook.next(WebResponse.empty(400));
      new RawClient(harsh).say(own, "u1", "1", "hi");
      harsh.agent("O").onQueue("Support").awaitConversation(SOON).accept().sendText("x");
      ConversationRecord ended = harsh.awaitConversation(c -> !c.connected(), SOON);
      assertEquals("error", ended.participants(ParticipantPurpose.AGENT).get(0).disconnectType());
    }
  }

  @Test
  void receiptsChangeTheStatusOfTheMessageTheyAreAbout() {
    AgentConversation conversation = talk();
    String good = conversation.sendText("good").id();
    String bad = conversation.sendText("bad").id();
    awaitStatus("bad", MessageStatus.SENT);
    JsonNode delivered = receipt(good, "u1", "\"status\":\"Delivered\",\"isFinalReceipt\":true");
    assertEquals("Receipt", delivered.path("type").asText());
    assertEquals("Delivered", delivered.path("status").asText());
    assertEquals("Outbound", delivered.path("direction").asText());
    receipt(
        bad,
        "u1",
        "\"status\":\"Failed\",\"reasons\":[{\"code\":\"RecipientOptedOut\",\"message\":\"blocked\"}]");
    assertTrue(awaitStatus("good", MessageStatus.DELIVERED).receipts().get(0).last());
    assertEquals("RecipientOptedOut: blocked", awaitStatus("bad", MessageStatus.FAILED).reason());
  }

  @Test
  void aReceiptForAnUnknownMessageOrAnotherCustomerIsAnsweredAsFailed() {
    String id = talk().sendText("good").id();
    awaitStatus("good", MessageStatus.SENT);
    for (JsonNode answer :
        List.of(
            receipt("0".repeat(32), "u1", "\"status\":\"Delivered\""),
            receipt(id, "somebody else", "\"status\":\"Delivered\""))) {
      assertEquals("Failed", answer.path("status").asText());
      assertEquals("UnknownMessage", answer.path("reasons").path(0).path("code").asText());
    }
    awaitStatus("good", MessageStatus.SENT);
  }

  @Test
  void withoutAWebhookAddressAMessageFailsAtOnce() {
    OpenIntegration silent =
        genesys.createOpenIntegration("Silent", SECRET).publish(MessageFlow.transferTo("Support"));
    client.say(silent, "u9", "1", "hi");
    agent.awaitConversation(SOON).accept().sendText("nowhere");
    awaitStatus("nowhere", MessageStatus.FAILED);
    assertFalse(webhook.waiting() > 0);
  }

  @Test
  void everyKindOfBodyAgreesWithGenesysOwnSchema() {
    OutboundSchema schema = OutboundSchema.orSkip();
    integration.typing(true, true);
    AgentConversation conversation = talk();
    conversation.typing();
    conversation.sendText("Hi");
    conversation.sendFile("a.png", "image/png", new byte[] {1, 2, 3});
    for (String type : List.of("Event", "Text", "Text")) {
      byte[] body = webhook.take().body();
      assertEquals(type, Json.read(body).path("type").asText());
      assertEquals(List.of(), schema.violations(body));
    }
    byte[] broken =
        "{\"type\":\"Text\",\"direction\":\"Sideways\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(1, schema.violations(broken).size(), "the check can fail");
  }

  private AgentConversation talk() {
    client.say(integration, "u1", "1", "hello");
    return agent.awaitConversation(SOON).accept();
  }

  private JsonNode receipt(String id, String customer, String rest) {
    HttpResponse<String> answer =
        client.inbound(
            integration,
            "receipt",
            "{\"id\":\"%s\",\"channel\":{\"time\":\"%s\",\"to\":{\"id\":\"%s\"}},%s}"
                .formatted(id, RawClient.TIME, customer, rest));
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.read(answer.body());
  }

  private MessageRecord awaitStatus(String text, MessageStatus status) {
    return genesys
        .awaitConversation(c -> c.hasMessage(m -> m.says(text) && m.status() == status), SOON)
        .messages()
        .stream()
        .filter(m -> m.says(text))
        .findFirst()
        .orElseThrow();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
