// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.api.IntegrationsApi;
import com.mypurecloud.sdk.v2.api.TextbotsApi;
import com.mypurecloud.sdk.v2.model.BotConnectorBot;
import com.mypurecloud.sdk.v2.model.BotConnectorBotVersion;
import com.mypurecloud.sdk.v2.model.BotIntent;
import com.mypurecloud.sdk.v2.model.BotList;
import com.mypurecloud.sdk.v2.model.BotSlot;
import com.mypurecloud.sdk.v2.model.ConversationContentQuickReply;
import com.mypurecloud.sdk.v2.model.GenesysBotConnector;
import com.mypurecloud.sdk.v2.model.PostTextMessage;
import com.mypurecloud.sdk.v2.model.PostTextRequest;
import com.mypurecloud.sdk.v2.model.PostTextResponse;
import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Text;
import io.botflow.testkit.genesys.BotConnector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK talks to a bot of version 1 behind our endpoint, through the simulator. */
class TextBotCallsTest {
  @RegisterExtension static final SimulatedCloud CLOUD = SimulatedCloud.start();

  private final BotConnectorEndpoint endpoint =
      BotConnectorEndpoint.builder(
              List.of(new OrderBot()),
              BotConnectorSettings.builder().header("X-Bot-Secret", "sesame").build())
          .build();
  private final TextbotsApi api = new TextbotsApi(CLOUD.client());
  private HttpServer server;
  private BotConnector connector;

  /** Offers what can be ordered, and takes the order. */
  private static final class OrderBot implements Bot {
    @Override
    public BotDescription describe() {
      return BotDescription.of(
          "order-bot",
          "Orders",
          "1",
          "en-us",
          Intent.of("Ordered", Slot.of("item", Slot.Type.STRING)));
    }

    @Override
    public Reply answer(Turn turn) {
      return turn.first()
          ? Reply.awaitMore(
              new Choices(
                  "What for " + turn.variables().get("name") + "?",
                  List.of(Choice.of("A cookie", "cookie"))))
          : new Reply.Complete(
              List.of(new Text("Ordered.")),
              "Ordered",
              0.9,
              Map.of("item", new SlotValue.OfString(turn.text())),
              Map.of());
    }
  }

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", JdkHttpBinding.of(PathRouter.of(endpoint.handlers())));
    server.start();
    connector =
        CLOUD
            .simulator()
            .createBotConnector("text bots")
            .utteranceUri(
                URI.create(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/bot/v1/utterance"))
            .credential("X-Bot-Secret", "sesame");
    new IntegrationsApi(CLOUD.client())
        .putIntegrationsBotconnectorIntegrationIdBots(connector.id(), bots());
  }

  private static BotList bots() {
    BotIntent ordered =
        new BotIntent()
            .name("Ordered")
            .slots(Map.of("item", new BotSlot().name("item").type("String")));
    BotConnectorBotVersion version =
        new BotConnectorBotVersion()
            .version("1")
            .supportedLanguages(List.of("en-us"))
            .intents(List.of(ordered));
    return new BotList()
        .chatBots(
            List.of(
                new BotConnectorBot().id("order-bot").name("Orders").versions(List.of(version))));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    endpoint.close();
  }

  @Test
  void aDialogueIsHeldToItsEnd() throws Exception {
    PostTextResponse offer = api.postTextbotsBotsExecute(turn("hello"));

    assertEquals(PostTextResponse.BotStateEnum.MOREDATA, offer.getBotState());
    assertEquals("correlation-1", offer.getBotCorrelationId());
    PostTextMessage question = offer.getReplyMessages().get(0);
    assertEquals(PostTextMessage.TypeEnum.STRUCTURED, question.getType());
    assertEquals("What for Ada?", question.getText());
    ConversationContentQuickReply choice = question.getContent().get(0).getQuickReply();
    assertEquals("cookie", choice.getPayload());

    PostTextResponse end = api.postTextbotsBotsExecute(turn("cookie"));

    assertEquals(PostTextResponse.BotStateEnum.COMPLETE, end.getBotState());
    assertEquals("Ordered", end.getIntentName());
    assertEquals(Map.of("item", "cookie"), end.getSlots());
    assertEquals("Ordered.", end.getReplyMessages().get(0).getText());
    assertEquals("Ordered", end.getGenesysBotConnector().get("intent"), "raw");
  }

  @Test
  void aBotThatIsNotRegisteredIsNotFound() {
    PostTextRequest turn = turn("hello").botId("nobody");
    assertEquals(
        404,
        assertThrows(ApiException.class, () -> api.postTextbotsBotsExecute(turn)).getStatusCode());
  }

  @Test
  void theCallNeedsItsPermission() {
    CLOUD.simulator().addClient("viewer", "secret", Set.of());
    TextbotsApi forbidden = new TextbotsApi(CLOUD.login("viewer", "secret"));
    PostTextRequest turn = turn("hello");
    assertEquals(
        403,
        assertThrows(ApiException.class, () -> forbidden.postTextbotsBotsExecute(turn))
            .getStatusCode());
  }

  private PostTextRequest turn(String text) {
    return new PostTextRequest()
        .integrationId(connector.id())
        .botId("order-bot")
        .botAlias("1")
        .botSessionId("d2b5c1f4-7c36-4b0e-8a7c-0a6b0b0c1d01")
        .languageCode("en-us")
        .botSessionTimeoutMinutes(15)
        .botCorrelationId("correlation-1")
        .botChannels(List.of(PostTextRequest.BotChannelsEnum.MESSAGING))
        .messagingPlatformType(PostTextRequest.MessagingPlatformTypeEnum.OTHER)
        .postTextMessage(new PostTextMessage().type(PostTextMessage.TypeEnum.TEXT).text(text))
        .genesysBotConnector(new GenesysBotConnector().queryParameters(Map.of("name", "Ada")));
  }
}
