// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A classic bot that a client talks to without a flow. */
class TextBotTest {
  private static final String EXECUTE = "/api/v2/textbots/bots/execute";
  private static final String BOTS =
      """
      {'chatBots':[{'id':'b-1','name':'order-bot','versions':[
        {'version':'1.0','supportedLanguages':['uk'],'intents':[{'name':'done','slots':{
          'n':{'name':'n','type':'Integer'}}}]},
        {'version':'2.0','supportedLanguages':['uk'],'intents':[]}]}]}
      """;

  @AutoClose private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();

  @AutoClose
  private final LoopbackServer bot =
      LoopbackServer.answering(request -> WebResponse.json(200, "{\"botState\":\"MoreData\"}"));

  private final BotConnector connector =
      genesys
          .createBotConnector("Our bots")
          .utteranceUri(bot.uri("/utterance"))
          .credential("verify-token", "sesame");
  private final RawClient client = new RawClient(genesys);

  @BeforeEach
  void pushTheList() {
    String list = "/api/v2/integrations/botconnector/" + connector.id() + "/bots";
    body(client.put(list, quoted(BOTS)), 204);
  }

  private ObjectNode turn(String more) {
    return (ObjectNode)
        Json.read(
            quoted(
                "{'integrationId':'%s','botId':'b-1','botAlias':'1.0','botSessionId':'s-1','postTextMessage':{'type':'Text','text':'hi'}%s}"
                    .formatted(connector.id(), more.isEmpty() ? "" : "," + more)));
  }

  private HttpResponse<String> execute(JsonNode turn) {
    return client.post(EXECUTE, Json.text(turn));
  }

  @Test
  void theBotIsAskedAsAFlowWouldAskIt() {
    String more =
        "'languageCode':'uk','botSessionTimeoutMinutes':15,'botChannels':['Messaging'],"
            + "'messagingPlatformType':'Other','genesysBotConnector':{'queryParameters':{'a':'b'}}";
    body(execute(turn(more)), 200);
    WebRequest request = bot.take();
    assertEquals("sesame", request.header("verify-token").orElseThrow());
    JsonNode asked = Json.read(request.body());
    String conversation = asked.path("genesysConversationId").asText();
    assertEquals(36, conversation.length());
    String expected =
        "{'botId':'order-bot','botVersion':'1.0','botSessionId':'s-1','inputMessage':{'type':'Text',"
            + "'text':'hi'},'languageCode':'uk','botSessionTimeout':15,'chatBot':{'id':'b-1',"
            + "'name':'order-bot'},'genesysConversationId':'"
            + conversation
            + "','parameters':{'a':'b'}}";
    assertEquals(Json.read(quoted(expected)), asked);
    body(execute(turn("")), 200);
    JsonNode next = Json.read(bot.take().body());
    assertEquals(conversation, next.path("genesysConversationId").asText(), "the same session");
    assertEquals(0, genesys.conversations().size());
  }

  @Test
  void theAnswerIsHandedOver() {
    String raw =
        quoted(
            "{'botState':'COMPLETE','intent':'done','slotValues':{'n':7},'replymessages':["
                + "{'type':'text','text':'Bye'},{'type':'Structured','text':'Again?','content':["
                + "{'contentType':'QuickReply','quickReply':{'text':'Yes'}}]}]}");
    bot.next(WebResponse.json(200, raw));
    JsonNode answer = body(execute(turn("'botCorrelationId':'c-1'")), 200);
    String expected =
        "{'botState':'Complete','replyMessages':[{'type':'Text','text':'Bye'},{'type':'Structured',"
            + "'text':'Again?','content':[{'contentType':'QuickReply','quickReply':{'text':'Yes',"
            + "'payload':'Yes','action':'Message'}}]}],'intentName':'done','slots':{'n':'7'},"
            + "'genesysBotConnector':"
            + raw
            + ",'botCorrelationId':'c-1'}";
    assertEquals(Json.read(quoted(expected)), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'botState':'Failed','errorInfo':{'errorCode':'E','errorMessage':'m'}}",
        "{'botState':'Complete','intent':'refund'}",
        "{'botState':'Thinking'}",
        "not json"
      })
  void aBotThatFailsSaysSoInItsState(String answer) {
    bot.next(WebResponse.json(200, quoted(answer)));
    assertEquals("Failed", body(execute(turn("")), 200).path("botState").asText());
    bot.next(WebResponse.empty(500));
    assertEquals("Failed", body(execute(turn("")), 200).path("botState").asText());
  }

  @Test
  void aPressedButtonIsHandedOn() {
    ObjectNode turn = turn("");
    String message =
        "{'type':'Structured','text':'Yes','content':[{'contentType':'ButtonResponse',"
            + "'buttonResponse':{'type':'QuickReply','text':'Yes','payload':'y'}}]}";
    turn.set("postTextMessage", Json.read(quoted(message)));
    body(execute(turn), 200);
    assertEquals(Json.read(quoted(message)), Json.read(bot.take().body()).path("inputMessage"));
  }

  @Test
  void withoutAnAliasTheVersionRegisteredLastIsAsked() {
    ObjectNode turn = turn("");
    turn.remove("botAlias");
    body(execute(turn), 200);
    assertEquals("2.0", Json.read(bot.take().body()).path("botVersion").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"integrationId", "botId", "botSessionId", "postTextMessage"})
  void eachRequiredFieldIsRequired(String field) {
    ObjectNode turn = turn("");
    turn.remove(field);
    String reason = refusal(execute(turn), 400, "bad.request");
    assertEquals("should have required property '" + field + "'", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'botSessionTimeoutMinutes':10 | botSessionTimeoutMinutes",
        "'botChannels':['Pigeon'] | Value [Pigeon]",
        "'genesysBotConnector':{'queryParameters':{'n':1}} | queryParameters.n should be string",
        "'languageCode':7 | languageCode should be string",
      })
  void whatBreaksTheSchemaIsRefused(String more, String reason) {
    HttpResponse<String> answer = execute(turn(more));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(reason), answer.body());
    assertEquals(0, bot.waiting());
  }

  @ParameterizedTest
  @ValueSource(strings = {"integrationId", "botId", "botAlias"})
  void whatIsNotRegisteredIsNotFound(String field) {
    refusal(execute(turn("").put(field, "another")), 404, "not.found");
  }

  @Test
  void theCallNeedsItsPermission() {
    genesys.addClient("editor", "secret", Set.of("integration:botconnector:edit"));
    String token =
        body(client.token("editor", "secret", "client_credentials"), 200)
            .path("access_token")
            .asText();
    String reason =
        refusal(
            client.withToken(token).post(EXECUTE, Json.text(turn(""))),
            403,
            "missing.any.permissions");
    assertTrue(reason.contains("textbots:session:execute"), reason);
  }
}
