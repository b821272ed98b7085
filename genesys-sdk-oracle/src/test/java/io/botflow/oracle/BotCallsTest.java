// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mypurecloud.sdk.v2.api.IntegrationsApi;
import com.mypurecloud.sdk.v2.model.BotConnectorBot;
import com.mypurecloud.sdk.v2.model.BotConnectorBotVersion;
import com.mypurecloud.sdk.v2.model.BotIntent;
import com.mypurecloud.sdk.v2.model.BotList;
import com.mypurecloud.sdk.v2.model.BotSlot;
import com.mypurecloud.sdk.v2.model.BotSummary;
import com.mypurecloud.sdk.v2.model.BotVersionSummary;
import io.botflow.bridge.bot.BotListPublisher;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.connector.bot.Turn;
import io.botflow.genesys.GenesysCloud;
import io.botflow.testkit.genesys.BotConnector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK sets the bots of a Bot Connector integration, and reads them. */
class BotCallsTest {
  @RegisterExtension static final SimulatedCloud CLOUD = SimulatedCloud.start();

  private final IntegrationsApi api = new IntegrationsApi(CLOUD.client());

  @Test
  void theListIsReadAsItWasPut() throws Exception {
    BotConnector connector = CLOUD.simulator().createBotConnector("bots");

    api.putIntegrationsBotconnectorIntegrationIdBots(connector.id(), bots());
    BotList read = api.getIntegrationsBotconnectorIntegrationIdBots(connector.id());

    BotConnectorBot bot = read.getChatBots().get(0);
    assertEquals("order-bot", bot.getId());
    assertEquals("Orders", bot.getName());
    assertEquals("Takes orders", bot.getDescription());
    BotConnectorBotVersion version = bot.getVersions().get(0);
    assertEquals("1", version.getVersion());
    assertEquals(List.of("en-us"), version.getSupportedLanguages());
    assertEquals("Ordered", version.getIntents().get(0).getName());
    assertEquals("String", version.getIntents().get(0).getSlots().get("item").getType());
  }

  @Test
  void botsAndTheirVersionsAreReadByThemselves() throws Exception {
    String connector = CLOUD.simulator().createBotConnector("parts").id();
    api.putIntegrationsBotconnectorIntegrationIdBots(connector, bots());

    List<BotSummary> summaries =
        api.getIntegrationsBotconnectorIntegrationIdBotsSummaries(connector, 1, 25).getEntities();
    List<BotVersionSummary> versions =
        api.getIntegrationsBotconnectorIntegrationIdBotVersions(connector, "order-bot", 1, 25)
            .getEntities();
    BotConnectorBot bot =
        api.getIntegrationsBotconnectorIntegrationIdBot(connector, "order-bot", "1");

    assertEquals("order-bot", summaries.get(0).getId());
    assertEquals("Orders", summaries.get(0).getName());
    assertEquals("1", versions.get(0).getVersion());
    assertEquals("Ordered", bot.getVersions().get(0).getIntents().get(0).getName());
  }

  @Test
  void theListThatTheBridgePublishesIsReadWhole() throws Exception {
    BotConnector connector = CLOUD.simulator().createBotConnector("published");
    List<Slot> slots =
        Stream.of(Slot.Type.values())
            .flatMap(
                type -> Stream.of(Slot.of(type.name(), type), new Slot(type + " many", type, true)))
            .toList();
    Bot bot =
        new Bot() {
          @Override
          public BotDescription describe() {
            return BotDescription.of(
                "order-bot", "Orders", "1", "en-us", new Intent("Ordered", slots));
          }

          @Override
          public Reply answer(Turn turn) {
            return Reply.awaitMore();
          }
        };
    try (GenesysCloud genesys = CLOUD.ourClient()) {
      assertTrue(BotListPublisher.publish(genesys.botConnector(connector.id()), List.of(bot)));
      assertFalse(BotListPublisher.publish(genesys.botConnector(connector.id()), List.of(bot)));
    }

    BotList read = api.getIntegrationsBotconnectorIntegrationIdBots(connector.id());

    Map<String, BotSlot> published =
        read.getChatBots().get(0).getVersions().get(0).getIntents().get(0).getSlots();
    assertEquals(14, published.size());
    assertEquals("String", published.get("STRING").getType());
    assertEquals("StringCollection", published.get("STRING many").getType());
  }

  private static BotList bots() {
    BotIntent intent =
        new BotIntent()
            .name("Ordered")
            .slots(Map.of("item", new BotSlot().name("item").type("String")));
    BotConnectorBotVersion version =
        new BotConnectorBotVersion()
            .version("1")
            .supportedLanguages(List.of("en-us"))
            .intents(List.of(intent));
    BotConnectorBot bot =
        new BotConnectorBot()
            .id("order-bot")
            .name("Orders")
            .description("Takes orders")
            .versions(List.of(version));
    return new BotList().chatBots(List.of(bot));
  }
}
