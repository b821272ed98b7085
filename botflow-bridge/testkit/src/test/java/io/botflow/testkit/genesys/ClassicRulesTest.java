// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.FlowOutcome.transferToQueue;
import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a version 1 flow does at the edges of its protocol. */
class ClassicRulesTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String BOTS =
      """
      {'chatBots':[{'id':'b-1','name':'order-bot','versions':[{'version':'1.0',
        'supportedLanguages':['en-us'],'intents':[{'name':'%s','slots':{}}]}]}]}
      """;

  @AutoClose
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().failureQueue("Fallback").start();

  @AutoClose private final LoopbackServer webhook = LoopbackServer.answering(200);

  @AutoClose
  private final LoopbackServer bot =
      LoopbackServer.answering(request -> WebResponse.json(200, "{\"botState\":\"MoreData\"}"));

  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret");
  private final BotConnector connector =
      genesys.createBotConnector("Our bots").utteranceUri(bot.uri("/"));
  private final RawClient client = new RawClient(genesys);

  @BeforeEach
  void register() {
    put("done");
  }

  private void put(String intent) {
    String list = "/api/v2/integrations/botconnector/" + connector.id() + "/bots";
    body(client.put(list, quoted(BOTS.formatted(intent))), 204);
  }

  private MessageFlow.Builder flow() {
    return MessageFlow.callBotConnector(connector, "b-1", "1.0")
        .onOtherIntents(transferToQueue("Done"));
  }

  private void answers(String json) {
    bot.next(WebResponse.json(200, quoted(json)));
  }

  private String note() {
    return genesys.conversations().get(0).participants(ParticipantPurpose.WORKFLOW).get(0).note();
  }

  private void awaitIn(String queue) {
    genesys.agent("agent of " + queue).onQueue(queue).awaitConversation(SOON);
  }

  @Test
  void aCallIsJsonThatAsksForJsonAndSaysWhoCalls() {
    integration.publish(flow().build());
    client.say(integration, "u1", "1", "hi");
    WebRequest request = bot.take();
    assertEquals("POST", request.method());
    assertEquals("application/json", request.header("Content-Type").orElseThrow());
    assertEquals("application/json", request.header("Accept").orElseThrow());
    assertTrue(request.header("User-Agent").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Complete", "COMPLETE", "complete"})
  void theStateIsReadInAnyCase(String state) {
    integration.publish(flow().build());
    answers("{'botState':'" + state + "','intent':'done'}");
    client.say(integration, "u1", "1", "hi");
    awaitIn("Done");
  }

  @Test
  void theTypesOfRepliesAreReadInAnyCase() {
    integration.richMedia(true, true).publish(flow().build());
    answers(
        "{'botState':'MOREDATA','replymessages':[{'type':'TEXT','text':'a'},{'type':'structured',"
            + "'text':'b','content':[{'contentType':'quickreply','quickReply':{'text':'c'}}]}]}");
    client.say(integration, "u1", "1", "hi");
    assertEquals("a", Json.read(webhook.take().body()).path("text").asText());
    JsonNode offer = Json.read(webhook.take().body());
    assertEquals("c", offer.at("/content/0/quickReply/text").asText());
  }

  @Test
  void aBotThatCannotBeReachedTakesTheFailurePath() {
    URI gone;
    try (LoopbackServer closed = LoopbackServer.answering(200)) {
      gone = closed.uri("/");
    }
    connector.utteranceUri(gone);
    integration.publish(flow().build());
    client.say(integration, "u1", "1", "hi");
    awaitIn("Fallback");
    assertTrue(note().startsWith("failure InternalServerError: "), note());
  }

  @Test
  void anAnswerWithAParameterThatIsNoTextIsDroppedWithItsReplies() {
    integration.publish(flow().build());
    answers(
        "{'botState':'Complete','intent':'done','parameters':{'n':1},"
            + "'replymessages':[{'type':'Text','text':'never shown'}]}");
    client.say(integration, "u1", "1", "hi");
    awaitIn("Fallback");
    assertEquals(0, webhook.waiting());
  }

  @Test
  void theGuardAgainstLoopsMayBeSwitchedOff() {
    integration.publish(flow().sameIntentLimit(0).build());
    for (int turn = 1; turn <= 8; turn++) {
      answers(
          "{'botState':'MoreData','intent':'asking','replymessages':[{'type':'Text','text':'again'}]}");
      client.say(integration, "u1", "m" + turn, "hm");
      bot.take();
      webhook.take();
    }
    answers("{'botState':'Complete','intent':'done'}");
    client.say(integration, "u1", "last", "done");
    awaitIn("Done");
  }

  @Test
  void aFlowKeepsTheListThatItWasPublishedWith() {
    integration.publish(flow().build());
    put("finished");
    answers("{'botState':'Complete','intent':'done'}");
    client.say(integration, "u1", "1", "hi");
    awaitIn("Done");
    integration.publish(flow().build());
    answers("{'botState':'Complete','intent':'done'}");
    client.say(integration, "u2", "1", "hi");
    awaitIn("Fallback");
  }

  @Test
  void theDefaultsAreThoseThatTheDocumentationDeclares() {
    MessageFlow.Builder flow = flow().build().settings();
    assertEquals(Duration.ofSeconds(10), flow.responseTimeout);
    assertEquals(0, flow.retries);
    assertEquals(Duration.ofHours(12), flow.followUpTimeout);
    assertEquals(Duration.ofDays(3), flow.sessionTimeout);
    assertEquals(4, flow.sameIntentLimit);
  }
}
