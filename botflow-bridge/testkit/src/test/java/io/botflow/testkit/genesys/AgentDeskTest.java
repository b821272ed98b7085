// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentDeskTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final OpenIntegration integration =
      genesys
          .createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret")
          .publish(MessageFlow.transferTo("Support"));
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    webhook.close();
    genesys.close();
  }

  @Test
  void aConversationWaitsInItsQueueUntilAnAgentComes() {
    client.say(integration, "u1", "1", "first");
    client.say(integration, "u2", "1", "second");
    client.say(integration, "u1", "2", "still waiting");
    Agent olena = genesys.agent("Olena").onQueue("Other").onQueue("Support");
    AgentConversation first = olena.awaitConversation(SOON).accept();
    assertEquals(
        List.of("first", "still waiting"),
        first.transcript().stream().map(MessageRecord::text).toList());
    assertEquals("second", olena.awaitConversation(SOON).transcript().get(0).text());
    assertThrows(AwaitTimeoutException.class, () -> olena.awaitConversation(Duration.ofMillis(20)));
  }

  @Test
  void theRecordSaysWhoSpokeAndWhoEndedIt() {
    client.say(integration, "u1", "1", "help");
    AgentConversation conversation =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON);
    assertThrows(IllegalStateException.class, () -> conversation.sendText("too early"));
    conversation.accept();
    assertEquals("help", conversation.awaitMessage(m -> true, SOON).text());
    conversation.sendText("Hello");
    client.say(integration, "u1", "2", "thanks");
    assertTrue(conversation.awaitMessage(m -> true, SOON).says("thanks"), "each is given once");
    conversation.disconnect();
    assertThrows(IllegalStateException.class, () -> conversation.sendText("too late"));

    ConversationRecord record = genesys.conversation(conversation.conversationId()).orElseThrow();
    assertFalse(record.connected());
    assertEquals(
        List.of(
            "CUSTOMER Ivan peer",
            "WORKFLOW message flow transfer",
            "ACD Support transfer",
            "AGENT Olena client"),
        record.participants().stream()
            .map(p -> p.purpose() + " " + p.name() + " " + p.disconnectType())
            .toList());
    assertEquals(
        List.of("Ivan: help", "Olena: Hello", "Ivan: thanks"),
        record.messages().stream().map(m -> m.speakerName() + ": " + m.text()).toList());
    webhook.take();
    assertEquals(0, webhook.waiting(), "no webhook tells of the end");
  }

  @Test
  void aFileIsOfferedUnderAPreAuthorisedLink() {
    client.say(integration, "u1", "1", "send it");
    byte[] image = "not really a picture".getBytes(StandardCharsets.UTF_8);
    genesys
        .agent("Olena")
        .onQueue("Support")
        .awaitConversation(SOON)
        .accept()
        .sendFile("рахунок 1.png", "image/png", image);
    JsonNode body = Json.read(webhook.take().body());
    assertEquals("Text", body.path("type").asText());
    assertFalse(body.has("text"));
    assertEquals(1, body.path("content").size());
    JsonNode attachment = body.path("content").path(0).path("attachment");
    assertEquals("Image", attachment.path("mediaType").asText());
    assertEquals("image/png", attachment.path("mime").asText());
    assertEquals("рахунок 1.png", attachment.path("filename").asText());
    assertEquals(image.length, attachment.path("contentSizeBytes").asInt());
    URI url = URI.create(attachment.path("url").asText());
    assertTrue(url.toString().startsWith(genesys.apiUri() + "/api/v2/downloads/"));
    HttpResponse<byte[]> download = client.download(url);
    assertEquals("image/png", download.headers().firstValue("Content-Type").orElseThrow());
    assertArrayEquals(image, download.body());
    assertEquals(404, client.download(URI.create(url + "x")).statusCode());
    assertTrue(
        genesys.requests().stream().noneMatch(r -> r.path().contains(url.getPath().substring(20))),
        "the log keeps no download token");
  }

  @Test
  void aFileOutsideTheProfileIsRecordedAndNotSent() {
    client.say(integration, "u1", "1", "send it");
    AgentConversation conversation =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).accept();
    MessageRecord refused = conversation.sendFile("a.pdf", "application/pdf", new byte[] {1});
    assertEquals(MessageStatus.NOT_SENT, refused.status());
    assertTrue(refused.reason().startsWith("MediaTypeNotAllowed"), refused.reason());
    integration.supportedContent(SupportedContent.everything());
    MessageRecord sent = conversation.sendFile("a.pdf", "application/pdf", new byte[] {1});
    assertEquals(sent.id(), Json.read(webhook.take().body()).path("id").asText());
    assertEquals("File", Objects.requireNonNull(sent.attachment()).mediaType());
    assertEquals(0, webhook.waiting());
  }

  @Test
  void typingReachesTheWebhookOnlyWhenSwitchedOn() {
    client.say(integration, "u1", "1", "hello");
    AgentConversation conversation =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).accept();
    conversation.typing();
    integration.typing(false, true);
    conversation.typing();
    conversation.sendText("Hi");
    JsonNode event = Json.read(webhook.take().body());
    assertEquals("Event", event.path("type").asText());
    assertEquals("On", event.path("events").path(0).path("typing").path("type").asText());
    assertFalse(event.has("originatingEntity"));
    assertEquals("Hi", Json.read(webhook.take().body()).path("text").asText());
  }

  @Test
  void aTransferHandsTheConversationToAnotherQueue() {
    client.say(integration, "u1", "1", "hello");
    AgentConversation mine =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).accept();
    mine.transfer("Billing");
    assertThrows(IllegalStateException.class, mine::disconnect);
    AgentConversation theirs =
        genesys.agent("Petro").onQueue("Billing").awaitConversation(SOON).accept();
    assertEquals(mine.conversationId(), theirs.conversationId());
    assertEquals("hello", theirs.awaitMessage(m -> true, SOON).text());
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    client.say(integration, "u1", "1", "hello");
    AgentConversation conversation =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).accept();
    assertThrows(IllegalArgumentException.class, () -> conversation.sendText("x".repeat(2001)));
  }

  @Test
  void everyHopIsReported() {
    BlockingQueue<TrafficEvent> events = new LinkedBlockingQueue<>();
    genesys.onTraffic(events::add);
    genesys.onTraffic(
        event -> {
          throw new IllegalStateException("a listener that fails disturbs nobody");
        });
    client.say(integration, "u1", "1", "hello");
    AgentConversation conversation =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).accept();
    String id = conversation.sendText("Hi").id();
    webhook.take();
    genesys.awaitConversation(c -> c.hasMessage(m -> m.status() == MessageStatus.SENT), SOON);
    conversation.disconnect();
    assertEquals(
        List.of("INBOUND_MESSAGE", "QUEUED", "ACCEPTED", "WEBHOOK", "DISCONNECTED"),
        events.stream().map(event -> event.kind().name()).toList());
    TrafficEvent hook =
        events.stream()
            .filter(event -> event.kind() == TrafficEvent.Kind.WEBHOOK)
            .findFirst()
            .orElseThrow();
    assertEquals("agent Olena", hook.from());
    assertEquals("integration Telegram", hook.to());
    assertEquals(id, hook.messageId());
    assertEquals(200, hook.status());
  }
}
