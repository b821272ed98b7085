// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.QuickReplyContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real payloads, where they are at hand: {@code -Dbotflow.fixtures=<directory>}. */
class FixtureTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static byte[] fixture(String name) throws IOException {
    String directory = System.getProperty("botflow.fixtures", "");
    boolean given = !directory.isEmpty() && !directory.startsWith("${");
    String reason = "botflow.fixtures does not name a directory of real payloads";
    if (!given) {
      System.out.println("Skipped: " + reason);
    }
    assumeTrue(given, reason);
    return Files.readAllBytes(Path.of(directory, "genesys", name));
  }

  private static <T extends Notification> T read(Class<T> type, String name) throws IOException {
    byte[] body = fixture(name);
    T notification = assertInstanceOf(type, WebhookParser.parse(body));
    assertSameFields(JSON.readTree(body), JSON.readTree(notification.toJson()), "");
    return notification;
  }

  /** Everything is written back, but for empty arrays and the older spelling of the nickname. */
  private static void assertSameFields(JsonNode expected, JsonNode actual, String path) {
    if (!(expected instanceof ObjectNode object)) {
      assertEquals(expected, actual, path);
      return;
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey().equals("nickName") ? "nickname" : field.getKey();
      JsonNode written = actual.path(name);
      boolean emptyArray = field.getValue().isArray() && field.getValue().isEmpty();
      if (!emptyArray || !written.isMissingNode()) {
        assertSameFields(field.getValue(), written, path + "/" + name);
      }
    }
  }

  @Test
  void theTextIsRead() throws IOException {
    MessageNotification message =
        read(MessageNotification.class, "openmessaging-outbound-text.json");
    assertEquals("Hello World", message.text());
    assertEquals("abcdef12345@socialmedia", message.channel().to().id());
    assertEquals("Open Messaging Integration", message.channel().from().nickname());
  }

  @Test
  void theAttachmentIsRead() throws IOException {
    MessageNotification message =
        read(MessageNotification.class, "openmessaging-outbound-attachment-image.json");
    AttachmentContent image = assertInstanceOf(AttachmentContent.class, message.content().get(0));
    assertEquals("image/jpeg", image.attachment().mime());
  }

  @Test
  void theTypingEventIsRead() throws IOException {
    EventNotification event =
        read(EventNotification.class, "openmessaging-outbound-event-typing.json");
    assertEquals(5000L, event.events().get(0).typing().duration());
  }

  @Test
  void theQuickRepliesAreRead() throws IOException {
    MessageNotification message =
        read(MessageNotification.class, "normalized-message-structured-quick-replies.json");
    assertEquals(2, message.content().size());
    assertInstanceOf(QuickReplyContent.class, message.content().get(0));
  }
}
