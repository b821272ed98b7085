// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.ContentVisitor;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.OriginatingEntity;
import io.botflow.genesys.content.QuickReplyContent;
import io.botflow.genesys.content.UnknownContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is kept as it came, and costs nothing beside it. */
class WebhookLeniencyTest {
  private static MessageNotification message(String fields) {
    return assertInstanceOf(
        MessageNotification.class, WebhookParser.parse("{\"id\":\"m-1\"," + fields + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yesterday\"", "\"\"", "17", "{}", "[1]", "null", "true"})
  void aTimeThatIsNoneDoesNotCostTheMessage(String time) {
    MessageNotification message =
        message("\"type\":\"Text\",\"text\":\"kept\",\"channel\":{\"time\":" + time + "}");
    assertNull(message.channel().time());
    assertEquals("kept", message.text());
  }

  @Test
  void namesAreReadInAnyCaseAndNewOnesAreKept() {
    MessageNotification message =
        message("\"type\":\"TEXT\",\"direction\":\"outBOUND\",\"originatingEntity\":\"Robot\"");
    assertEquals(Direction.OUTBOUND, message.direction());
    assertEquals(new OriginatingEntity("Robot"), message.originatingEntity());
    assertTrue(message.toJson().contains("\"type\":\"Text\""), message.toJson());
    assertTrue(message.toJson().contains("\"originatingEntity\":\"Robot\""), message.toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contentType\":\"Mention\",\"mention\":{\"name\":\"x\",\"n\":1.50}}",
        "{\"contentType\":\"Story\",\"story\":\"text\"}",
        "{\"contentType\":\"Reactions\",\"reactions\":{\"count\":1}}",
        "{\"contentType\":\"Reactions\",\"reactions\":[{\"count\":\"many\"}]}",
        "{\"contentType\":\"Attachment\"}",
        "{\"contentType\":\"Attachment\",\"attachment\":\"text\"}",
        "{\"contentType\":\"Attachment\",\"attachment\":{\"url\":{\"a\":1}}}",
        "{\"contentType\":\"Card\",\"card\":{\"title\":\"t\",\"actions\":\"none\"}}",
        "{\"contentType\":7}",
        "{}",
        "\"a string\"",
        "12",
        "[[]]",
      })
  void anElementThatIsNotUnderstoodIsKeptAsItCame(String element) {
    MessageNotification message = message("\"type\":\"Structured\",\"content\":[" + element + "]");
    UnknownContent unknown = assertInstanceOf(UnknownContent.class, message.content().get(0));
    assertEquals(element, unknown.json().toString());
    assertTrue(message.toJson().contains("\"content\":[" + element + "]"), message.toJson());
  }

  @Test
  void oneUnknownElementDoesNotSpoilItsNeighbours() {
    MessageNotification message =
        message(
            "\"type\":\"Structured\",\"content\":[{\"contentType\":\"New\"},null,{\"contentType\":"
                + "\"quickreply\",\"quickReply\":{\"text\":\"Yes\",\"payload\":\"y\",\"x\":1},"
                + "\"y\":[2]}]");
    assertEquals(2, message.content().size());
    ContentVisitor<String> names =
        new ContentVisitor<>() {
          @Override
          public String other(Content content) {
            return "other " + content.contentType();
          }

          @Override
          public String quickReply(QuickReplyContent content) {
            return "reply " + content.quickReply().text() + content.quickReply().extra();
          }
        };
    assertEquals("other New", message.content().get(0).accept(names));
    assertEquals("reply Yes{x=1}", message.content().get(1).accept(names));
    assertTrue(
        message
            .toJson()
            .contains(
                "{\"contentType\":\"QuickReply\",\"quickReply\":{\"text\":\"Yes\",\"payload\":"
                    + "\"y\",\"x\":1},\"y\":[2]}"),
        message.toJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"Presence\",\"id\":\"7\",\"n\":1.500,\"z\":null}",
        "{\"type\":5}",
        "{\"type\":null}",
        "{\"type\":\"Text\",\"text\":{\"a\":1}}",
        "{\"type\":\"Text\",\"channel\":\"none\"}",
        "{\"type\":\"Text\",\"content\":\"none\"}",
        "{\"type\":\"Receipt\",\"isFinalReceipt\":\"perhaps\"}",
        "{\"type\":\"Event\",\"events\":{\"eventType\":\"Typing\"}}",
      })
  void aNotificationThatIsNotUnderstoodIsKeptAsItCame(String body) {
    UnknownNotification unknown =
        assertInstanceOf(UnknownNotification.class, WebhookParser.parse(body));
    assertEquals(body, unknown.toJson());
    assertFalse(unknown.dedupeKey().isBlank());
  }

  @Test
  void anUnknownNotificationStillTellsWhatItCan() {
    Notification unknown =
        WebhookParser.parse(
            "{\"type\":\"New\",\"id\":\"7\",\"direction\":\"outbound\",\"conversationId\":\"c\","
                + "\"status\":\"Odd\",\"channel\":{\"to\":{\"id\":\"u\"}}}");
    assertEquals("7", unknown.id());
    assertEquals("New", unknown.type().value());
    assertEquals(Direction.OUTBOUND, unknown.direction());
    assertEquals("c", unknown.conversationId());
    assertEquals("u", unknown.channel().to().id());
    assertEquals("New|7|Odd", unknown.dedupeKey());
  }

  @Test
  void withoutAnIdTheWholeContentIsTheKey() {
    Notification one = WebhookParser.parse("{\"type\":\"Text\",\"text\":\"a\"}");
    Notification again = WebhookParser.parse("{\"text\":\"a\", \"type\":\"Text\"}");
    Notification other = WebhookParser.parse("{\"type\":\"Text\",\"text\":\"b\"}");
    assertEquals(one.dedupeKey(), again.dedupeKey());
    assertNotEquals(one.dedupeKey(), other.dedupeKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "canary",
        "{\"text\":\"canary",
        "{\"type\":\"Text\",\"text\":\"canary\"",
        "{\"type\":\"Text\"}canary",
        "{\"type\":\"Text\"}{}",
        "{\"type\":\"New\"}{}",
        "[]",
        "\"canary\"",
        "null",
        "17",
        "{'type':'canary'}",
        "{\"type\":\"Text\",\"text\":canary}",
      })
  void whatIsNoJsonObjectIsRefusedWithoutBeingQuoted(String body) {
    MalformedWebhookException e =
        assertThrows(MalformedWebhookException.class, () -> WebhookParser.parse(body));
    assertFalse(e.getMessage().contains("canary"), e.getMessage());
    assertNull(e.getCause());
  }

  @Test
  void nestingAndTextAreLimited() {
    String deep = "{\"type\":\"Text\",\"x\":" + "[".repeat(80) + "]".repeat(80) + "}";
    assertThrows(MalformedWebhookException.class, () -> WebhookParser.parse(deep));
    String bomb = "{\"type\":\"Text\",\"x\":" + "[".repeat(500_000);
    assertThrows(MalformedWebhookException.class, () -> WebhookParser.parse(bomb));
    String longText = "{\"type\":\"Text\",\"text\":\"" + "x".repeat(300_000) + "\"}";
    assertThrows(MalformedWebhookException.class, () -> WebhookParser.parse(longText));
    byte[] badUtf8 = {'{', '"', 't', '"', ':', '"', (byte) 0xC3, '"', '}'};
    assertThrows(MalformedWebhookException.class, () -> WebhookParser.parse(badUtf8));
  }
}
