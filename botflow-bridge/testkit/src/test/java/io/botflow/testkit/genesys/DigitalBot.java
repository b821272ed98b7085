// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.FlowOutcome.transferToQueue;
import static io.botflow.testkit.genesys.FlowOutcome.transferToQueueFrom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A digital bot that is written by hand, with a flow that calls it and a customer to talk to. */
final class DigitalBot implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);
  static final String OUTGOING = "/api/v2/integrations/botconnectors/outgoing/messages";
  static final String BOTS =
      """
      {"entities":[{"id":"b-1","name":"Order bot","provider":"BotFlow","description":"Orders",
        "versions":[{"version":"Delta","supportedLanguages":["en-us"],"intents":[
          {"name":"done"},
          {"name":"call-operator","entities":[{"name":"queue","type":"String"}]}]}]}]}
      """;

  final GenesysCloudSimulator genesys;
  final LoopbackServer webhook = LoopbackServer.answering(200);
  final LoopbackServer server = LoopbackServer.answering(this::answer);
  final OpenIntegration integration;
  final DigitalBotConnector connector;
  final RawClient client;
  private final Map<String, Queue<String>> sessions = new ConcurrentHashMap<>();
  private volatile CountDownLatch thinking = new CountDownLatch(0);

  DigitalBot(BotConnectorApiSettings settings) {
    genesys =
        GenesysCloudSimulator.builder()
            .noRateLimit()
            .failureQueue("Fallback")
            .botConnectorApi(settings)
            .start();
    integration =
        genesys.createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret");
    connector = genesys.createDigitalBotConnector("Digital", server.uri("/base"));
    client = new RawClient(genesys);
  }

  private WebResponse answer(WebRequest request) {
    if (request.path().equals("/base/bots")) {
      return WebResponse.json(200, BOTS);
    }
    if (request.path().equals("/picture.png")) {
      return new WebResponse(200, Map.of(), new FixedBody(new byte[] {1, 2, 3}));
    }
    try {
      thinking.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!request.path().equals("/base/messages")) {
      return new WebResponse(200, Map.of(), new FixedBody(new byte[] {1, 2, 3}));
    }
    JsonNode turn = Json.read(request.body());
    String customer = turn.at("/inputMessage/text").asText().split(" ", 2)[0];
    sessions
        .computeIfAbsent(customer, name -> new ConcurrentLinkedQueue<>())
        .add(turn.path("botSessionId").asText());
    return WebResponse.json(
        200,
        "{'botState':'MoreData','replyMessages':[{'type':'Text','text':'%s'}]}"
            .formatted(input(request))
            .replace('\'', '"'));
  }

  /** What the customer said in a turn; the bot says it again. */
  static String input(WebRequest request) {
    return Json.read(request.body()).at("/inputMessage/text").asText();
  }

  /** The sessions in which the bot was asked by this word, the first of what was said. */
  List<String> sessionsOf(String word) {
    return List.copyOf(sessions.getOrDefault(word, new ConcurrentLinkedQueue<>()));
  }

  MessageFlow.Builder flow() {
    return MessageFlow.callDigitalBotConnector(connector, "b-1", "Delta")
        .onIntent("call-operator", transferToQueueFrom("queue", "Support"))
        .onIntent("done", transferToQueue("Done"));
  }

  /** Publishes a flow, whose question for the bots is not kept. */
  DigitalBot publish(MessageFlow.Builder flow) {
    integration.publish(flow.build());
    server.take();
    return this;
  }

  /** A picture as the bot offers it; any but {@code picture.png} waits as turns do. */
  ObjectNode shows(String session, String file) {
    return message(
        session,
        "MoreData",
        "'replyMessages':[{'type':'Text','text':'your bill','content':[{'contentType':'Attachment',"
            + "'attachment':{'id':'f1','mediaType':'Image','mime':'image/png','filename':'bill.png',"
            + "'url':'"
            + server.uri("/" + file)
            + "'}}]}]");
  }

  /** Each turn waits until the latch is open. */
  CountDownLatch holdTurns() {
    thinking = new CountDownLatch(1);
    return thinking;
  }

  /** Has the customer say something; gives the request that the bot got. */
  JsonNode turn(String messageId, String text) {
    client.say(integration, "u1", messageId, text);
    return Json.read(server.take().body());
  }

  /** A first turn that is answered; gives the session's id. */
  String begin() {
    String session = turn("begin", "hello").path("botSessionId").asText();
    heard();
    return session;
  }

  /** The next text that the customer gets. */
  String heard() {
    return Json.read(webhook.take().body()).path("text").asText();
  }

  /** An outgoing message of the bot, to which apostrophes are quotes. */
  static ObjectNode message(String session, String state, String more) {
    String body =
        "{'botId':'b-1','botVersion':'Delta','botSessionId':'%s','languageCode':'en-us','botState':'%s'%s}"
            .formatted(session, state, more.isEmpty() ? "" : "," + more);
    return (ObjectNode) Json.read(RawClient.quoted(body));
  }

  static ObjectNode says(String session, String text) {
    return message(session, "MoreData", "'replyMessages':[{'type':'Text','text':'" + text + "'}]");
  }

  HttpResponse<String> send(JsonNode message) {
    return client.post(OUTGOING, Json.text(message));
  }

  /** Sends a message that is taken. */
  void sent(JsonNode message) {
    RawClient.body(send(message), 200);
  }

  /** The note that the flow left when it was over. */
  String flowNote() {
    return genesys.conversations().get(0).participants(ParticipantPurpose.WORKFLOW).get(0).note();
  }

  void awaitIn(String queue) {
    genesys.agent("agent of " + queue).onQueue(queue).awaitConversation(SOON);
  }

  @Override
  public void close() {
    thinking.countDown();
    server.close();
    webhook.close();
    genesys.close();
  }
}
