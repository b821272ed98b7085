// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.error.InvalidFieldException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BotMessageTest {
  private static final String REQUEST =
      "{\"botId\":\"b-1\",\"botVersion\":\"Delta\",\"botSessionId\":\"s-1\",\"messageId\":\"m-1\","
          + "\"inputMessage\":{\"type\":\"Structured\",\"text\":\"Message sent to bot\","
          + "\"content\":[{\"contentType\":\"ButtonResponse\",\"buttonResponse\":{\"type\":"
          + "\"QuickReply\",\"text\":\"Button Response Text\",\"payload\":\"cookie\"}}]},"
          + "\"languageCode\":\"en-us\",\"botSessionTimeout\":60,\"genesysConversationId\":\"c-1\","
          + "\"parameters\":{\"parameter1\":\"value1\"},\"correlationId\":\"x\"}";

  @Test
  void aRequestIsReadAndWrittenBack() {
    BotMessageRequest request = BotMessageRequest.parse(REQUEST.getBytes(StandardCharsets.UTF_8));
    assertEquals("m-1", request.messageId());
    assertEquals("cookie", request.inputMessage().utterance());
    assertEquals(REQUEST, request.toJson());
  }

  @Test
  void anAnswerIsWrittenByteForByteAsDocumented() {
    String json =
        BotMessageResponse.builder(BotState.COMPLETE)
            .intent("OrderCookie")
            .confidence(new BigDecimal("0.5"))
            .reply(
                ReplyMessage.attachment(
                    "caption",
                    Attachment.builder(MediaType.FILE, "https://f/a.pdf", "application/pdf")
                        .id("a-1")
                        .filename("a.pdf")
                        .build()))
            .entity(EntityValue.of("Size", ValueType.INTEGER, "12"))
            .entity(
                EntityValue.of(
                    "Ingredients", ValueType.STRING_COLLECTION, List.of("flour", "sugar")))
            .parameter("out", "1")
            .build()
            .toJson();
    assertEquals(
        "{\"botState\":\"Complete\",\"intent\":\"OrderCookie\",\"confidence\":0.5,"
            + "\"replyMessages\":[{\"type\":\"Text\",\"text\":\"caption\",\"content\":"
            + "[{\"contentType\":\"Attachment\",\"attachment\":{\"mediaType\":\"File\",\"id\":"
            + "\"a-1\",\"url\":\"https://f/a.pdf\",\"mime\":\"application/pdf\",\"filename\":"
            + "\"a.pdf\"}}]}],\"entities\":[{\"name\":\"Size\",\"type\":\"Integer\",\"value\":"
            + "\"12\"},{\"name\":\"Ingredients\",\"type\":\"StringCollection\",\"values\":"
            + "[\"flour\",\"sugar\"]}],\"parameters\":{\"out\":\"1\"}}",
        json);
    assertEquals(json, BotMessageResponse.parse(json.getBytes(StandardCharsets.UTF_8)).toJson());
  }

  @Test
  void theListIsWrittenByteForByteAsDocumented() {
    Bot bot =
        Bot.of(
            "b-1",
            "Orders",
            "BotFlow",
            "Knows orders",
            List.of(
                BotVersion.of(
                    "1",
                    List.of("en-US"),
                    List.of(
                        BotIntent.of(
                            "Escalate", List.of(BotEntity.of("When", ValueType.DATETIME)))))));
    String json =
        "{\"id\":\"b-1\",\"name\":\"Orders\",\"provider\":\"BotFlow\",\"description\":\"Knows"
            + " orders\",\"versions\":[{\"version\":\"1\",\"supportedLanguages\":[\"en-us\"],"
            + "\"intents\":[{\"name\":\"Escalate\",\"entities\":[{\"name\":\"When\",\"type\":"
            + "\"Datetime\"}]}]}]}";
    assertEquals(json, bot.toJson());
    assertEquals("{\"entities\":[" + json + "]}", BotListing.of(List.of(bot)).toJson());
    assertEquals(bot, Bot.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aVersionNeedsAnIntent() {
    InvalidFieldException e =
        assertThrows(
            InvalidFieldException.class, () -> BotVersion.of("1", List.of("en"), List.of()));
    assertEquals("versions.intents", e.field());
  }
}
