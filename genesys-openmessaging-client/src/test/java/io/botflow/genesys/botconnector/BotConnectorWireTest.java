// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.IntNode;
import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.botconnector.dialog.ValueType;
import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.error.NotFoundException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BotConnectorWireTest {
  private static final String LIST =
      "{\"chatBots\":[{\"id\":\"b-1\",\"name\":\"Orders\",\"versions\":[{\"version\":\"1\","
          + "\"supportedLanguages\":[\"en-us\",\"uk\"],\"intents\":[{\"name\":\"Escalate\","
          + "\"slots\":{\"va_AgentMessage\":{\"name\":\"va_AgentMessage\",\"type\":\"String\"}}},"
          + "{\"name\":\"Done\"}]}]}]}";

  private final FakeGenesys genesys = new FakeGenesys();
  private final GenesysCloud cloud = genesys.connect().build();
  private final BotConnector connector = cloud.botConnector("int/1");

  @AfterEach
  void stop() {
    cloud.close();
    genesys.close();
  }

  private static ConnectorBotVersion version(List<BotIntent> intents) {
    return ConnectorBotVersion.of("1", List.of("en-US", "uk"), intents);
  }

  private static BotList list() {
    BotIntent escalate =
        BotIntent.of("Escalate", List.of(BotSlot.of("va_AgentMessage", ValueType.STRING)));
    return BotList.of(
        List.of(
            ConnectorBot.of(
                "b-1",
                "Orders",
                null,
                List.of(version(List.of(escalate, BotIntent.of("Done", List.of())))))));
  }

  @Test
  void theListIsPutAsDocumentedAndTheEmptyAnswerIsFine() {
    genesys.answer(new MockResponse.Builder().code(204).build());
    connector.putBots(list());
    assertEquals(
        "PUT /api/v2/integrations/botconnector/int%2F1/bots HTTP/1.1",
        genesys.onlyCall().getRequestLine());
    assertEquals(LIST, genesys.onlyCall().getBody().utf8());
  }

  @Test
  void theListIsRead() {
    genesys.answer(200, LIST.replace("\"id\":\"b-1\"", "\"id\":\"b-1\",\"botCompositeTag\":\"t\""));
    ConnectorBot bot = connector.bots().chatBots().get(0);
    assertEquals("t", bot.botCompositeTag());
    BotIntent escalate = bot.versions().get(0).intents().get(0);
    assertEquals(ValueType.STRING, escalate.slots().get("va_AgentMessage").type());
    assertEquals(
        "GET /api/v2/integrations/botconnector/int%2F1/bots HTTP/1.1",
        genesys.onlyCall().getRequestLine());
    assertEquals(0, genesys.onlyCall().getBodySize());
  }

  @Test
  void theBotsAreListedWithoutTheirVersions() {
    genesys
        .answer(
            200,
            "{\"entities\":[{\"id\":\"b-1\",\"name\":\"Orders\",\"description\":\"d\","
                + "\"botCompositeTag\":\"t\",\"brandNew\":1}],\"pageCount\":2}")
        .answer(200, "{\"entities\":[{\"id\":\"b-2\"}],\"pageCount\":2}");
    List<BotSummary> bots = connector.summaries().toList();
    assertEquals(
        new BotSummary("b-1", "Orders", "d", "t", Map.of("brandNew", IntNode.valueOf(1))),
        bots.get(0));
    assertEquals("b-2", bots.get(1).id());
    assertTarget(0, "/summaries?pageNumber=1");
    assertTarget(1, "/summaries?pageNumber=2");
  }

  @Test
  void oneBotIsReadWithAllVersionsOrWithOne() {
    String bot = LIST.substring(LIST.indexOf("[") + 1, LIST.lastIndexOf("]"));
    genesys.answer(200, bot).answer(200, bot);
    assertEquals(list().chatBots().get(0), connector.bot("b/1"));
    assertEquals(list().chatBots().get(0), connector.bot("b-1", "1.0 β"));
    assertTarget(0, "/b%2F1");
    assertTarget(1, "/b-1?version=1.0%20%CE%B2");
    assertField("version", () -> connector.bot("b-1", " "));
    assertThrows(IllegalArgumentException.class, () -> connector.bot(".."));
  }

  @Test
  void theVersionsOfABotAreListed() {
    genesys.answer(
        200,
        "{\"entities\":[{\"id\":\"b-1\",\"name\":\"Orders\",\"description\":\"d\","
            + "\"botCompositeTag\":\"t\",\"version\":\"1\"}],\"pageCount\":1}");
    assertEquals(
        List.of(new BotVersionSummary("b-1", "Orders", "d", "t", "1", Map.of())),
        connector.versions("b-1").toList());
    assertTarget(0, "/b-1/versions?pageNumber=1");
  }

  @Test
  void aBotThatIsNotThereIsNotFound() {
    genesys.answer(404, "{\"code\":\"not.found\"}").answer(404, "{\"code\":\"not.found\"}");
    assertThrows(NotFoundException.class, () -> connector.bot("b-9"));
    assertThrows(NotFoundException.class, () -> connector.versions("b-9").toList());
  }

  private void assertTarget(int number, String rest) {
    assertEquals(
        "GET /api/v2/integrations/botconnector/int%2F1/bots" + rest + " HTTP/1.1",
        genesys.calls().get(number).getRequestLine());
  }

  @Test
  void anUnknownIntegrationIsNotFound() {
    genesys.answer(404, "{\"code\":\"not.found\"}");
    assertThrows(NotFoundException.class, () -> connector.putBots(list()));
  }

  @Test
  void theLimitsOfTheListAreCheckedWhereItIsBuilt() {
    BotIntent done = BotIntent.of("Done", List.of());
    ConnectorBot bot = ConnectorBot.of("b", "B", null, List.of(version(List.of(done))));
    assertField("chatBots", () -> BotList.of(Collections.nCopies(51, bot)));
    assertField("chatBots.id", () -> ConnectorBot.of("", "B", null, bot.versions()));
    assertField("chatBots.name", () -> ConnectorBot.of("b", " B", null, bot.versions()));
    assertField(
        "chatBots.description", () -> ConnectorBot.of("b", "B", "x".repeat(257), bot.versions()));
    assertField("chatBots.versions", () -> ConnectorBot.of("b", "B", null, List.of()));
    assertField("versions.intents", () -> version(Collections.nCopies(51, done)));
    assertField(
        "versions.version",
        () -> ConnectorBotVersion.of("x".repeat(101), List.of("en"), List.of()));
    assertField(
        "versions.supportedLanguages", () -> ConnectorBotVersion.of("1", List.of(), List.of()));
    assertField("intents.name", () -> BotIntent.of("x".repeat(101), List.of()));
    assertField(
        "intents.slots",
        () -> BotIntent.of("i", Collections.nCopies(51, BotSlot.of("s", ValueType.INTEGER))));
    assertField("slots.name", () -> BotSlot.of("s\n", ValueType.STRING));
  }

  private static void assertField(String field, Executable build) {
    assertEquals(field, assertThrows(InvalidFieldException.class, build, field).field());
  }
}
