// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.CardActionType;
import io.botflow.genesys.content.CardContent;
import io.botflow.genesys.content.CarouselContent;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.DatePickerContent;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.OriginatingEntity;
import io.botflow.genesys.content.QuickReplyContent;
import io.botflow.genesys.content.ReasonCode;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.content.TemplateContent;
import io.botflow.genesys.content.TemplateHeaderType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each documented payload becomes its type. */
class WebhookParserTest {
  private static final String CHANNEL =
      "\"id\":\"m-1\",\"channel\":{\"id\":\"int-1\",\"platform\":\"Open\",\"type\":\"Private\","
          + "\"to\":{\"id\":\"user-1\",\"idType\":\"Opaque\"},\"from\":{\"nickname\":\"My"
          + " Integration\",\"id\":\"int-1\",\"idType\":\"Opaque\"},\"time\":"
          + "\"2025-06-10T21:03:05.427Z\",\"messageId\":\"m-1\"},";

  private static MessageNotification message(String fields) {
    return assertInstanceOf(
        MessageNotification.class, WebhookParser.parse("{" + CHANNEL + fields + "}"));
  }

  private static <T extends Content> T element(Class<T> type, String element) {
    MessageNotification message = message("\"type\":\"Structured\",\"content\":[" + element + "]");
    assertEquals(1, message.content().size());
    return assertInstanceOf(type, message.content().get(0));
  }

  @Test
  void aTextIsRead() {
    MessageNotification message =
        message(
            "\"type\":\"Text\",\"text\":\"Hi\",\"originatingEntity\":\"Human\",\"direction\":"
                + "\"Outbound\",\"conversationId\":\"c-1\"");
    assertEquals("m-1", message.id());
    assertEquals("Hi", message.text());
    assertEquals("c-1", message.conversationId());
    assertEquals(Direction.OUTBOUND, message.direction());
    assertEquals(OriginatingEntity.HUMAN, message.originatingEntity());
    assertEquals("user-1", message.channel().to().id());
    assertEquals("My Integration", message.channel().from().nickname());
    assertEquals(Instant.parse("2025-06-10T21:03:05.427Z"), message.channel().time());
    assertFalse(message.structured());
    assertEquals("Text|m-1", message.dedupeKey());
  }

  @Test
  void anAttachmentIsRead() {
    MessageNotification message =
        message(
            "\"type\":\"Text\",\"content\":[{\"contentType\":\"Attachment\",\"attachment\":{"
                + "\"id\":\"a\",\"mediaType\":\"Image\",\"url\":\"https://d/x\",\"mime\":"
                + "\"image/jpeg\",\"filename\":\"image.jpg\",\"contentSizeBytes\":10240}}]");
    AttachmentContent content = assertInstanceOf(AttachmentContent.class, message.content().get(0));
    assertEquals(MediaType.IMAGE, content.attachment().mediaType());
    assertEquals(10240L, content.attachment().contentSizeBytes());
    assertNull(message.text());
    assertNull(message.conversationId());
  }

  @Test
  void quickRepliesAreRead() {
    MessageNotification message =
        message(
            "\"type\":\"Structured\",\"originatingEntity\":\"Bot\",\"text\":\"Proceed?\","
                + "\"content\":[{\"contentType\":\"QuickReply\",\"quickReply\":{\"text\":\"Yes\","
                + "\"payload\":\"y\",\"action\":\"Message\"}},{\"contentType\":\"QuickReply\","
                + "\"quickReply\":{\"text\":\"No\",\"payload\":\"n\",\"action\":\"Message\"}}]");
    assertTrue(message.structured());
    assertEquals(2, message.content().size());
    QuickReplyContent no = assertInstanceOf(QuickReplyContent.class, message.content().get(1));
    assertEquals("n", no.quickReply().payload());
    assertEquals(OriginatingEntity.BOT, message.originatingEntity());
  }

  @Test
  void cardsAndCarouselsAreRead() {
    CardContent card =
        element(
            CardContent.class,
            "{\"contentType\":\"Card\",\"card\":{\"title\":\"T\",\"description\":\"D\",\"image\":"
                + "\"https://i\",\"defaultAction\":{\"type\":\"Link\",\"url\":\"https://l\"},"
                + "\"actions\":[{\"type\":\"Postback\",\"text\":\"A\",\"payload\":\"a\"}]}}");
    assertEquals(CardActionType.POSTBACK, card.card().actions().get(0).type());
    assertEquals("https://l", card.card().defaultAction().url());
    CarouselContent carousel =
        element(
            CarouselContent.class,
            "{\"contentType\":\"Carousel\",\"carousel\":{\"cards\":[{\"title\":\"Card 1\","
                + "\"description\":\"\",\"actions\":[{\"type\":\"Postback\",\"text\":\"O\","
                + "\"payload\":\"1\"},{\"type\":\"Link\",\"text\":\"S\",\"url\":\"https://s\"}]}]}}");
    assertEquals("Card 1", carousel.carousel().cards().get(0).title());
    assertEquals("", carousel.carousel().cards().get(0).description());
  }

