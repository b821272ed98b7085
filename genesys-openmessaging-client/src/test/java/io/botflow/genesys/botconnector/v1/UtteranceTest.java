// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.ErrorInfo;
import io.botflow.genesys.botconnector.dialog.MalformedRequestException;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.Card;
import io.botflow.genesys.content.CardAction;
import io.botflow.genesys.content.Carousel;
import io.botflow.genesys.content.Content;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.QuickReply;
import io.botflow.genesys.error.InvalidFieldException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceTest {
  private static final String REQUEST =
      "{\"botId\":\"adabot1\",\"botVersion\":\"0.1\",\"botSessionId\":\"s-1\",\"inputMessage\":"
          + "{\"type\":\"Text\",\"text\":\"hello\"},\"languageCode\":\"ja-jp\","
          + "\"botSessionTimeout\":4320,\"chatBot\":{\"id\":\"22DEE904\",\"name\":\"adabot1\"},"
          + "\"genesysConversationId\":\"c-1\",\"parameters\":{\"surveyId\":\"abc\"}}";

  private static UtteranceRequest request(String json) {
    return UtteranceRequest.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private static UtteranceRequest input(String inputMessage) {
    return request("{\"botId\":\"b\",\"inputMessage\":" + inputMessage + "}");
  }

  @Test
  void aRequestIsReadAndWrittenBack() {
    UtteranceRequest request = request(REQUEST);
    assertEquals("22DEE904", request.registeredBotId().orElseThrow());
    assertEquals("adabot1", request.botId());
    assertEquals(4320, request.botSessionTimeout());
    assertEquals(Map.of("surveyId", "abc"), request.parameters());
    assertEquals("hello", request.inputMessage().utterance());
    assertEquals(REQUEST, request.toJson());
  }

  @Test
  void withoutARegisteredBotTheNameStandsIn() {
    assertEquals("b", request("{\"botId\":\"b\"}").registeredBotId().orElseThrow());
    assertEquals("b", request("{\"botId\":\"b\",\"chatBot\":{}}").registeredBotId().orElseThrow());
    assertTrue(request("{}").registeredBotId().isEmpty());
  }

  @Test
  void aPressIsFoundWhereverItIs() {
    String press = "{\"type\":\"QuickReply\",\"text\":\"I want a cookie\",\"payload\":\"cookie\"}";
    assertEquals(
        "cookie",
        input(
                "{\"type\":\"Structured\",\"text\":\"x\",\"content\":[{\"contentType\":"
                    + "\"ButtonResponse\",\"buttonResponse\":"
                    + press
                    + "}]}")
            .inputMessage()
            .utterance());
    assertEquals(
        "cookie",
        input("{\"type\":\"structured\",\"buttonResponse\":" + press + "}")
            .inputMessage()
            .utterance());
    assertEquals(
        "x",
        input("{\"type\":\"Structured\",\"text\":\"x\",\"buttonResponse\":7}")
            .inputMessage()
            .utterance());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Text\",\"text\":\"\"}",
        "{\"type\":\"Text\"}",
        "{\"type\":\"Structured\",\"content\":[{\"contentType\":\"foo\",\"content\":\"bar\"}]}",
        "{}",
      })
  void anInputMayBeEmpty(String inputMessage) {
    assertEquals("", input(inputMessage).inputMessage().utterance());
  }

  @Test
  void parametersThatAreNoTextsBecomeTexts() {
    assertEquals(
        Map.of("n", "1", "b", "true", "o", "{\"a\":1}"),
        request("{\"parameters\":{\"n\":1,\"b\":true,\"o\":{\"a\":1},\"z\":null}}").parameters());
  }

  @Test
  void aRequestThatCannotBeReadNamesTheFieldAndQuotesNothing() {
    MalformedRequestException e =
        assertThrows(
            MalformedRequestException.class,
            () -> input("{\"type\":\"Text\",\"text\":{\"canary\":1}}"));
    assertEquals("the field inputMessage.text has an unexpected form", e.getMessage());
    for (String broken : List.of("", "canary", "[]", "null", "{\"botId\":\"canary", "\"canary\"")) {
      MalformedRequestException malformed =
          assertThrows(MalformedRequestException.class, () -> request(broken));
      assertFalse(malformed.getMessage().contains("canary"), malformed.getMessage());
    }
  }

  @Test
  void anAnswerIsWrittenByteForByteAsDocumented() {
    String json =
        UtteranceResponse.builder(BotState.COMPLETE)
            .reply(ReplyMessage.text("your cookie is ordered"))
            .reply(
                ReplyMessage.structured(
                    "What next?", List.of(Content.of(QuickReply.of("A cookie", "cookie")))))
            .intent("orderCookie")
            .confidence(new BigDecimal("0.5"))
            .slot("slotString", SlotValue.of("value1"))
            .slot(
                "slotCollection",
                SlotValue.collection(List.of(SlotValue.of("alpha"), SlotValue.of("beta"))))
            .slot("slotInteger", SlotValue.of(27))
            .slot("slotDecimal", SlotValue.of(new BigDecimal("3.140")))
            .slot("slotBoolean", SlotValue.of(true))
            .slot("slotDuration", SlotValue.of(Duration.ofDays(1)))
            .slot("slotDateTime", SlotValue.of(Instant.parse("1955-11-05T12:00:00Z")))
            .slot("slotCurrency", SlotValue.currency(new BigDecimal("5.00"), "USD"))
            .parameter("priority", "10")
            .errorInfo(ErrorInfo.of("xxx", "A description"))
            .build()
            .toJson();
    assertEquals(
        "{\"replymessages\":[{\"type\":\"Text\",\"text\":\"your cookie is ordered\"},{\"type\":"
            + "\"Structured\",\"text\":\"What next?\",\"content\":[{\"contentType\":"
            + "\"QuickReply\",\"quickReply\":{\"text\":\"A cookie\",\"payload\":\"cookie\"}}]}],"
            + "\"intent\":\"orderCookie\",\"confidence\":0.5,\"botState\":\"Complete\","
            + "\"slotValues\":{\"slotString\":\"value1\",\"slotCollection\":[\"alpha\",\"beta\"],"
            + "\"slotInteger\":27,\"slotDecimal\":3.140,\"slotBoolean\":true,\"slotDuration\":"
            + "\"PT24H\",\"slotDateTime\":\"1955-11-05T12:00:00.000Z\",\"slotCurrency\":"
            + "{\"amount\":\"5.00\",\"code\":\"USD\"}},\"parameters\":{\"priority\":\"10\"},"
            + "\"errorInfo\":{\"errorCode\":\"xxx\",\"errorMessage\":\"A description\"}}",
        json);
    assertEquals(json, UtteranceResponse.parse(json.getBytes(StandardCharsets.UTF_8)).toJson());
  }

  @Test
  void theLeastAnswerIsTheStateAlone() {
    assertEquals(
        "{\"botState\":\"MoreData\"}",
        UtteranceResponse.builder(BotState.MORE_DATA).build().toJson());
  }

  @Test
  void anAnswerOfAnotherBotIsReadInItsOwnSpelling() {
    UtteranceResponse response =
        UtteranceResponse.parse(
            ("{\"replyMessages\":[{\"type\":\"text\",\"text\":\"a\"}],\"botState\":\"MOREDATA\","
                    + "\"confidence\":\"0.5\",\"endOfTask\":true,\"errorInfo\":{\"code\":\"c\","
                    + "\"message\":\"m\"}}")
                .getBytes(StandardCharsets.UTF_8));
    assertEquals("a", response.replymessages().get(0).text());
    assertEquals(BotState.MORE_DATA, response.botState());
    assertEquals(new BigDecimal("0.5"), response.confidence());
    assertEquals("c", response.errorInfo().errorCode());
  }

  @Test
  void cardsAreWrittenAsDocumented() {
    Card card =
        Card.builder("T")
            .description("D")
            .image("https://i")
            .defaultAction(CardAction.defaultLink("https://l"))
            .action(CardAction.postback("A", "a"))
            .action(CardAction.link("S", "https://s"))
            .build();
    String expected =
        "{\"title\":\"T\",\"description\":\"D\",\"image\":\"https://i\",\"defaultAction\":"
            + "{\"type\":\"Link\",\"url\":\"https://l\"},\"actions\":[{\"type\":\"Postback\","
            + "\"text\":\"A\",\"payload\":\"a\"},{\"type\":\"Link\",\"text\":\"S\",\"url\":"
            + "\"https://s\"}]}";
    assertEquals(
        "{\"replymessages\":[{\"type\":\"Structured\",\"content\":[{\"contentType\":\"Card\","
            + "\"card\":"
            + expected
            + "},{\"contentType\":\"Carousel\",\"carousel\":{\"cards\":["
            + expected
            + "]}}]}],\"botState\":\"MoreData\"}",
        UtteranceResponse.builder(BotState.MORE_DATA)
            .reply(
                ReplyMessage.structured(
                    null, List.of(Content.of(card), Content.of(Carousel.of(List.of(card))))))
            .build()
            .toJson());
  }

  @Test
  void brokenRulesAreFoundWhereTheAnswerIsBuilt() {
    Attachment file = Attachment.builder(MediaType.FILE, "https://x", "a/b").build();
    assertField("intent", () -> UtteranceResponse.builder(BotState.COMPLETE).build());
    assertField("botState", () -> UtteranceResponse.builder(null));
    assertField(
        "confidence", () -> UtteranceResponse.builder(BotState.FAILED).confidence(BigDecimal.TEN));
    assertField(
        "parameters.k", () -> UtteranceResponse.builder(BotState.FAILED).parameter("k", null));
    assertField("content", () -> ReplyMessage.structured("x", List.of()));
    assertField("content", () -> ReplyMessage.structured("x", List.of(Content.of(file))));
    assertField("attachment.id", () -> ReplyMessage.attachment(null, file));
    assertField("card.actions", () -> Card.builder("T").build());
    assertField("carousel.cards", () -> Carousel.of(List.of()));
    assertField("quickReply.payload", () -> QuickReply.of("a", " "));
  }

  private static void assertField(String field, Executable build) {
    assertEquals(field, assertThrows(InvalidFieldException.class, build, field).field());
  }
}
