// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.DigitalBot.message;
import static io.botflow.testkit.genesys.DigitalBot.says;
import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a digital bot says between its turns, sent by requests that are written by hand. */
class OutgoingMessageTest {
  @AutoClose private final DigitalBot bot = new DigitalBot(BotConnectorApiSettings.defaults());

  @Test
  void aMessageReachesTheCustomerAndTheSessionStaysOpen() {
    List<TrafficEvent> hops = new CopyOnWriteArrayList<>();
    bot.genesys.onTraffic(hops::add);
    String session = bot.publish(bot.flow()).begin();
    JsonNode answer = body(bot.send(says(session, "still looking")), 200);
    assertEquals(36, answer.path("messageId").asText().length());
    assertEquals(1, answer.size());
    bot.sent(says(session, "found it"));
    assertEquals(List.of("still looking", "found it"), List.of(bot.heard(), bot.heard()));
    assertEquals(session, bot.turn("2", "thanks").path("botSessionId").asText());
    assertEquals(
        2, hops.stream().filter(hop -> hop.kind() == TrafficEvent.Kind.BOT_MESSAGE).count());
  }

  @Test
  void aCompletionEndsTheSessionAndItsEntitiesAndParametersAreOutputs() {
    String session = bot.publish(bot.flow()).begin();
    bot.sent(
        message(
            session,
            "Complete",
            "'intent':'call-operator','confidence':0.7,'entities':[{'name':'queue','type':'String',"
                + "'value':'VIP'}],'replyMessages':[{'type':'Text','text':'One moment'}]"));
    assertEquals("One moment", bot.heard());
    bot.awaitIn("VIP");
    assertEquals("intent call-operator", bot.flowNote());
    bot.client.say(bot.integration, "u1", "2", "hello?");
    assertEquals(0, bot.server.waiting(), "the bot is out of it");
  }

  @Test
  void aParameterIsAnOutputToo() {
    String session = bot.publish(bot.flow()).begin();
    bot.sent(
        message(session, "Complete", "'intent':'call-operator','parameters':{'queue':'Billing'}"));
    bot.awaitIn("Billing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Failed | 'errorInfo':{'errorCode':'E1','errorMessage':'boom'} | failure ServiceProviderErrorResponse: the bot failed E1 boom",
        "Complete | 'intent':'refund' | failure ServiceProviderInvalidResponse: the bot completed with the unregistered intent refund",
        "Complete | 'confidence':1 | failure ServiceProviderInvalidResponse: the bot completed with the unregistered intent null",
      })
  void whatEndsBadlyTakesTheFailurePath(String state, String more, String note) {
    String session = bot.publish(bot.flow()).begin();
    bot.sent(message(session, state, more));
    bot.awaitIn("Fallback");
    assertEquals(note, bot.flowNote());
  }

