// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboundTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().clock(clock).start();
  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", "0123456789abcdef-secret");
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void anAcceptedMessageIsEchoedInThePlatformsForm() {
    String body =
        """
        {"channel":{"messageId":"tg-1","time":"2025-01-31T12:00:00.1234567Z","type":"Private",
          "from":{"id":"u1","idType":"opaque","nickname":"Ivan","image":"https://x.org/i.png"},
          "metadata":{"customAttributes":{"city":"Kyiv"}}},
         "text":"Привіт","direction":"Inbound","metadata":{"k":"v"}}
        """;
    HttpResponse<String> answer = client.inbound(integration, "message", body);
    assertEquals(200, answer.statusCode());
    JsonNode echo = Json.read(answer.body());
    assertTrue(echo.path("id").asText().matches("[0-9a-f]{32}"));
    JsonNode channel = echo.path("channel");
    assertEquals(integration.id(), channel.path("id").asText());
    assertEquals("Open", channel.path("platform").asText());
    assertEquals("Private", channel.path("type").asText());
    assertEquals("tg-1", channel.path("messageId").asText());
    assertEquals(integration.id(), channel.path("to").path("id").asText());
    assertEquals("Opaque", channel.path("from").path("idType").asText());
    assertFalse(channel.path("from").has("image"), "the image is read-only");
    assertEquals("2025-01-31T12:00:00.123Z", channel.path("time").asText());
    assertEquals("Text", echo.path("type").asText());
    assertEquals("Привіт", echo.path("text").asText());
    assertEquals("v", echo.path("metadata").path("k").asText());
    assertFalse(echo.has("conversationId"), "only when asked for");
    ConversationRecord record = genesys.conversations().get(0);
    ParticipantRecord customer = record.participants(ParticipantPurpose.CUSTOMER).get(0);
    assertEquals("Ivan", customer.name());
    assertEquals(Map.of("city", "Kyiv"), customer.attributes());
    assertEquals(echo.path("id").asText(), record.messages().get(0).id());
  }

  @Test
  void messagesOfOneCustomerThreadIntoOneConversation() {
    String first = client.say(integration, "u1", "1", "a").path("conversationId").asText();
    String second = client.say(integration, "u1", "2", "b").path("conversationId").asText();
    String other = client.say(integration, "u2", "1", "c").path("conversationId").asText();
    assertEquals(first, second);
    assertNotEquals(first, other);
    assertEquals(
        List.of("a", "b"),
        genesys.conversation(first).orElseThrow().messages().stream()
            .map(MessageRecord::text)
            .toList());
  }

  @Test
  void aRepeatedMessageIdGetsTheSameAnswerAndIsRecordedOnce() {
    JsonNode first = client.say(integration, "u1", "1", "a");
    assertEquals(first, client.say(integration, "u1", "1", "a"));
    assertEquals(1, genesys.conversations().get(0).messages().size());
  }

  @Test
  void aRepeatedMessageIdIsRecordedAgainWhenTheSwitchSaysSo() {
    try (GenesysCloudSimulator lenient =
        GenesysCloudSimulator.builder()
            .inboundApi(InboundApiSettings.defaults().repeatedIdsAreNew(true))
            .start()) {
      OpenIntegration own = lenient.createOpenIntegration("T", "0123456789abcdef-secret");
      RawClient raw = new RawClient(lenient);
      assertNotEquals(
          raw.say(own, "u1", "1", "a").path("id"), raw.say(own, "u1", "1", "a").path("id"));
      assertEquals(2, lenient.conversations().get(0).messages().size());
    }
  }

  @Test
  void withinTheThreadingWindowAConversationReopensAndAfterItANewOneBegins() {
    integration.publish(MessageFlow.transferTo("Support"));
    Agent agent = genesys.agent("Olena").onQueue("Support");
    String id = client.say(integration, "u1", "1", "a").path("conversationId").asText();
    agent.awaitConversation(SOON).accept().disconnect();
    assertFalse(genesys.conversation(id).orElseThrow().connected());

    clock.advance(Duration.ofHours(71));
    RawClient later = new RawClient(genesys);
    assertEquals(id, later.say(integration, "u1", "2", "b").path("conversationId").asText());
    ConversationRecord reopened = genesys.conversation(id).orElseThrow();
    assertTrue(reopened.connected());
    assertEquals(2, reopened.participants(ParticipantPurpose.CUSTOMER).size());
    agent.awaitConversation(SOON).accept().disconnect();

    clock.advance(Duration.ofDays(3));
    RawClient last = new RawClient(genesys);
    assertNotEquals(id, last.say(integration, "u1", "3", "c").path("conversationId").asText());
  }

  @Test
  void anAttachmentIsFetchedAtOnceAndItsBytesAreKept() {
    byte[] photo = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};
    try (LoopbackServer files = LoopbackServer.answering(r -> bytes(photo))) {
      client.sendFile(integration, "u1", "1", "image/jpeg", files.uri("/photo.jpg"));
      AttachmentRecord stored = settled(AttachmentRecord.State.STORED);
      assertArrayEquals(photo, stored.bytes());
      assertEquals(5, stored.size());
      assertEquals("photo.jpg", stored.name());
      assertEquals("image/jpeg", stored.mime());
      assertTrue(stored.sha256().matches("[0-9a-f]{64}"));
    }
  }

  @Test
  void aFetchThatFailsIsVisibleInTheRecord() {
    try (LoopbackServer files = LoopbackServer.answering(404)) {
      client.sendFile(integration, "u1", "1", "image/jpeg", files.uri("/gone.jpg"));
      assertEquals("its URL answered 404", settled(AttachmentRecord.State.FAILED).problem());
    }
  }

  @Test
  void aFileAboveTheLimitIsNotKept() {
    try (GenesysCloudSimulator small =
            GenesysCloudSimulator.builder().media(4, Duration.ofSeconds(10)).start();
        LoopbackServer files = LoopbackServer.answering(r -> bytes(new byte[5]))) {
      OpenIntegration own = small.createOpenIntegration("T", "0123456789abcdef-secret");
      new RawClient(small).sendFile(own, "u1", "1", "image/png", files.uri("/big.png"));
      ConversationRecord record =
          small.awaitConversation(c -> state(c) == AttachmentRecord.State.FAILED, SOON);
      assertTrue(attachment(record).problem().contains("larger than 4 bytes"));
    }
  }

  @Test
  void mediaOutsideTheProfileIsDroppedAndTheMessageStays() {
    integration.supportedContent(new SupportedContent(List.of("image/*"), List.of()));
    try (LoopbackServer files = LoopbackServer.answering(200)) {
      client.sendFile(integration, "u1", "1", "application/pdf", files.uri("/a.pdf"));
      settled(AttachmentRecord.State.DROPPED);
      assertEquals(0, files.waiting(), "nothing is fetched");
    }
  }

  @Test
  void theRateLimitCountsDownInHeadersThenAnswers429() {
    try (GenesysCloudSimulator limited =
        GenesysCloudSimulator.builder().clock(clock).requestsPerMinute(2).start()) {
      OpenIntegration own = limited.createOpenIntegration("T", "0123456789abcdef-secret");
      RawClient raw = new RawClient(limited);
      String body = Json.text(RawClient.message("u1", "1").put("text", "a"));
      HttpResponse<String> first = raw.inbound(own, "message", body);
      assertEquals("1", first.headers().firstValue("inin-ratelimit-count").orElseThrow());
      assertEquals("2", first.headers().firstValue("inin-ratelimit-allowed").orElseThrow());
      assertEquals("30", first.headers().firstValue("inin-ratelimit-reset").orElseThrow());
      assertEquals(200, raw.inbound(own, "message", body).statusCode());
      HttpResponse<String> third = raw.inbound(own, "message", body);
      assertEquals(429, third.statusCode());
      assertEquals("30", third.headers().firstValue("Retry-After").orElseThrow());
      assertEquals("too.many.requests.retry.after", Json.read(third.body()).path("code").asText());
      clock.advance(Duration.ofSeconds(30));
      assertEquals(200, raw.inbound(own, "message", body).statusCode());
    }
  }

  @Test
  void aScriptedFaultRecordsNothingAndEnds() {
    genesys.faults().nextInbound(503, 2);
    String body = Json.text(RawClient.message("u1", "1").put("text", "a"));
    assertEquals(503, client.inbound(integration, "message", body).statusCode());
    assertEquals(503, client.inbound(integration, "message", body).statusCode());
    assertTrue(genesys.conversations().isEmpty());
    assertEquals(200, client.inbound(integration, "message", body).statusCode());
    assertEquals(
        List.of(200, 503, 503, 200),
        genesys.requests().stream().map(RequestRecord::status).toList());
  }

  @Test
  void aTypingEventIsAnsweredAndOpensNoConversation() {
    String body =
        """
        {"channel":{"time":"2025-01-31T12:00:00Z","from":{"id":"u1","idType":"Opaque"}},
         "events":[{"eventType":"Typing"}]}
        """;
    HttpResponse<String> answer = client.inbound(integration, "event", body);
    assertEquals(200, answer.statusCode());
    assertEquals("Event", Json.read(answer.body()).path("type").asText());
    assertTrue(genesys.conversations().isEmpty());
  }

  private AttachmentRecord settled(AttachmentRecord.State state) {
    return attachment(genesys.awaitConversation(record -> state(record) == state, SOON));
  }

  private static AttachmentRecord.State state(ConversationRecord record) {
    return attachment(record).state();
  }

  private static AttachmentRecord attachment(ConversationRecord record) {
    return Objects.requireNonNull(record.messages().get(0).attachment());
  }

  private static WebResponse bytes(byte[] content) {
    return new WebResponse(200, Map.of(), new FixedBody(content));
  }
}