  @Test
  void aDatePickerIsRead() {
    DatePickerContent picker =
        element(
            DatePickerContent.class,
            "{\"contentType\":\"DatePicker\",\"datePicker\":{\"title\":\"When?\",\"subtitle\":"
                + "\"Pick\",\"availableTimes\":[{\"duration\":1800,\"dateTime\":"
                + "\"2025-05-30T12:00:00.000Z\"}]}}");
    assertEquals(1800L, picker.datePicker().availableTimes().get(0).duration());
    assertEquals(
        Instant.parse("2025-05-30T12:00:00Z"),
        picker.datePicker().availableTimes().get(0).dateTime());
  }

  @Test
  void aNotificationTemplateIsRead() {
    TemplateContent content =
        element(
            TemplateContent.class,
            "{\"contentType\":\"Notification\",\"template\":{\"id\":\"cannedresponse@7\","
                + "\"language\":\"en\",\"header\":{\"type\":\"Text\",\"text\":\"Hello\"},\"body\":"
                + "{\"text\":\"Hi Happy\",\"parameters\":[{\"name\":\"name\",\"text\":\"Happy\"}]},"
                + "\"footer\":{\"text\":\"Bye\"}}}");
    assertEquals(TemplateHeaderType.TEXT, content.template().header().type());
    assertEquals("Happy", content.template().body().parameters().get(0).text());
    assertEquals("Bye", content.template().footer().text());
  }

  @Test
  void typingIsAnEvent() {
    EventNotification event =
        assertInstanceOf(
            EventNotification.class,
            WebhookParser.parse(
                "{"
                    + CHANNEL
                    + "\"type\":\"Event\",\"events\":[{\"eventType\":\"Typing\",\"typing\":"
                    + "{\"type\":\"On\",\"duration\":5000}}],\"direction\":\"Outbound\"}"));
    assertEquals(5000L, event.events().get(0).typing().duration());
  }

  @Test
  void aReceiptIsReadAndToldFromItsMessage() {
    String start = "{" + CHANNEL + "\"type\":\"Receipt\",\"direction\":\"Inbound\",";
    ReceiptNotification failed =
        assertInstanceOf(
            ReceiptNotification.class,
            WebhookParser.parse(
                start
                    + "\"status\":\"Failed\",\"reasons\":[{\"code\":\"RateLimited\",\"message\":"
                    + "\"slow\"}],\"isFinalReceipt\":true}"));
    assertEquals(ReceiptStatus.FAILED, failed.status());
    assertEquals(ReasonCode.RATE_LIMITED, failed.reasons().get(0).code());
    assertEquals(true, failed.isFinalReceipt());
    assertEquals("Receipt|m-1|Failed", failed.dedupeKey());
    Notification published = WebhookParser.parse(start + "\"status\":\"Published\"}");
    assertNotEquals(failed.dedupeKey(), published.dedupeKey());
  }

  @Test
  void bothSpellingsOfTheNicknameAreRead() {
    Notification notification =
        WebhookParser.parse(
            "{\"type\":\"Text\",\"channel\":{\"from\":{\"nickName\":\"A\"},\"to\":{\"nickname\":"
                + "\"B\"}}}");
    assertEquals("A", notification.channel().from().nickname());
    assertEquals("B", notification.channel().to().nickname());
  }

  @Test
  void emptyArraysAndSurplusFieldsDoNoHarm() {
    MessageNotification message =
        message(
            "\"type\":\"Text\",\"text\":\"x\",\"content\":[],\"reasons\":[],"
                + "\"relatedMessages\":[],\"messageMetadata\":{\"type\":\"Text\"}");
    assertTrue(message.content().isEmpty());
    assertEquals("{\"type\":\"Text\"}", message.extra().get("messageMetadata").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-06-10T21:03:05.4270000Z",
        "2025-06-10T21:03:05.427Z",
        "2025-06-10T21:03:05.427+00:00",
        "2025-06-11T00:03:05.427+03:00",
        "2025-06-10T21:03:05.427",
        "2025-06-10T21:03:05.427000000z",
      })
  void timesAreReadInEachFormSeen(String time) {
    Notification notification =
        WebhookParser.parse("{\"type\":\"Text\",\"channel\":{\"time\":\"" + time + "\"}}");
    assertEquals(Instant.parse("2025-06-10T21:03:05.427Z"), notification.channel().time());
  }
}
