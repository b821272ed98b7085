// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What one side formats is formatted on the other, and no character gets lost on the way. */
class FormattedTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose private final TestRoute route = TestRoute.builder().markdown().start();
  private final TelegramCustomer ivan = route.ivan();
  private final AgentConversation desk = route.connect(ivan);

  @Test
  void theCustomersFormattingIsMarkdownInGenesysCloud() {
    ObjectNode update = JSON.createObjectNode().put("update_id", 70_000);
    ObjectNode message = update.putObject("message").put("message_id", 990).put("date", 1);
    message.putObject("chat").put("id", ivan.id()).put("type", "private");
    message
        .put("text", "👋 так, тут")
        .putArray("entities")
        .addObject()
        .put("type", "text_link")
        .put("offset", 8)
        .put("length", 3)
        .put("url", "https://shop.example/");
    ivan.sendRaw(update);
    desk.awaitMessage(
        arrived -> arrived.says("👋 так, [тут](https://shop.example/)"), TestRoute.PATIENCE);
  }

  @Test
  void theAgentsMarkdownIsFormattingOnTheTelephone() throws Exception {
    desk.sendText("👋 **Готово**: [замовлення](https://shop.example/1)");
    TelegramMessage shown =
        ivan.awaitMessage(m -> m.text().equals("👋 Готово: замовлення"), TestRoute.PATIENCE);
    assertEquals(
        JSON.readTree(
            """
            [{"type":"bold","offset":3,"length":6},
            {"type":"text_link","offset":11,"length":10,"url":"https://shop.example/1"}]
            """),
        shown.json().path("entities"));
  }

  /**
   * Its pieces are formatted each by itself: the simulator refuses an entity that is not inside.
   */
  @Test
  void aLongTextIsCutBetweenItsFormats() {
    String words = Samples.text(4_400);
    String source = "Ось: **" + words + "** кінець";
    route.postSigned(Webhooks.text("m-long", ivan.id(), source).toString());
    ivan.awaitMessage(m -> m.text().endsWith("кінець"), TestRoute.PATIENCE);

    List<TelegramMessage> shown = ivan.messages();
    assertTrue(shown.size() > 1, () -> shown.size() + " messages");
    assertEquals(
        "Ось: " + words + " кінець",
        shown.stream().map(TelegramMessage::text).collect(Collectors.joining(" ")));
    for (TelegramMessage message : shown) {
      JsonNode bold = message.json().path("entities").path(0);
      assertEquals("bold", bold.path("type").asText());
    }
  }
}
