// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.bridge.event.BridgeEvent;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Selection;
import io.botflow.connector.message.Text;
import io.botflow.connector.web.WebResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalMessagesTest {
  private static final String SPECIFIED =
      """
      {
        "botId": "11095674-46cc-4a87-b0bb-385b317ad000",
        "botVersion": "Delta",
        "botSessionId": "462064bd-820f-4806-a04b-8bdc915dba3e",
        "messageId": "aa30d0f5-a7de-4949-a59d-b527eddb7a78",
        "inputMessage": { "type":"Structured", "text":"Message sent to bot",
          "content":[{"contentType":"ButtonResponse","buttonResponse":{"type":"QuickReply","text":"Button Response Text","payload":"cookie"}}] },
        "languageCode": "en-us",
        "botSessionTimeout": 60,
        "genesysConversationId": "31408724-1e03-44ca-a698-31da56dd08f4",
        "parameters": { "parameter1":"value1", "parameter2":"value2" },
        "correlationId": "not in the specification"
      }
      """;

  private static SlotValue price() {
    return new SlotValue.OfCurrency(new BigDecimal("3.49"), "USD");
  }

  @Test
  void theSpecifiedRequestBecomesATurn() {
    ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      genesys.v2(SPECIFIED);
    }
    Turn turn = bot.turns.remove();
    assertEquals("31408724-1e03-44ca-a698-31da56dd08f4", turn.conversationId());
    assertEquals("462064bd-820f-4806-a04b-8bdc915dba3e", turn.sessionId());
    assertEquals("11095674-46cc-4a87-b0bb-385b317ad000", turn.botId());
    assertEquals("Delta", turn.botVersion());
    assertEquals("Message sent to bot", turn.text());
    assertEquals(
        new Selection(Selection.Source.QUICK_REPLY, "Button Response Text", "cookie", null),
        turn.selection());
    assertEquals("en-us", turn.language());
    assertEquals(Map.of("parameter1", "value1", "parameter2", "value2"), turn.variables());
    assertEquals(Caller.NOW.plusSeconds(7), turn.deadline());
    assertTrue(turn.first());
  }

  @Test
  void aCompleteReplyIsSpelledAsTheSpecificationSpellsIt() {
    Reply reply =
        new Reply.Complete(
            List.of(
                new Text("your cookie is ordered"),
                new Choices(
                    "What would you like to do?", List.of(Choice.of("I want a cookie", "cookie")))),
            "OrderCookie",
            0.5,
            Map.of(
                "ProductName",
                new SlotValue.OfString("Chocolate Chip Cookie"),
                "Size",
                new SlotValue.OfInteger(12),
                "Weight",
                new SlotValue.OfDecimal(new BigDecimal("85.6")),
                "ConsumeBefore",
                new SlotValue.OfDuration(Duration.ofDays(30)),
                "Diet",
                new SlotValue.OfBoolean(false),
                "CurrentPrice",
                price(),
                "ExpiryDate",
                new SlotValue.OfDatetime(Instant.parse("2024-03-15T23:59:59Z")),
                "Ingredients",
                new SlotValue.OfCollection(
                    List.of(new SlotValue.OfString("flour"), new SlotValue.OfString("sugar"))),
                "previousPrices",
                new SlotValue.OfCollection(List.of(price()))),
            Map.of("output_parameter1", "output_value1"));
    try (Caller genesys = Caller.of(ScriptedBot.answering(reply))) {
      assertEquals(
          Caller.json(
              """
              {
                "botState":"Complete", "intent":"OrderCookie", "confidence":0.5,
                "replyMessages":[ {"type":"Text","text":"your cookie is ordered"},
                  {"type":"Structured","text":"What would you like to do?","content":[{"contentType":"QuickReply","quickReply":{"text":"I want a cookie","payload":"cookie"}}]} ],
                "entities":[ {"name":"ProductName","type":"String","value":"Chocolate Chip Cookie"},
                             {"name":"Size","type":"Integer","value":"12"}, {"name":"Weight","type":"Decimal","value":"85.6"},
                             {"name":"ConsumeBefore","type":"Duration","value":"P30D"}, {"name":"Diet","type":"Boolean","value":"false"},
                             {"name":"CurrentPrice","type":"Currency","value":"{\\"amount\\": 3.49, \\"code\\": \\"USD\\"}"},
                             {"name":"ExpiryDate","type":"Datetime","value":"2024-03-15T23:59:59.000Z"},
                             {"name":"Ingredients","type":"StringCollection","values":["flour","sugar"]},
                             {"name":"previousPrices","type":"CurrencyCollection","values":["{\\"amount\\": 3.49, \\"code\\": \\"USD\\"}"]} ],
                "parameters":{"output_parameter1":"output_value1"}
              }
              """),
          genesys.v2(SPECIFIED));
    }
  }

  @Test
  void aCollectionWithoutValuesIsLeftOut() {
    Reply reply =
        new Reply.Complete(
            List.of(),
            "OrderCookie",
            null,
            Map.of("Ingredients", new SlotValue.OfCollection(List.of())),
            Map.of());
    try (Caller genesys = Caller.of(ScriptedBot.answering(reply))) {
      assertEquals(
          Caller.json("{\"botState\":\"Complete\",\"intent\":\"OrderCookie\"}"), genesys.v2());
    }
  }

  @Test
  void failingRepliesSayWhy() {
    try (Caller genesys = Caller.of(ScriptedBot.answering(Reply.fail("", " ")))) {
      assertEquals(
          Caller.json(
              "{\"botState\":\"Failed\",\"errorInfo\":"
                  + "{\"errorCode\":\"BotFailed\",\"errorMessage\":\"BotFailed\"}}"),
          genesys.v2());
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "not json | 400",
        "~~ | 400",
        "{} | 400",
        "{\"botId\":\"x\"} | 400",
        "{\"botId\":\"x\",\"botSessionId\":\"s\",\"parameters\":\"p\"} | 400",
        "{\"botId\":\"x\",\"botSessionId\":\"s\"} | 404",
        "{\"botId\":\"Cookie Shop\",\"botSessionId\":\"s\"} | 404",
        "{\"botId\":\"ID\",\"botVersion\":\"delta\",\"botSessionId\":\"s\"} | 404",
      })
  void whatNoRepetitionCanMendIsRefusedWith4xx(String body, int status) {
    ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      WebResponse response = genesys.call("POST", Caller.V2, body.replace("ID", ScriptedBot.ID));
      assertEquals(status, response.status());
      assertTrue(bot.turns.isEmpty());
      BridgeEvent.Refused refused = (BridgeEvent.Refused) genesys.events.get(0);
      assertEquals(Caller.V2, refused.endpoint());
      assertEquals(status, refused.status());
    }
  }

  @Test
  void theListShowsAllBotsAndOneBotIsNotWrapped() {
    ScriptedBot second =
        new ScriptedBot(
            BotDescription.of("order bot/2", "Orders", "1", "UK-UA", Intent.of("done")),
            turn -> Reply.awaitMore());
    JsonNode shop =
        Caller.json(
            """
            {"id":"11095674-46cc-4a87-b0bb-385b317ad000","name":"Cookie Shop","provider":"BotFlow",
             "description":"Sells cookies","versions":[
              {"version":"Delta","supportedLanguages":["en-us","es"],"intents":[
                {"name":"OrderCookie","entities":[
                  {"name":"ProductName","type":"String"},{"name":"Size","type":"Integer"},
                  {"name":"Weight","type":"Decimal"},{"name":"ConsumeBefore","type":"Duration"},
                  {"name":"Diet","type":"Boolean"},{"name":"CurrentPrice","type":"Currency"},
                  {"name":"ExpiryDate","type":"Datetime"},
                  {"name":"Ingredients","type":"StringCollection"},
                  {"name":"previousPrices","type":"CurrencyCollection"}]},
                {"name":"Escalate"}]},
              {"version":"Epsilon","supportedLanguages":["uk-ua"],"intents":[{"name":"Done"}]}]}
            """);
    JsonNode orders =
        Caller.json(
            """
            {"id":"order bot/2","name":"Orders","provider":"BotFlow","description":"Orders",
             "versions":[{"version":"1","supportedLanguages":["uk-ua"],"intents":[{"name":"done"}]}]}
            """);
    try (Caller genesys = Caller.of(ScriptedBot.answering(Reply.awaitMore()), second)) {
      JsonNode list = Caller.ok(genesys.call("GET", "/bot/v2/bots", ""));
      assertEquals(
          List.of(shop, orders),
          List.of(list.path("entities").get(0), list.path("entities").get(1)));
      assertEquals(1, list.size());
      assertEquals(shop, Caller.ok(genesys.call("GET", "/bot/v2/bots/" + ScriptedBot.ID, "")));
      assertEquals(orders, Caller.ok(genesys.call("GET", "/bot/v2/bots/order%20bot%2F2", "")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /bot/v2/bots/unknown, 404",
    "GET,  /bot/v2/bots/ORDER, 404",
    "GET,  /bot/v2/bots/%zz, 404",
    "GET,  /bot/v2/, 404",
    "GET,  /bot/v2/other, 404",
    "POST, /bot/v2/bots, 405",
    "GET,  /bot/v2/messages, 405",
    "GET,  /bot/v2/bots, 200",
    "GET,  /bot/v2/bots/, 200",
    "GET,  /bot/v2//bots, 200",
    "GET,  /bot/v2/bots/order, 200",
    "POST, /bot/v2//messages, 200",
  })
  void eachPathAnswersOnlyWhatItIsFor(String method, String path, int status) {
    ScriptedBot bot =
        new ScriptedBot(
            BotDescription.of("order", "Orders", "1", "uk-ua", Intent.of("done")),
            turn -> Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      assertEquals(
          status,
          genesys.call(method, path, "{\"botId\":\"order\",\"botSessionId\":\"s\"}").status());
    }
  }
}
