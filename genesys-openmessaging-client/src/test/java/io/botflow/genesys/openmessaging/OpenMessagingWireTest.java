// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.openmessaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.ManualClock;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.ButtonResponse;
import io.botflow.genesys.content.ButtonType;
import io.botflow.genesys.content.IdType;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.ReasonCode;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.error.PayloadTooLargeException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMessagingWireTest {
  private static final String INTEGRATION = "e6b352de-ecd0-49c7-94de-7787418869bc";
  private static final Instant TIME = Instant.parse("2025-01-31T12:00:00.123456Z");
  private static final Customer CUSTOMER = Customer.of("user-1");

  private final FakeGenesys genesys = new FakeGenesys();
  private final GenesysCloud cloud = genesys.connect().clock(new ManualClock(TIME)).build();
  private final OpenMessaging messaging = cloud.openMessaging(INTEGRATION);

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  @Test
  void aTextIsWrittenByteForByteAsDocumented() {
    messaging.send(
        InboundMessage.builder(
                Customer.builder("user-1")
                    .nickname("Оля")
                    .firstName("Ольга")
                    .lastName("К.")
                    .email("o@example.com")
                    .build())
            .messageId("tg-1")
            .time(TIME)
            .text("Привіт \"world\"")
            .build());
    assertCall(
        "POST /api/v2/conversations/messages/" + INTEGRATION + "/inbound/open/message HTTP/1.1",
        "{\"channel\":{\"messageId\":\"tg-1\",\"time\":\"2025-01-31T12:00:00.123Z\",\"from\":"
            + "{\"id\":\"user-1\",\"idType\":\"Opaque\",\"nickname\":\"Оля\",\"firstName\":"
            + "\"Ольга\",\"lastName\":\"К.\",\"email\":\"o@example.com\"}},"
            + "\"text\":\"Привіт \\\"world\\\"\"}");
  }

  @Test
  void anAttachmentIsWrittenByteForByteAsDocumented() {
    messaging.send(
        InboundMessage.builder(Customer.builder("+380").idType(IdType.PHONE).build())
            .time(TIME)
            .attachment(
                Attachment.builder(MediaType.IMAGE, "https://m.example/a.jpg", "image/jpeg")
                    .id("a-1")
                    .text("caption")
                    .sha256("ab12")
                    .filename("a.jpg")
                    .contentSizeBytes(10L)
                    .build())
            .build());
    assertCall(
        "POST /api/v2/conversations/messages/" + INTEGRATION + "/inbound/open/message HTTP/1.1",
        "{\"channel\":{\"time\":\"2025-01-31T12:00:00.123Z\",\"from\":{\"id\":\"+380\","
            + "\"idType\":\"Phone\"}},\"content\":[{\"contentType\":\"Attachment\",\"attachment\":"
            + "{\"mediaType\":\"Image\",\"id\":\"a-1\",\"url\":\"https://m.example/a.jpg\","
            + "\"mime\":\"image/jpeg\",\"text\":\"caption\",\"sha256\":\"ab12\","
            + "\"filename\":\"a.jpg\"}}]}");
  }

  @Test
  void participantDataIsNestedAndMetadataIsFlat() {
    messaging.send(
        InboundMessage.builder(CUSTOMER)
            .time(TIME)
            .text("Hi")
            .customAttribute("order", "A-17")
            .customAttributes(Map.of("vip", "yes"))
            .metadata("source", "telegram")
            .build());
    assertCall(
        "POST /api/v2/conversations/messages/" + INTEGRATION + "/inbound/open/message HTTP/1.1",
        "{\"channel\":{\"time\":\"2025-01-31T12:00:00.123Z\",\"from\":{\"id\":\"user-1\","
            + "\"idType\":\"Opaque\"},\"metadata\":{\"customAttributes\":{\"order\":\"A-17\","
            + "\"vip\":\"yes\"}}},\"text\":\"Hi\",\"metadata\":{\"source\":\"telegram\"}}");
  }

  @Test
  void theConversationIdIsAskedForAndRead() {
    genesys.answer(
        200,
        "{\"id\":\"0123456789abcdef0123456789abcdef\",\"channel\":{\"id\":\"i\",\"platform\":"
            + "\"Open\",\"type\":\"Private\",\"messageId\":\"tg-1\",\"to\":{\"id\":\"i\"},\"from\":"
            + "{\"id\":\"user-1\",\"idType\":\"Opaque\"},\"time\":\"2025-01-31T12:00:00.123Z\"},"
            + "\"type\":\"Text\",\"text\":\"Hi\",\"conversationId\":\"c-1\",\"brandNew\":[1]}");
    SentMessage sent =
        messaging.send(
            InboundMessage.text(CUSTOMER, "Hi"),
            SendOptions.defaults().prefetchConversationId(true));
    assertEquals("c-1", sent.conversationId());
    assertEquals("0123456789abcdef0123456789abcdef", sent.id());
    assertEquals("tg-1", sent.channel().messageId());
    assertEquals("[1]", sent.extra().get("brandNew").toString());
    assertEquals(
        "/api/v2/conversations/messages/"
            + INTEGRATION
            + "/inbound/open/message?prefetchConversationId=true",
        genesys.onlyCall().getTarget());
  }

  @Test
  void withoutBeingAskedForTheConversationIdMayBeAbsent() {
    assertNull(messaging.send(InboundMessage.text(CUSTOMER, "Hi")).conversationId());
  }

  @Test
  void aDeliveredReceiptGoesToItsOwnEndpoint() {
    genesys.answer(200, "{\"id\":\"m-1\",\"type\":\"Receipt\",\"status\":\"delivered\"}");
    SentReceipt sent = messaging.sendReceipt(InboundReceipt.delivered("m-1", "user-1", TIME));
    assertEquals(ReceiptStatus.DELIVERED, sent.status());
    assertCall(
        "POST /api/v2/conversations/messages/" + INTEGRATION + "/inbound/open/receipt HTTP/1.1",
        "{\"id\":\"m-1\",\"channel\":{\"time\":\"2025-01-31T12:00:00.123Z\",\"to\":"
            + "{\"id\":\"user-1\"}},\"status\":\"Delivered\",\"isFinalReceipt\":true}");
  }

  @Test
  void aFailedReceiptCarriesItsReasonAndItsAnswerMayFailToo() {
    genesys.answer(
        200,
        "{\"id\":\"m-1\",\"type\":\"Receipt\",\"status\":\"Failed\",\"reasons\":"
            + "[{\"code\":\"SomethingNew\",\"message\":\"no\"}]}");
    SentReceipt sent =
        messaging.sendReceipt(
            InboundReceipt.failed(
                "m-1", "user-1", TIME, Reason.of(ReasonCode.RECIPIENT_OPTED_OUT, "left")));
    assertEquals(ReceiptStatus.FAILED, sent.status());
    assertEquals(new ReasonCode("SomethingNew"), sent.reasons().get(0).code());
    assertCall(
        "POST /api/v2/conversations/messages/" + INTEGRATION + "/inbound/open/receipt HTTP/1.1",
        "{\"id\":\"m-1\",\"channel\":{\"time\":\"2025-01-31T12:00:00.123Z\",\"to\":"
            + "{\"id\":\"user-1\"}},\"status\":\"Failed\",\"reasons\":[{\"code\":"
            + "\"RecipientOptedOut\",\"message\":\"left\"}],\"isFinalReceipt\":true}");
  }

  @Test
  void typingIsAnEventWithoutATypingObject() {
    messaging.sendTyping(CUSTOMER);
    assertCall(
        "POST /api/v2/conversations/messages/" + INTEGRATION + "/inbound/open/event HTTP/1.1",
        "{\"channel\":{\"time\":\"2025-01-31T12:00:00.123Z\",\"from\":{\"id\":\"user-1\","
            + "\"idType\":\"Opaque\"}},\"events\":[{\"eventType\":\"Typing\"}]}");
  }

  @Test
  void aPressedButtonGoesToItsOwnEndpoint() {
    messaging.sendStructuredResponse(
        new InboundStructuredResponse(
            new InboundChannel("tg-2", TIME, CUSTOMER, null),
            "m-1",
            ButtonResponse.of(ButtonType.QUICK_REPLY, "Yes", "yes")));
    assertCall(
        "POST /api/v2/conversations/messages/"
            + INTEGRATION
            + "/inbound/open/structured/response HTTP/1.1",
        "{\"channel\":{\"messageId\":\"tg-2\",\"time\":\"2025-01-31T12:00:00.123Z\",\"from\":"
            + "{\"id\":\"user-1\",\"idType\":\"Opaque\"}},\"originatingMessageId\":\"m-1\","
            + "\"buttonResponse\":{\"type\":\"QuickReply\",\"text\":\"Yes\",\"payload\":\"yes\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b|a%2Fb",
        "a?b=c#d|a%3Fb%3Dc%23d",
        "../oauth|..%2Foauth",
        "%2e%2e|%252e%252e",
        "@evil.example|%40evil.example",
        "é|%C3%A9",
      })
  void anIdCannotChangeThePath(String id, String segment) {
    cloud.openMessaging(id).sendTyping(CUSTOMER);
    assertEquals(
        "/api/v2/conversations/messages/" + segment + "/inbound/open/event",
        genesys.onlyCall().getTarget());
  }

  @Test
  void controlCharactersInAnIdCannotStartANewHeader() {
    cloud.openMessaging("a\r\nX-Evil: 1\u0000").sendTyping(CUSTOMER);
    RecordedRequest call = genesys.onlyCall();
    assertEquals(
        "/api/v2/conversations/messages/a%0D%0AX-Evil%3A%201%00/inbound/open/event",
        call.getTarget());
    assertNull(call.getHeaders().get("X-Evil"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void anIdThatIsNoneIsRefused(String id) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> cloud.openMessaging(id)).getMessage();
    assertTrue(message.startsWith("integrationId:"), message);
  }

  @Test
  void aPathPrefixOfAProxyIsKept() {
    URI proxy = genesys.uri().resolve("/genesys/");
    try (GenesysCloud behindProxy =
        GenesysCloud.builder(io.botflow.genesys.Region.at(proxy, genesys.uri()))
            .clientCredentials(FakeGenesys.CLIENT_ID, FakeGenesys.CLIENT_SECRET)
            .build()) {
      behindProxy.openMessaging("i").sendTyping(CUSTOMER);
    }
    assertEquals(
        "/genesys/api/v2/conversations/messages/i/inbound/open/event",
        genesys.onlyCall().getTarget());
  }

  @Test
  void aBodyBeyondTheLimitIsNotSent() {
    String overhead =
        "{\"channel\":{\"time\":\"2025-01-31T12:00:00.123Z\",\"from\":{\"id\":\"user-1\","
            + "\"idType\":\"Opaque\"}},\"text\":\"\"}";
    int room = PayloadTooLargeException.MAX_REQUEST_BYTES - overhead.length();
    messaging.send(InboundMessage.builder(CUSTOMER).time(TIME).text("x".repeat(room)).build());
    assertEquals(512_000, genesys.onlyCall().getBodySize());
    InboundMessage tooLarge =
        InboundMessage.builder(CUSTOMER).time(TIME).text("x".repeat(room + 1)).build();
    PayloadTooLargeException e =
        assertThrows(PayloadTooLargeException.class, () -> messaging.send(tooLarge));
    assertEquals(0, e.status());
    assertTrue(e.getMessage().contains("512001 bytes"), e.getMessage());
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aClosedConnectionGivesOutNothing() {
    cloud.close();
    cloud.close();
    assertThrows(IllegalStateException.class, () -> cloud.openMessaging("i"));
  }

  @Test
  void brokenRulesAreFoundWhereTheMessageIsBuilt() {
    Attachment file = Attachment.builder(MediaType.FILE, "https://x", "text/plain").build();
    Attachment noUrl =
        new Attachment(MediaType.FILE, null, null, "text/plain", null, null, null, null, Map.of());
    Attachment noMime =
        new Attachment(MediaType.FILE, null, "https://x", null, null, null, null, null, Map.of());
    Attachment noType =
        new Attachment(null, null, "https://x", "a/b", null, null, null, null, Map.of());
    assertField("channel.from.id", () -> Customer.of(" "));
    assertField("channel.from.idType", () -> Customer.builder("u").idType(null).build());
    assertField("channel.from", () -> InboundMessage.text(null, "x"));
    assertField("text", () -> InboundMessage.builder(CUSTOMER).build());
    assertField("text", () -> InboundMessage.text(CUSTOMER, ""));
    assertField(
        "content",
        () -> InboundMessage.builder(CUSTOMER).attachment(file).attachment(file).build());
    assertField(
        "content[0].attachment.url",
        () -> InboundMessage.builder(CUSTOMER).attachment(noUrl).build());
    assertField(
        "content[0].attachment.mime",
        () -> InboundMessage.builder(CUSTOMER).attachment(noMime).build());
    assertField(
        "content[0].attachment.mediaType",
        () -> InboundMessage.builder(CUSTOMER).attachment(noType).build());
    assertField("attachment.url", () -> Attachment.builder(MediaType.FILE, "", "text/plain"));
    assertField("metadata.k", () -> InboundMessage.builder(CUSTOMER).metadata("k", null));
    assertField(
        "channel.metadata.customAttributes.k",
        () -> InboundMessage.builder(CUSTOMER).customAttribute("k", null));
    assertField("id", () -> InboundReceipt.delivered("", "u", TIME));
    assertField("channel.to.id", () -> InboundReceipt.delivered("m", "", TIME));
    assertField("channel.time", () -> InboundReceipt.delivered("m", "u", null));
    assertField(
        "reasons",
        () ->
            new InboundReceipt(
                "m",
                new ReceiptChannel(TIME, new ReceiptTarget("u")),
                ReceiptStatus.DELIVERED,
                List.of(Reason.of(ReasonCode.GENERAL_ERROR, "x")),
                true));
    assertField("reasons.message", () -> Reason.of(ReasonCode.GENERAL_ERROR, ""));
    assertField("events", () -> new InboundEvent(new EventChannel(TIME, CUSTOMER), List.of()));
    assertField(
        "originatingMessageId",
        () ->
            new InboundStructuredResponse(
                new InboundChannel(null, TIME, CUSTOMER, null),
                "",
                ButtonResponse.of(ButtonType.BUTTON, "a", "b")));
    assertField("buttonResponse.payload", () -> ButtonResponse.of(ButtonType.BUTTON, "a", ""));
  }

  private static void assertField(String field, Executable build) {
    InvalidFieldException e = assertThrows(InvalidFieldException.class, build, field);
    assertEquals(field, e.field());
    assertTrue(e.getMessage().startsWith(field + ":"), e.getMessage());
  }

  private void assertCall(String line, String body) {
    RecordedRequest call = genesys.onlyCall();
    assertEquals(line, call.getRequestLine());
    assertEquals(body, call.getBody().utf8());
    assertEquals("application/json", call.getHeaders().get("Content-Type"));
    assertEquals("application/json", call.getHeaders().get("Accept"));
    assertEquals(
        "Bearer " + FakeGenesys.TOKEN_PREFIX + "1", call.getHeaders().get("Authorization"));
    assertNull(call.getHeaders().get("Upgrade"));
  }
}
