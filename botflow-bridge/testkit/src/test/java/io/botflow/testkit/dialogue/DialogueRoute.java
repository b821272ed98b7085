// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.dialogue;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.bot.BotConnectorSettingsBuilder;
import io.botflow.bridge.bot.BotListPublisher;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.web.WebResponse;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.testkit.genesys.BotConnector;
import io.botflow.testkit.genesys.BotConnectorApiSettings;
import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.DigitalBotConnector;
import io.botflow.testkit.genesys.FlowOutcome;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.ParticipantPurpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The endpoint with its bots, the simulator that asks them, and a customer. */
final class DialogueRoute implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String HEADER = "X-Bot-Secret";
  private static final String SECRET = "a-bot-secret-for-tests";
  private static final Customer CUSTOMER = Customer.of("u1");

  final GenesysCloudSimulator cloud;
  final GenesysCloud genesys;
  final OpenIntegration integration;
  final BotConnector classic;
  final DigitalBotConnector digital;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;
  private final BotConnectorEndpoint endpoint;
  private int said;

  DialogueRoute(BotConnectorApiSettings api, BotConnectorSettingsBuilder settings, Bot... bots) {
    cloud =
        GenesysCloudSimulator.builder()
            .noRateLimit()
            .failureQueue("Fallback")
            .botConnectorApi(api)
            .start();
    genesys = client(cloud.clientId(), cloud.clientSecret());
    endpoint =
        BotConnectorEndpoint.builder(List.of(bots), settings.header(HEADER, SECRET).build())
            .outgoing(genesys.digitalBotConnector())
            .build();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", JdkHttpBinding.of(PathRouter.of(endpoint.handlers())));
    server.createContext("/webhook", JdkHttpBinding.of(request -> WebResponse.empty(200)));
    server.start();
    integration =
        cloud.createOpenIntegration("Telegram", uri("/webhook"), "0123456789abcdef-secret");
    digital =
        cloud.createDigitalBotConnector("Digital", uri("/bot/v2")).connectionSecret(HEADER, SECRET);
    classic =
        cloud
            .createBotConnector("Classic")
            .utteranceUri(uri("/bot/v1/utterance"))
            .credential(HEADER, SECRET);
    BotListPublisher.publish(genesys.botConnector(classic.id()), List.of(bots));
  }

  DialogueRoute(Bot... bots) {
    this(BotConnectorApiSettings.defaults(), BotConnectorSettings.builder(), bots);
  }

  /** Has a flow call version 1 of the bot by the digital connector. */
  DialogueRoute digital(String botId) {
    return publish(MessageFlow.callDigitalBotConnector(digital, botId, "1"));
  }

  /** Has a flow call version 1 of the bot by the classic connector. */
  DialogueRoute classic(String botId) {
    return publish(MessageFlow.callBotConnector(classic, botId, "1"));
  }

  DialogueRoute publish(MessageFlow.Builder flow) {
    integration.publish(
        flow.onIntent(
                OperatorBot.CALL_OPERATOR, FlowOutcome.transferToQueueFrom("group", "Support"))
            .onIntent(OperatorBot.DONE, FlowOutcome.disconnect())
            .build());
    return this;
  }

  /** A client of the simulator with these credentials. */
  GenesysCloud client(String id, String secret) {
    return GenesysCloud.builder(Region.at(cloud.apiUri(), cloud.loginUri()))
        .clientCredentials(id, secret)
        .build();
  }

  /** A client of the simulator that may do this much. */
  GenesysCloud limited(String... permissions) {
    cloud.addClient("limited", "secret", Set.of(permissions));
    return client("limited", "secret");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The customer says something. */
  void say(String text) {
    said++;
    genesys
        .openMessaging(integration.id())
        .send(InboundMessage.builder(CUSTOMER).messageId("m-" + said).text(text).build());
  }

  /** Asks the endpoint over version 2 what no flow has asked. */
  void askBesideTheFlow(String botId, String version, String sessionId) {
    String body =
        """
        {"botId":"%s","botVersion":"%s","botSessionId":"%s","messageId":"beside-%s-%s",
         "inputMessage":{"type":"Text","text":"hello"},"languageCode":"en-us",
         "botSessionTimeout":60,"genesysConversationId":"beside"}
        """
            .formatted(botId, version, sessionId, botId, version);
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(uri("/bot/v2/messages"))
                  .header("Content-Type", "application/json")
                  .header(HEADER, SECRET)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What was said so far, the customer's lines with a dash. */
  List<String> lines() {
    return lines(cloud.conversations().get(0));
  }

  private static List<String> lines(ConversationRecord record) {
    return record.messages().stream().map(DialogueRoute::line).toList();
  }

  private static String line(MessageRecord message) {
    return (message.fromCustomer() ? "- " : "") + message.text();
  }

  /** Waits until this was said to the customer. */
  void awaitLine(String line) {
    cloud.awaitConversation(record -> lines(record).contains(line), PATIENCE);
  }

  /** Waits until the conversation is in this queue. */
  void awaitInQueue(String queue) {
    cloud.awaitConversation(
        record ->
            record.participants(ParticipantPurpose.ACD).stream()
                .anyMatch(acd -> acd.name().equals(queue)),
        PATIENCE);
  }

  /** Waits until the conversation is over. */
  void awaitEnd() {
    cloud.awaitConversation(record -> !record.connected(), PATIENCE);
  }

  /** How the flow came to its end. */
  String flowNote() {
    return cloud.conversations().get(0).participants(ParticipantPurpose.WORKFLOW).get(0).note();
  }

  @Override
  public void close() {
    server.stop(0);
    endpoint.close();
    threads.shutdownNow();
    genesys.close();
    cloud.close();
  }
}
