// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicUtteranceTest {
  private static final BotDescription ADA =
      new BotDescription(
          "22DEE904-52F5-45A9-97EB-C50CA6141DBE",
          "adabot1",
          "Ada",
          "",
          List.of(
              new BotVersion(
                  "0.1",
                  List.of("ja-jp"),
                  List.of(
                      Intent.of(
                          "orderCookie",
                          Slot.of("slotString", Slot.Type.STRING),
                          new Slot("slotStringCollection", Slot.Type.STRING, true),
                          Slot.of("slotInteger", Slot.Type.INTEGER),
                          Slot.of("slotDecimal", Slot.Type.DECIMAL),
                          Slot.of("slotBoolean", Slot.Type.BOOLEAN),
                          Slot.of("slotDuration", Slot.Type.DURATION),
                          Slot.of("slotDateTime", Slot.Type.DATETIME),
                          Slot.of("slotCurrency", Slot.Type.CURRENCY))))));

  private static final String CAPTURED =
      """
      {
        "botId": "adabot1",
        "botVersion": "0.1",
        "botSessionId": "f9888cf5-98e2-45c5-9d2f-d8f2dfcecee8",
        "inputMessage": { "type": "Text", "text": "hello" },
        "languageCode": "ja-JP",
        "botSessionTimeout": 4320,
        "chatBot": { "id": "22DEE904-52F5-45A9-97EB-C50CA6141DBE", "name": "adabot1" },
        "genesysConversationId": "8c562a4d-c68c-4a8f-8d4d-6bc3e3cf3f27",
        "parameters": { "surveyId": "abc", "attempt": 2 },
        "notYetInvented": { "a": [1] }
      }
      """;

  @Test
  void theCapturedRequestBecomesATurn() {
    ScriptedBot bot = new ScriptedBot(ADA, turn -> Reply.awaitMore(new Text("hi")));
    try (Caller genesys = Caller.of(bot)) {
      genesys.v1(CAPTURED);
    }
    Turn turn = bot.turns.remove();
    assertEquals("8c562a4d-c68c-4a8f-8d4d-6bc3e3cf3f27", turn.conversationId());
    assertEquals("f9888cf5-98e2-45c5-9d2f-d8f2dfcecee8", turn.sessionId());
    assertEquals("22DEE904-52F5-45A9-97EB-C50CA6141DBE", turn.botId());
    assertEquals("0.1", turn.botVersion());
    assertEquals("hello", turn.text());
    assertNull(turn.selection());
    assertEquals("ja-jp", turn.language());
    assertEquals(Map.of("surveyId", "abc", "attempt", "2"), turn.variables());
    assertEquals(Caller.NOW.plusSeconds(7), turn.deadline());
    assertTrue(turn.first());
  }

  @Test
  void aCompleteReplyIsSpelledAsTheContractSpellsIt() {
    ScriptedBot bot =
        new ScriptedBot(
            ADA,
            turn ->
                new Reply.Complete(
                    List.of(
                        new Text("your cookie is ordered"),
                        new Choices(
                            "What would you like to do?",
                            List.of(Choice.of("I want a cookie", "cookie")))),
                    "orderCookie",
                    0.5,
                    Map.of(
                        "slotString",
                        new SlotValue.OfString("value1"),
                        "slotStringCollection",
                        new SlotValue.OfCollection(
                            List.of(
                                new SlotValue.OfString("alpha"),
                                new SlotValue.OfString("beta"),
                                new SlotValue.OfString("delta"))),
                        "slotInteger",
                        new SlotValue.OfInteger(27),
                        "slotDecimal",
                        new SlotValue.OfDecimal(new BigDecimal("3.14")),
                        "slotBoolean",
                        new SlotValue.OfBoolean(true),
                        "slotDuration",
                        new SlotValue.OfDuration(Duration.ofDays(1)),
                        "slotDateTime",
                        new SlotValue.OfDatetime(Instant.parse("1955-11-05T12:00:00Z")),
                        "slotCurrency",
                        new SlotValue.OfCurrency(new BigDecimal("5.00"), "USD")),
                    Map.of("escalationReason", "customer asked", "priority", "10")));
    try (Caller genesys = Caller.of(bot)) {
      assertEquals(
          Caller.json(
              """
              {
                "replymessages": [
                  {"type":"Text","text":"your cookie is ordered"},
                  {"type":"Structured","text":"What would you like to do?","content":[
                     {"contentType":"QuickReply","quickReply":{"text":"I want a cookie","payload":"cookie"}}]}
                ],
                "intent": "orderCookie",
                "confidence": 0.5,
                "botState": "Complete",
                "slotValues": {
                  "slotString":"value1", "slotStringCollection":["alpha","beta","delta"],
                  "slotInteger":27, "slotDecimal":3.14, "slotBoolean":true, "slotDuration":"P1D",
                  "slotDateTime":"1955-11-05T12:00:00",
                  "slotCurrency":{"amount":"5.00","code":"USD"} },
                "parameters": {"escalationReason":"customer asked","priority":"10"}
              }
              """),
          genesys.v1(CAPTURED));
    }
  }

  @Test
  void awaitingAndFailingRepliesCarryOnlyTheirOwnFields() {
    ScriptedBot bot =
        ScriptedBot.answering(
            turn ->
                turn.text().equals("fail")
                    ? Reply.fail("xxx", "A description of the error")
                    : Reply.awaitMore(new Text("and?")));
    try (Caller genesys = Caller.of(bot)) {
      assertEquals(
          Caller.json(
              "{\"botState\":\"MoreData\",\"replymessages\":[{\"type\":\"Text\",\"text\":\"and?\"}]}"),
          genesys.v1());
      assertEquals(
          Caller.json(
              "{\"botState\":\"Failed\",\"errorInfo\":{\"errorCode\":\"xxx\","
                  + "\"errorMessage\":\"A description of the error\"}}"),
          genesys.v1(saying("{\"text\":\"fail\"}")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "{\"type\":\"Text\",\"text\":\"hi\"}| hi | |",
        "{\"text\":\"hi\"}| hi | |",
        "{\"type\":\"TEXT\",\"text\":\"\"}|~~| |",
        "{\"type\":\"Text\"}|~~| |",
        "null|~~| |",
        "{\"type\":\"Structured\",\"text\":\"I want a cookie\",\"content\":[{\"contentType\":\"ButtonResponse\",\"buttonResponse\":{\"type\":\"QuickReply\",\"text\":\"I want a cookie\",\"payload\":\"cookie\"}}]}| I want a cookie | QUICK_REPLY | cookie",
        "{\"type\":\"structured\",\"content\":[{\"contentType\":\"buttonresponse\",\"buttonResponse\":{\"type\":\"BUTTON\",\"text\":\"Buy\",\"payload\":\"b1\"}}]}| Buy | CARD | b1",
        "{\"type\":\"Structured\",\"buttonResponse\":{\"type\":\"quickreply\",\"text\":\"Buy\",\"payload\":\"b1\"}}| Buy | QUICK_REPLY | b1",
        "{\"type\":\"Structured\",\"text\":\"Buy\",\"buttonResponse\":{\"payload\":\"b1\"}}| Buy | QUICK_REPLY | b1",
        "{\"type\":\"Structured\",\"buttonResponse\":{\"type\":\"ListPicker\",\"text\":\"Buy\"}}| Buy | QUICK_REPLY | Buy",
        "{\"type\":\"Structured\",\"buttonResponse\":{\"type\":\"DatePicker\",\"payload\":\"t\"}}|~~| DATE_PICKER | t",
        "{\"type\":\"Structured\",\"text\":\"x\",\"content\":[{\"contentType\":\"foo\",\"content\":\"response2\"}]}| x | |",
      },
      delimiter = '|')
  void inputsAreReadLeniently(String input, String text, String source, String payload) {
    ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      genesys.v1(saying(input));
    }
    Turn turn = bot.turns.remove();
    assertEquals(text, turn.text());
    if (source == null) {
      assertNull(turn.selection());
    } else {
      Selection selection = turn.selection();
      assertNotNull(selection);
      assertEquals(Selection.Source.valueOf(source), selection.source());
      assertEquals(payload, selection.payload());
      assertEquals(text.isEmpty() ? payload : text, selection.label());
    }
  }

  @Test
  void theMessageThatOfferedTheButtonIsKnownWhenGenesysTells() {
    ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      genesys.v1(
          saying(
              "{\"buttonResponse\":{\"text\":\"a\",\"payload\":\"b\",\"originatingMessageId\":\"m\"}}"));
    }
    assertEquals(
        new Selection(Selection.Source.QUICK_REPLY, "a", "b", "m"), bot.turns.remove().selection());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"chatBot\":{\"id\":\"ID\"},\"botSessionId\":\"s\"}",
        "{\"chatBot\":{\"id\":\"ID\"},\"botId\":\"whatever\",\"botSessionId\":\"s\"}",
        "{\"chatBot\":{\"id\":\"other\",\"name\":\"Cookie Shop\"},\"botSessionId\":\"s\"}",
        "{\"botId\":\"ID\",\"botSessionId\":\"s\"}",
        "{\"botId\":\"Cookie Shop\",\"genesysConversationId\":\"s\"}",
        "{\"botId\":\"Cookie Shop\",\"chatBot\":null,\"botVersion\":null,\"botSessionId\":\"s\"}",
      })
  void theBotIsFoundByIdOrElseByNameAndTheRestMayBeMissing(String body) {
    ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      genesys.v1(body.replace("ID", ScriptedBot.ID));
    }
    Turn turn = bot.turns.remove();
    assertEquals(ScriptedBot.ID, turn.botId());
    assertEquals("Delta", turn.botVersion());
    assertEquals("s", turn.conversationId());
    assertEquals("s", turn.sessionId());
    assertEquals("en-us", turn.language());
    assertEquals("", turn.text());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "not json | InvalidRequest",
        "~~ | InvalidRequest",
        "[] | InvalidRequest",
        "null | InvalidRequest",
        "{\"botId\":\"x\"} | InvalidRequest",
        "{\"botSessionId\":\"s\"} | InvalidRequest",
        "{\"botId\":\"x\",\"botSessionId\":\"s\",\"inputMessage\":[]} | InvalidRequest",
        "{\"botId\":\"x\",\"botSessionId\":\"s\"} | UnknownBot",
        "{\"botId\":\"cookie shop\",\"botSessionId\":\"s\"} | UnknownBot",
        "{\"botId\":\"Cookie Shop\",\"botVersion\":\"delta\",\"botSessionId\":\"s\"} | UnknownVersion",
      })
  void whatNoBotCanAnswerFailsWithStatus200(String body, String code) {
    ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      JsonNode answer = genesys.v1(body);
      assertEquals("Failed", answer.path("botState").asText());
      assertEquals(code, answer.path("errorInfo").path("errorCode").asText());
      assertTrue(bot.turns.isEmpty());
      BridgeEvent.Refused refused = (BridgeEvent.Refused) genesys.events.get(0);
      assertEquals(Caller.V1, refused.endpoint());
      assertEquals(200, refused.status());
      assertTrue(refused.reason().startsWith(code), refused.reason());
    }
  }

  @Test
  void onlyPostIsAnswered() {
    try (Caller genesys = Caller.of(ScriptedBot.answering(Reply.awaitMore()))) {
      assertEquals(405, genesys.call("GET", Caller.V1, "").status());
      assertEquals("POST", genesys.call("GET", Caller.V1, "").headers().get("Allow"));
    }
  }

  @Test
  void theListenerHearsOfEachAnswer() {
    try (Caller genesys = Caller.of(ScriptedBot.answering(Reply.awaitMore(new Text("x"))))) {
      genesys.v1();
      BridgeEvent.BotAnswered answered = (BridgeEvent.BotAnswered) genesys.events.get(0);
      assertEquals(Caller.V1, answered.endpoint());
      assertEquals("c-1", answered.conversationId());
      assertEquals("MoreData", answered.outcome());
    }
  }

  private static String saying(String input) {
    return "{\"botId\":\""
        + ScriptedBot.ID
        + "\",\"botSessionId\":\"s\",\"inputMessage\":"
        + input
        + "}";
  }
}
