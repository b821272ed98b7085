// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.MessengerType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationsWireTest {
  private final FakeGenesys genesys = new FakeGenesys();
  private final GenesysCloud cloud = genesys.connect().build();
  private final Conversations conversations = cloud.conversations();

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private static final String CONVERSATION =
      "{\"id\":\"c-1\",\"startTime\":\"2026-01-01T00:00:00.000Z\",\"participants\":["
          + "{\"id\":\"p-1\",\"purpose\":\"customer\",\"attributes\":{\"k\":\"v\"},\"messages\":"
          + "[{\"id\":\"l-1\",\"state\":\"connected\",\"messages\":[{\"messageId\":\"m-1\","
          + "\"messageStatus\":\"received\"},{\"messageId\":\"m-2\"}]}]},"
          + "{\"id\":\"p-2\",\"purpose\":\"agent\",\"messages\":[{\"id\":\"l-2\",\"messages\":"
          + "[{\"messageId\":\"m-3\"},{\"messageId\":\"m-1\"},{}]}]}]}";

  @Test
  void aConversationIsReadWithItsParticipantsAndTheIdsOfItsMessages() {
    genesys.answer(200, CONVERSATION);
    Conversation conversation = conversations.conversation("c-1");
    assertEquals("GET /api/v2/conversations/c-1", line(genesys.onlyCall()));
    assertEquals(List.of("m-1", "m-2", "m-3"), conversation.messageIds());
    Participant customer = conversation.participantsFor("Customer").get(0);
    assertEquals(Map.of("k", "v"), customer.attributes());
    assertEquals("connected", customer.messages().get(0).state());
    assertEquals(
        MessageStatus.RECEIVED, customer.messages().get(0).messages().get(0).messageStatus());
    assertEquals("2026-01-01T00:00:00.000Z", conversation.extra().get("startTime").textValue());
  }

  @Test
  void theMessagingSideOfAConversationIsRead() {
    genesys.answer(
        200,
        "{\"id\":\"c-1\",\"participants\":[{\"id\":\"p-1\",\"purpose\":\"customer\",\"state\":"
            + "\"disconnected\",\"disconnectType\":\"inactivity\",\"endTime\":"
            + "\"2026-01-01T00:00:00.123Z\",\"toAddress\":{\"name\":\"x\"},\"messages\":"
            + "[{\"messageId\":\"m-1\"},{\"messageId\":\"m-2\"}]}]}");
    MessageConversation conversation = conversations.messageConversation("c-1");
    assertEquals("GET /api/v2/conversations/messages/c-1", line(genesys.onlyCall()));
    assertEquals(List.of("m-1", "m-2"), conversation.messageIds());
    MessageParticipant customer = conversation.participants().get(0);
    assertEquals("inactivity", customer.disconnectType());
    assertEquals(Instant.parse("2026-01-01T00:00:00.123Z"), customer.endTime());
    assertTrue(customer.extra().containsKey("toAddress"));
  }

  @Test
  void aMessageOfTheOlderFormIsReadByTheSameAccessors() {
    genesys.answer(
        200,
        "{\"id\":\"m-1\",\"direction\":\"outbound\",\"messengerType\":\"open\",\"status\":"
            + "\"delivery-success\",\"timestamp\":\"2026-01-01T00:00:00.123Z\",\"textBody\":"
            + "\"Hello\",\"media\":[{\"url\":\"https://x/a.png\",\"mediaType\":\"image/png\","
            + "\"contentLengthBytes\":10,\"name\":\"a.png\",\"id\":\"f-1\"}],"
            + "\"conversationId\":\"c-1\"}");
    MessageData message = conversations.message("m-1");
    assertEquals("GET /api/v2/conversations/messages/m-1/details", line(genesys.onlyCall()));
    assertEquals("Hello", message.text().orElseThrow());
    assertEquals(
        List.of(
            new Attachment(
                MediaType.IMAGE,
                "f-1",
                "https://x/a.png",
                "image/png",
                null,
                null,
                "a.png",
                10L,
                Map.of())),
        message.attachments());
    assertEquals(Direction.OUTBOUND, message.direction());
    assertEquals(MessengerType.OPEN, message.messengerType());
    assertEquals(MessageStatus.DELIVERY_SUCCESS, message.status());
    assertEquals(Instant.parse("2026-01-01T00:00:00.123Z"), message.timestamp());
  }

  @Test
  void aMessageOfTheNewerFormIsReadByTheSameAccessors() {
    genesys.answer(
        200,
        "{\"id\":\"m-1\",\"status\":\"sent\",\"normalizedMessage\":{\"type\":\"Text\",\"text\":"
            + "\"Hello\",\"content\":[{\"contentType\":\"Attachment\",\"attachment\":"
            + "{\"mediaType\":\"File\",\"url\":\"https://x/a.pdf\"}}]},\"normalizedReceipts\":"
            + "[{\"type\":\"Receipt\",\"status\":\"Delivered\",\"isFinalReceipt\":true}]}");
    MessageData message = conversations.message("c/1", "m-1");
    assertEquals("GET /api/v2/conversations/messages/c%2F1/messages/m-1", line(genesys.onlyCall()));
    assertEquals("Hello", message.text().orElseThrow());
    assertEquals("https://x/a.pdf", message.attachments().get(0).url());
    assertEquals("Delivered", String.valueOf(message.normalizedReceipts().get(0).status()));
  }

  @Test
  void aMessageWithoutTextHasNone() {
    assertTrue(conversations.message("m-1").text().isEmpty());
    assertTrue(conversations.message("m-1").attachments().isEmpty());
  }

  @Test
  void manyMessagesAreReadAThousandAtATime() throws Exception {
    genesys.answerCalls(
        request -> FakeGenesys.json(200, "{\"entities\":[{\"id\":\"m\"},{\"id\":\"n\"}]}"));
    List<String> ids = IntStream.range(0, 2001).mapToObj(i -> "m" + i).toList();
    assertEquals(6, conversations.messages("c-1", ids).size());
    assertEquals(3, genesys.calls().size());
    assertEquals(
        "POST /api/v2/conversations/messages/c-1/messages/bulk", line(genesys.calls().get(0)));
    assertEquals(1000, new ObjectMapper().readTree(body(genesys.calls().get(1))).size());
    assertEquals("[\"m2000\"]", body(genesys.calls().get(2)));
  }

  @Test
  void readingNoMessagesMakesNoCall() {
    assertEquals(List.of(), conversations.messages("c-1", List.of()));
    assertTrue(genesys.calls().isEmpty());
  }

  @Test
  void theCustomerIsTakenOutOfTheConversation() {
    genesys.answer(200, CONVERSATION).answer(202, "");
    assertEquals(1, conversations.disconnectCustomer("c-1"));
    RecordedRequest patch = genesys.calls().get(1);
    assertEquals("PATCH /api/v2/conversations/messages/c-1/participants/p-1", line(patch));
    assertEquals("{\"state\":\"disconnected\"}", body(patch));
  }

  @Test
  void aConversationWithoutACustomerIsLeftAlone() {
    genesys.answer(200, "{\"id\":\"c-1\"}");
    assertEquals(0, conversations.disconnectCustomer("c-1"));
    assertEquals(1, genesys.calls().size());
  }

  @Test
  void aConversationIsEndedForAll() {
    conversations.disconnect("c-1");
    assertEquals("PATCH /api/v2/conversations/messages/c-1", line(genesys.onlyCall()));
    assertEquals("{\"state\":\"disconnected\"}", body(genesys.onlyCall()));
  }

  @Test
  void participantDataIsSet() {
    conversations.setAttributes("c-1", "p-1", Map.of("order", "A-17"));
    assertEquals(
        "PATCH /api/v2/conversations/messages/c-1/participants/p-1/attributes",
        line(genesys.onlyCall()));
    assertEquals("{\"attributes\":{\"order\":\"A-17\"}}", body(genesys.onlyCall()));
  }

  @Test
  void aMissingIdIsNamed() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> conversations.disconnect(" "))
            .getMessage();
    assertTrue(message.startsWith("conversationId:"), message);
  }

  private static String line(RecordedRequest request) {
    return request.getMethod() + " " + request.getTarget();
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }
}