  @ParameterizedTest
  @ValueSource(strings = {"botId", "botVersion", "botSessionId", "languageCode", "botState"})
  void eachRequiredFieldIsRequired(String field) {
    ObjectNode message = says(bot.publish(bot.flow()).begin(), "x");
    message.remove(field);
    String reason = refusal(bot.send(message), 400, "bad.request");
    assertEquals("should have required property '" + field + "'", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "COMPLETE | 'intent':'done' | Value [COMPLETE]",
        "MoreData | 'replyMessages':[{'type':'text','text':'x'}] | Value [text]",
        "MoreData | 'replyMessages':[{'type':'Text'}] | required property 'text'",
        "MoreData | 'replyMessages':[{'type':'Structured','text':'x'}] | required property 'content'",
        "MoreData | 'replyMessages':[{'type':'Structured','content':[{'contentType':'Attachment','attachment':{}}]}] | Value [Attachment]",
        "MoreData | 'replyMessages':[{'type':'Text','content':[{'contentType':'Attachment','attachment':{}}]}] | does not allow",
        "MoreData | 'parameters':{'n':1} | parameters.n should be string",
        "MoreData | 'confidence':2 | confidence",
        "Complete | 'intent':'call-operator','entities':[{'name':'queue','type':'Integer','value':'1'}] | not declared",
      })
  void whatBreaksTheRulesOfAnAnswerIsRefusedAndChangesNothing(
      String state, String more, String reason) {
    String session = bot.publish(bot.flow()).begin();
    HttpResponse<String> answer = bot.send(message(session, state, more));
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(reason), answer.body());
    bot.sent(says(session, "still open"));
    assertEquals("still open", bot.heard());
  }

  @Test
  void aFileReachesTheCustomerWhenTheIntegrationAllowsFiles() {
    bot.connector.fileAttachments(true);
    String session = bot.publish(bot.flow()).begin();
    bot.sent(bot.shows(session, "picture.png"));
    JsonNode sent = Json.read(bot.webhook.take().body());
    assertEquals("bill.png", sent.at("/content/0/attachment/filename").asText());
  }

  @Test
  void aSessionThatNoFlowHasOpenedIsNotFound() {
    bot.publish(bot.flow());
    refused(says(Ids.uuid(), "x"), "session.not.found");
  }

  @Test
  void aClassicBotHasNoSessionToSpeakIn() {
    BotConnector classic = bot.genesys.createBotConnector("Classic");
    String list = "/api/v2/integrations/botconnector/" + classic.id() + "/bots";
    String bots =
        "{'chatBots':[{'id':'b-1','versions':[{'version':'Delta','supportedLanguages':[],'intents':[]}]}]}";
    body(bot.client.put(list, quoted(bots)), 204);
    classic.utteranceUri(bot.server.uri("/base/messages"));
    bot.integration.publish(MessageFlow.callBotConnector(classic, "b-1", "Delta").build());
    String session = bot.turn("1", "hello").path("botSessionId").asText();
    refused(says(session, "x"), "session.not.found");
  }

  @Test
  void anIntegrationThatIsSwitchedOffTakesNothingAndItsFlowFails() {
    String session = bot.publish(bot.flow()).begin();
    bot.connector.active(false);
    refused(says(session, "x"), "integration.not.active");
    bot.connector.active(true);
    bot.sent(says(session, "back"));
    assertEquals("back", bot.heard());
    bot.connector.active(false);
    bot.client.say(bot.integration, "u1", "2", "hello?");
    bot.awaitIn("Fallback");
    assertEquals(
        "failure ServiceProviderErrorResponse: the integration is not active", bot.flowNote());
  }

  @Test
  void theBotAndItsVersionMustBeThoseOfTheSessionInTheirCase() {
    String session = bot.publish(bot.flow()).begin();
    refused(says(session, "x").put("botId", "B-1"), "session.bot.id.mismatch");
    refused(says(session, "x").put("botVersion", "delta"), "session.bot.version.mismatch");
  }

  @Test
  void nothingIsTakenAfterACompletion() {
    String session = bot.publish(bot.flow()).begin();
    bot.sent(message(session, "Complete", "'intent':'done'"));
    refused(says(session, "one more thing"), "session.already.closed");
    refused(message(session, "Complete", "'intent':'call-operator'"), "session.already.closed");
    bot.awaitIn("Done");
    assertEquals("intent done", bot.flowNote());
  }

  @Test
  void nothingIsTakenAfterTheCustomerWasDisconnected() {
    String session = bot.publish(bot.flow()).begin();
    String id = bot.genesys.conversations().get(0).id();
    body(bot.client.post("/api/v2/conversations/" + id + "/disconnect", "{}"), 200);
    refused(says(session, "x"), "session.already.closed");
  }

  @Test
  void eachEntryIntoTheActionHasASessionOfItsOwn() {
    bot.publish(bot.flow().onIntent("done", FlowOutcome.callAgain()));
    String first = bot.begin();
    bot.sent(message(first, "Complete", "'intent':'done'"));
    refused(says(first, "x"), "session.already.closed");
    String second = bot.turn("2", "again").path("botSessionId").asText();
    bot.heard();
    bot.sent(says(second, "here"));
    assertEquals("here", bot.heard());
    refused(says(first, "x"), "session.already.closed");
  }

  @Test
  void aSessionWhoseTimeIsOverIsClosedAndItsFlowTakesTheFailurePath() {
    String session = bot.publish(bot.flow().sessionTimeout(Duration.ofMillis(300))).begin();
    bot.awaitIn("Fallback");
    assertTrue(bot.flowNote().startsWith("failure ServiceProviderTimeout: "), bot.flowNote());
    refused(says(session, "x"), "session.already.closed");
  }

  @Test
  void aSessionWhoseTimeIsOverMayBeForgotten() {
    try (DigitalBot forgetful =
        new DigitalBot(BotConnectorApiSettings.defaults().expiredSessionsForgotten(true))) {
      String session =
          forgetful.publish(forgetful.flow().sessionTimeout(Duration.ofMillis(300))).begin();
      forgetful.awaitIn("Fallback");
      refusal(forgetful.send(says(session, "x")), 409, "session.not.found");
    }
  }

  @Test
  void theCallNeedsATokenAndItsPermission() {
    String session = bot.publish(bot.flow()).begin();
    bot.genesys.addClient("viewer", "secret", Set.of("integration:botconnector:view"));
    String token =
        body(bot.client.token("viewer", "secret", "client_credentials"), 200)
            .path("access_token")
            .asText();
    String message = Json.text(says(session, "x"));
    String reason =
        refusal(
            bot.client.withToken(token).post(DigitalBot.OUTGOING, message),
            403,
            "missing.permissions");
    assertTrue(reason.contains("integration:botconnector:send"), reason);
    assertEquals(
        401, bot.client.withToken("nobody").post(DigitalBot.OUTGOING, message).statusCode());
    assertEquals(405, bot.client.get(DigitalBot.OUTGOING).statusCode());
    assertEquals(0, bot.webhook.waiting());
  }

  private void refused(JsonNode message, String code) {
    JsonNode envelope = body(bot.send(message), 409);
    assertEquals(code, envelope.path("code").asText());
    assertEquals(409, envelope.path("status").asInt());
    assertEquals(36, envelope.path("contextId").asText().length());
    assertEquals(0, bot.webhook.waiting(), "nothing reached the customer");
  }
}
