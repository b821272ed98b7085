// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.FlowOutcome.transferToQueue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalBotConnectorTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String BOTS =
      """
      {"entities":[{"id":"b-1","name":"Order bot","provider":"BotFlow","description":"",
        "versions":[{"version":"Delta","supportedLanguages":["en-us"],"intents":[
          {"name":"call-operator","entities":[{"name":"Size","type":"Integer"},
            {"name":"Tags","type":"StringCollection"}]}]}]}]}
      """;

  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().failureQueue("Fallback").start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final CountDownLatch never = new CountDownLatch(1);
  private final LoopbackServer bot =
      LoopbackServer.answering(
          request ->
              switch (request.path()) {
                case "/base/bots" -> WebResponse.json(200, BOTS);
                case "/file.png" ->
                    new WebResponse(200, Map.of(), new FixedBody(new byte[] {1, 2, 3}));
                case "/base/messages" -> WebResponse.json(200, "{\"botState\":\"MoreData\"}");
                default -> {
                  await(never);
                  yield WebResponse.empty(200);
                }
              });
  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret");
  private final DigitalBotConnector connector =
      genesys
          .createDigitalBotConnector("Digital", bot.uri("/base/"))
          .connectionSecret("X-Secret", "sesame");
  private final RawClient client = new RawClient(genesys);

  @BeforeEach
  void publish() {
    integration.publish(flow().build());
    WebRequest request = bot.take();
    assertEquals("GET /base/bots", request.method() + " " + request.path());
    assertEquals("sesame", request.header("X-Secret").orElseThrow());
  }

  @AfterEach
  void close() {
    never.countDown();
    bot.close();
    webhook.close();
    genesys.close();
  }

  @Test
  void aTurnIsAskedAsSpecifiedAndAnIntentLeadsToItsQueue() {
    bot.next(
        answer(
            """
            {"botState":"Complete","intent":"call-operator","confidence":0.9,
             "replyMessages":[{"type":"Text","text":"One moment"}],
             "entities":[{"name":"Size","type":"Integer","value":"12"},
               {"name":"Tags","type":"StringCollection","values":["a","b"]}]}
            """));
    String id = client.say(integration, "u1", "1", "human").path("conversationId").asText();
    WebRequest request = bot.take();
    assertEquals("POST /base/messages", request.method() + " " + request.path());
    assertEquals("sesame", request.header("X-Secret").orElseThrow());
    JsonNode body = Json.read(request.body());
    assertEquals(36, body.path("messageId").asText().length());
    assertEquals(
        Json.read(
            """
            {"botId":"b-1","botVersion":"Delta","botSessionId":"%s","messageId":"%s",
             "inputMessage":{"type":"Text","text":"human"},"languageCode":"en-us",
             "botSessionTimeout":720,"genesysConversationId":"%s"}
            """
                .formatted(
                    body.path("botSessionId").asText(), body.path("messageId").asText(), id)),
        body);
    assertEquals("One moment", Json.read(webhook.take().body()).path("text").asText());
    assertEquals(
        id, genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).conversationId());
  }

  @Test
  void a5xxIsRepeatedTwiceWithTheSameMessageId() {
    bot.next(WebResponse.empty(503)).next(WebResponse.empty(500));
    bot.next(
        answer(
            "{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"Text\",\"text\":\"ok\"}]}"));
    client.say(integration, "u1", "1", "hi");
    JsonNode first = Json.read(bot.take().body());
    assertEquals(first, Json.read(bot.take().body()));
    assertEquals(first, Json.read(bot.take().body()));
    assertEquals("ok", Json.read(webhook.take().body()).path("text").asText());
  }

  @Test
  void a5xxThatLastsTakesTheFailurePath() {
    bot.next(WebResponse.empty(500)).next(WebResponse.empty(500)).next(WebResponse.empty(500));
    assertFailure("ServiceProviderErrorResponse", "the bot answered 500");
    assertEquals(3, bot.waiting());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 204, 302})
  void anyOtherStatusTakesTheFailurePathAtOnce(int status) {
    bot.next(WebResponse.empty(status));
    assertFailure("ServiceProviderErrorResponse", "the bot answered " + status);
    assertEquals(1, bot.waiting());
  }

  @Test
  void aBotThatIsTooSlowIsATimeout() {
    CountDownLatch slowly = new CountDownLatch(1);
    try (LoopbackServer slow =
        LoopbackServer.answering(
            request -> {
              if (request.path().equals("/bots")) {
                return WebResponse.json(200, BOTS);
              }
              await(slowly);
              return WebResponse.empty(200);
            })) {
      integration.publish(
          MessageFlow.callDigitalBotConnector(
                  genesys.createDigitalBotConnector("Slow", slow.uri("")), "b-1", "Delta")
              .responseTimeout(Duration.ofSeconds(2))
              .build());
      assertFailure("ServiceProviderTimeout", "no answer within PT2S");
      slowly.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"botState\":\"COMPLETE\",\"intent\":\"call-operator\"} | Value [COMPLETE]",
        "{\"botState\":\"Complete\"} | unregistered intent null",
        "{\"botState\":\"Complete\",\"intent\":\"other\"} | unregistered intent other",
        "{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"text\",\"text\":\"x\"}]} | Value [text]",
        "{\"botState\":\"MoreData\",\"confidence\":\"0.5\"} | confidence",
        "{\"botState\":\"MoreData\",\"parameters\":{\"n\":true}} | parameters.n",
        "{\"botState\":\"Complete\",\"intent\":\"call-operator\",\"entities\":[{\"name\":\"Size\",\"type\":\"Integer\",\"value\":12}]} | should be string",
        "{\"botState\":\"Complete\",\"intent\":\"call-operator\",\"entities\":[{\"name\":\"Size\",\"type\":\"Integer\",\"value\":\"big\"}]} | does not fit",
        "{\"botState\":\"Complete\",\"intent\":\"call-operator\",\"entities\":[{\"name\":\"Colour\",\"type\":\"String\",\"value\":\"red\"}]} | not declared",
        "{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"Text\",\"text\":\"x\",\"content\":[{\"contentType\":\"Attachment\",\"attachment\":{}}]}]} | does not allow",
        "{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"Structured\",\"content\":[{\"contentType\":\"Attachment\",\"attachment\":{}}]}]} | Value [Attachment]",
        "{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"Structured\",\"content\":[{\"contentType\":\"QuickReply\",\"quickReply\":{\"text\":\"x\"}}]}]} | required property 'payload'",
      })
  void anAnswerThatBreaksTheSchemaIsAnInvalidResponse(String body, String reason) {
    bot.next(answer(body));
    assertFailure("ServiceProviderInvalidResponse", reason);
  }

  @Test
  void aFailedAnswerShowsItsRepliesAndTakesTheFailurePath() {
    bot.next(
        answer(
            "{\"botState\":\"Failed\",\"errorInfo\":{\"errorCode\":\"E\",\"errorMessage\":\"m\"},"
                + "\"replyMessages\":[{\"type\":\"Text\",\"text\":\"Sorry\"}]}"));
    assertFailure("ServiceProviderErrorResponse", "E m");
    assertEquals("Sorry", Json.read(webhook.take().body()).path("text").asText());
  }

  @Test
  void aFileOfTheBotReachesTheCustomerWhenBothSettingsAllow() {
    connector.fileAttachments(true);
    String files =
        """
        {"botState":"MoreData","replyMessages":[
          {"type":"Text","text":"your bill","content":[{"contentType":"Attachment","attachment":
            {"id":"f1","mediaType":"Image","mime":"image/png","filename":"a.png","url":"%1$s"}}]},
          {"type":"Text","content":[{"contentType":"Attachment","attachment":
            {"id":"f2","mediaType":"File","mime":"application/pdf","filename":"a.pdf","url":"%1$s"}}]}]}
        """
            .formatted(bot.uri("/file.png"));
    bot.next(answer(files));
    client.say(integration, "u1", "1", "bill");
    byte[] body = webhook.take().body();
    JsonNode sent = Json.read(body);
    assertEquals("your bill", sent.path("text").asText());
    assertEquals("a.png", sent.at("/content/0/attachment/filename").asText());
    ConversationRecord record =
        genesys.awaitConversation(
            c -> c.hasMessage(m -> m.status() == MessageStatus.NOT_SENT), SOON);
    MessageRecord image = record.messages().get(1);
    assertEquals(3, Objects.requireNonNull(image.attachment()).size());
    assertEquals(ParticipantPurpose.WORKFLOW, image.speaker());
    assertEquals(0, webhook.waiting());
    assertEquals(List.of(), OutboundSchema.orSkip().violations(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"chatBots\":[]} | required property 'entities'",
        "{\"entities\":[{\"id\":\"b-1\",\"name\":\"n\"}]} | required property 'provider'",
        "{\"entities\":[{\"id\":\"b-1\",\"name\":\"n\",\"provider\":\"p\",\"description\":\"\",\"versions\":[]}]} | at least one item",
        "{\"entities\":[{\"id\":\"b-1\",\"name\":\"n\",\"provider\":\"p\",\"description\":\"\",\"versions\":[{\"version\":\"1\",\"supportedLanguages\":[\"en-US\"]}]}]} | lower case",
        "{\"entities\":[]} | is not registered",
      })
  void aBotListThatBreaksItsSchemaCannotBePublished(String list, String reason) {
    bot.next(answer(list));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> integration.publish(flow().build()));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  @Test
  void aListThatIsRefusedCannotBePublished() {
    bot.next(WebResponse.empty(403));
    assertThrows(IllegalStateException.class, () -> integration.publish(flow().build()));
    assertFalse(connector.toString().contains("sesame"));
  }

  private MessageFlow.Builder flow() {
    return MessageFlow.callDigitalBotConnector(connector, "b-1", "Delta")
        .retries(2, Duration.ofMillis(5))
        .onIntent("call-operator", transferToQueue("Support"));
  }

  private void assertFailure(String errorType, String reason) {
    String id = client.say(integration, "u1", "1", "hi").path("conversationId").asText();
    genesys.agent("F").onQueue("Fallback").awaitConversation(SOON);
    String note =
        genesys
            .conversation(id)
            .orElseThrow()
            .participants(ParticipantPurpose.WORKFLOW)
            .get(0)
            .note();
    assertTrue(note.startsWith("failure " + errorType + ": "), note);
    assertTrue(note.contains(reason), note);
  }

  private static WebResponse answer(String json) {
    return WebResponse.json(200, json);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
