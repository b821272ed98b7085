// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.FlowOutcome.transferToQueue;
import static io.botflow.testkit.genesys.FlowOutcome.transferToQueueFrom;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotConnectorTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String BOTS =
      """
      {"chatBots":[{"id":"b-1","name":"order-bot","versions":[{"version":"1.0",
        "supportedLanguages":["en-us","uk"],"intents":[
          {"name":"done","slots":{}},
          {"name":"call-operator","slots":{
            "queue":{"name":"queue","type":"string"},
            "orders":{"name":"orders","type":"IntegerCollection"},
            "sum":{"name":"sum","type":"Currency"}}}]}]}]}
      """;

  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().failureQueue("Fallback").start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final LoopbackServer bot = LoopbackServer.answering(answer("\"botState\":\"MoreData\""));
  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret");
  private final BotConnector connector =
      genesys
          .createBotConnector("Our bots")
          .utteranceUri(bot.uri("/utterance?x=1"))
          .credential("verify-token", "sesame");
  private final RawClient client = new RawClient(genesys);
  private final String list = "/api/v2/integrations/botconnector/" + connector.id() + "/bots";

  @BeforeEach
  void registerTheBot() {
    assertEquals(204, client.put(list, BOTS).statusCode());
  }

  @AfterEach
  void close() {
    bot.close();
    webhook.close();
    genesys.close();
  }

  @Test
  void theFirstTurnIsAskedAsCapturedAndTheReplyReachesTheCustomer() {
    integration.publish(flow().sessionVariables(Map.of("channel", "Telegram")).build());
    bot.next(
        reply("MOREDATA", "\"replymessages\":[{\"type\":\"text\",\"text\":\"Which order?\"}]"));
    String id = client.say(integration, "u1", "1", "hi").path("conversationId").asText();
    WebRequest request = bot.take();
    assertEquals("sesame", request.header("verify-token").orElseThrow());
    assertEquals("application/json", request.header("Content-Type").orElseThrow());
    assertEquals(36, request.header("inin-correlation-id").orElseThrow().length());
    assertEquals("1", request.query("x").orElseThrow(), "the address is used as is");
    JsonNode body = Json.read(request.body());
    String session = body.path("botSessionId").asText();
    assertEquals(36, session.length());
    assertEquals(
        Json.read(
            """
            {"botId":"order-bot","botVersion":"1.0","botSessionId":"%s",
             "inputMessage":{"type":"Text","text":"hi"},"languageCode":"en-us",
             "botSessionTimeout":4320,"chatBot":{"id":"b-1","name":"order-bot"},
             "genesysConversationId":"%s","parameters":{"channel":"Telegram"}}
            """
                .formatted(session, id)),
        body);
    JsonNode reply = Json.read(webhook.take().body());
    assertEquals("Which order?", reply.path("text").asText());
    assertEquals("Bot", reply.path("originatingEntity").asText());
    assertEquals(id, reply.path("conversationId").asText());

    client.say(integration, "u1", "2", "42");
    JsonNode second = Json.read(bot.take().body());
    assertEquals(session, second.path("botSessionId").asText());
    assertFalse(second.has("parameters"), "only on the first turn");
  }

  @Test
  void whatTheCustomerSaysWhileTheBotThinksIsAskedInOrderAfterwards() {
    CountDownLatch thinking = new CountDownLatch(1);
    try (LoopbackServer slow =
        LoopbackServer.answering(
            request -> {
              await(thinking);
              return reply("MoreData", "\"replymessages\":[]");
            })) {
      connector.utteranceUri(slow.uri("/"));
      integration.publish(flow().build());
      client.say(integration, "u1", "1", "one");
      assertEquals("one", input(slow.take()));
      client.say(integration, "u1", "2", "two");
      client.say(integration, "u1", "3", "three");
      assertEquals(0, slow.waiting());
      thinking.countDown();
      assertEquals("two", input(slow.take()));
      assertEquals("three", input(slow.take()));
    }
  }

  @Test
  void anIntentLeadsToItsQueueAfterTheLastReply() {
    integration.publish(flow().build());
    bot.next(
        reply(
            "COMPLETE",
            "\"intent\":\"call-operator\",\"confidence\":\"0.5\",\"slotValues\":{\"orders\":[1,2],"
                + "\"sum\":\"17.00|USD\"},"
                + "\"replymessages\":[{\"type\":\"Text\",\"text\":\"One moment\"}]"));
    client.say(integration, "u1", "1", "human!");
    AgentConversation conversation =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).accept();
    assertEquals(
        List.of("Ivan: human!", "order-bot: One moment"),
        conversation.transcript().stream().map(m -> m.speakerName() + ": " + m.text()).toList());
    client.say(integration, "u1", "2", "hello?");
    conversation.awaitMessage(m -> m.says("hello?"), SOON);
    bot.take();
    assertEquals(0, bot.waiting(), "the bot is out of it");
    ParticipantRecord workflow = workflow(conversation.conversationId());
    assertEquals("intent call-operator", workflow.note());
    assertEquals("transfer", workflow.disconnectType());
  }

  @Test
  void theQueueMayComeFromAnOutputParameterOrASlot() {
    integration.publish(
        flow().onIntent("call-operator", transferToQueueFrom("queue", "Support")).build());
    bot.next(
        reply("Complete", "\"intent\":\"call-operator\",\"parameters\":{\"queue\":\"Billing\"}"));
    bot.next(reply("Complete", "\"intent\":\"call-operator\",\"slotValues\":{\"queue\":\"VIP\"}"));
    bot.next(reply("Complete", "\"intent\":\"call-operator\""));
    client.say(integration, "u1", "1", "a");
    genesys.agent("A").onQueue("Billing").awaitConversation(SOON);
    client.say(integration, "u2", "1", "b");
    genesys.agent("B").onQueue("VIP").awaitConversation(SOON);
    client.say(integration, "u3", "1", "c");
    genesys.agent("C").onQueue("Support").awaitConversation(SOON);
  }

  @Test
  void anotherRegisteredIntentEndsTheConversation() {
    integration.publish(flow().build());
    bot.next(reply("Complete", "\"intent\":\"done\""));
    client.say(integration, "u1", "1", "bye");
    ConversationRecord ended = genesys.awaitConversation(c -> !c.connected(), SOON);
    assertEquals("client", ended.participants(ParticipantPurpose.WORKFLOW).get(0).disconnectType());
  }

  @Test
  void aFlowMayCallAgainInANewSession() {
    integration.publish(flow().onOtherIntents(FlowOutcome.callAgain()).build());
    bot.next(reply("Complete", "\"intent\":\"done\""));
    client.say(integration, "u1", "1", "one");
    client.say(integration, "u1", "2", "two");
    JsonNode first = Json.read(bot.take().body());
    JsonNode second = Json.read(bot.take().body());
    assertNotEquals(first.path("botSessionId"), second.path("botSessionId"));
    assertEquals(first.path("genesysConversationId"), second.path("genesysConversationId"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{} | should have required property 'botState'",
        "{\"botState\":\"Thinking\"} | Value [Thinking]",
        "{\"botState\":\"Complete\"} | unregistered intent null",
        "{\"botState\":\"Complete\",\"intent\":\"Done\"} | unregistered intent Done",
        "{\"botState\":\"Failed\",\"errorInfo\":{\"errorCode\":\"E1\",\"errorMessage\":\"boom\"}} | E1 boom",
        "{\"botState\":\"MoreData\",\"parameters\":{\"n\":1}} | parameters.n should be string",
        "{\"botState\":\"MoreData\",\"replymessages\":[{\"type\":\"Video\"}]} | Value [Video]",
        "{\"botState\":\"MoreData\",\"replymessages\":[{\"type\":\"Text\"}]} | replymessages[0] should have required property 'text'",
        "{\"botState\":\"MoreData\",\"replymessages\":[{\"type\":\"Structured\",\"text\":\"x\"}]} | required property 'content'",
        "{\"botState\":\"MoreData\",\"confidence\":7} | confidence",
        "{\"botState\":\"Complete\",\"intent\":\"call-operator\",\"slotValues\":{\"orders\":[\"x\"]}} | does not fit its type Integer",
        "{\"botState\":\"Complete\",\"intent\":\"call-operator\",\"slotValues\":{\"sum\":\"much\"}} | does not fit its type Currency",
        "not json | malformed syntax",
      })
  void anAnswerThatBreaksTheRulesTakesTheFailurePath(String answer, String reason) {
    integration.publish(flow().build());
    bot.next(WebResponse.json(200, answer));
    assertFailure("InternalServerError", reason);
  }

  @Test
  void anythingButA200TakesTheFailurePathWithoutARetry() {
    integration.publish(flow().build());
    bot.next(WebResponse.json(503, "{\"botState\":\"MoreData\"}"));
    assertFailure("InternalServerError", "the bot answered 503");
    bot.take();
    assertEquals(0, bot.waiting());
  }

  @Test
  void aBotThatIsTooSlowTakesTheFailurePath() {
    CountDownLatch never = new CountDownLatch(1);
    try (LoopbackServer slow =
        LoopbackServer.answering(
            request -> {
              await(never);
              return WebResponse.empty(200);
            })) {
      connector.utteranceUri(slow.uri("/"));
      integration.publish(flow().responseTimeout(Duration.ofMillis(50)).build());
      assertFailure("InternalServerError", "HttpTimeoutException");
      never.countDown();
    }
  }

  @Test
  void aCustomerWhoDoesNotGoOnTakesTheFailurePath() {
    integration.publish(flow().followUpTimeout(Duration.ofMillis(30)).build());
    assertFailure("NoInputError", "did not go on");
  }

  @Test
  void theFourthAnswerInARowWithTheSameIntentTakesTheFailurePathUnlessASlotChanges() {
    integration.publish(flow().build());
    for (int i = 1; i <= 6; i++) {
      // The second answer changes a slot, so that the count begins again.
      int order = i == 1 ? 1 : 2;
      bot.next(
          reply(
              "MoreData", "\"intent\":\"asking\",\"slotValues\":{\"order\":%d}".formatted(order)));
    }
    for (int i = 1; i <= 5; i++) {
      client.say(integration, "u1", "m" + i, "again");
      bot.take();
    }
    ConversationRecord record =
        genesys.awaitConversation(c -> !c.participants(ParticipantPurpose.ACD).isEmpty(), SOON);
    assertTrue(
        workflow(record.id()).note().startsWith("failure NoMatchError"),
        workflow(record.id()).note());
  }

  @Test
  void camelCaseRepliesAreReadOnV1OnlyWhenTheSwitchSaysSo() {
    String camel = "\"replyMessages\":[{\"type\":\"Text\",\"text\":\"hello\"}]";
    bot.next(reply("MoreData", camel)).next(reply("MoreData", camel));
    integration.publish(flow().build());
    client.say(integration, "u1", "1", "a");
    bot.take();
    integration.publish(flow().eitherReplySpelling(true).build());
    client.say(integration, "u2", "1", "b");
    assertEquals("u2", Json.read(webhook.take().body()).at("/channel/to/id").asText());
    assertEquals(0, webhook.waiting());
  }

  @Test
  void structuredRepliesArriveAsSuchWhenSwitchedOnElseAsTheirFallbackText() {
    String offer =
        """
        "replymessages":[
          {"type":"Structured","text":"Proceed?","content":[
            {"contentType":"QuickReply","quickReply":{"text":"Yes"}},
            {"contentType":"QuickReply","quickReply":{"text":"No","payload":"n"}}]},
          {"type":"Structured","content":[{"contentType":"Card","card":{"title":"T","actions":[
            {"type":"Postback","text":"A","payload":"a"},{"type":"Link","text":"B","url":"https://x.org"}]}}]}]
        """;
    integration.publish(flow().build());
    bot.next(reply("MoreData", offer)).next(reply("MoreData", offer));
    client.say(integration, "u1", "1", "a");
    JsonNode fallback = Json.read(webhook.take().body());
    assertEquals("Text", fallback.path("type").asText());
    assertEquals("Proceed?", fallback.path("text").asText());
    genesys.awaitConversation(c -> c.hasMessage(m -> m.status() == MessageStatus.NOT_SENT), SOON);

    integration.richMedia(true, true);
    client.say(integration, "u1", "2", "b");
    byte[] quickReplies = webhook.take().body();
    JsonNode offered = Json.read(quickReplies);
    assertEquals("Structured", offered.path("type").asText());
    assertEquals(
        Json.read("{\"text\":\"Yes\",\"payload\":\"Yes\",\"action\":\"Message\"}"),
        offered.at("/content/0/quickReply"));
    byte[] card = webhook.take().body();
    assertEquals("T", Json.read(card).at("/content/0/card/title").asText());
    press(offered.path("id").asText());

    OutboundSchema schema = OutboundSchema.orSkip();
    assertEquals(List.of(), schema.violations(quickReplies));
    assertEquals(List.of(), schema.violations(card));
  }

  private void press(String originating) {
    bot.take();
    bot.take();
    HttpResponse<String> pressed =
        client.inbound(
            integration,
            "structured/response",
            """
            {"channel":{"messageId":"3","time":"2025-01-31T12:00:00Z","from":{"id":"u1","idType":"Opaque"}},
             "originatingMessageId":"%s","buttonResponse":{"type":"quickreply","text":"Yes","payload":"Yes"}}
            """
                .formatted(originating));
    assertEquals(200, pressed.statusCode(), pressed.body());
    JsonNode echo = Json.read(pressed.body());
    assertEquals("Structured", echo.path("type").asText());
    assertEquals("ButtonResponse", echo.at("/content/0/contentType").asText());
    assertEquals(
        Json.read(
            """
            {"type":"Structured","text":"Yes","content":[{"contentType":"ButtonResponse",
             "buttonResponse":{"type":"QuickReply","text":"Yes","payload":"Yes"}}]}
            """),
        Json.read(bot.take().body()).path("inputMessage"));
  }

  @Test
  void aMessageWithOnlyAnAttachmentReachesTheBotAsAnEmptyText() {
    integration.publish(flow().build());
    client.sendFile(integration, "u1", "1", "image/jpeg", webhook.uri("/photo.jpg"));
    assertEquals("", input(bot.take()));
  }

  @Test
  void aFlowCannotBePublishedForWhatIsNotRegistered() {
    assertThrows(
        IllegalStateException.class,
        () ->
            integration.publish(MessageFlow.callBotConnector(connector, "nobody", "1.0").build()));
    assertThrows(
        IllegalStateException.class,
        () -> integration.publish(MessageFlow.callBotConnector(connector, "b-1", "2.0").build()));
    assertThrows(
        IllegalStateException.class,
        () -> integration.publish(flow().onIntent("refund", transferToQueue("X")).build()));
  }

  private MessageFlow.Builder flow() {
    return MessageFlow.callBotConnector(connector, "b-1", "1.0")
        .onIntent("call-operator", transferToQueue("Support"));
  }

  private void assertFailure(String errorType, String reason) {
    String id = client.say(integration, "u1", "1", "hi").path("conversationId").asText();
    genesys.agent("F").onQueue("Fallback").awaitConversation(SOON);
    String note = workflow(id).note();
    assertTrue(note.startsWith("failure " + errorType + ": "), note);
    assertTrue(note.contains(reason), note);
  }

  private ParticipantRecord workflow(String conversationId) {
    return genesys
        .conversation(conversationId)
        .orElseThrow()
        .participants(ParticipantPurpose.WORKFLOW)
        .get(0);
  }

  private static String input(WebRequest request) {
    return Json.read(request.body()).path("inputMessage").path("text").asText();
  }

  private static WebResponse reply(String state, String rest) {
    return WebResponse.json(200, "{\"botState\":\"" + state + "\"," + rest + "}");
  }

  private static WebHandler answer(String members) {
    return request -> WebResponse.json(200, "{" + members + "}");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
