// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.message.Choice;
import io.botflow.connector.message.Choices;
import io.botflow.connector.message.Text;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.botconnector.dialog.BotState;
import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.botconnector.v2.Bot;
import io.botflow.genesys.botconnector.v2.BotSessionAddress;
import io.botflow.genesys.botconnector.v2.BotSummary;
import io.botflow.genesys.botconnector.v2.OutgoingMessage;
import io.botflow.genesys.botconnector.v2.OutgoingResult;
import io.botflow.genesys.error.NotFoundException;
import io.botflow.genesys.error.PermissionException;
import io.botflow.genesys.textbots.TextBotAnswer;
import io.botflow.genesys.textbots.TextBotTurn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Our client's calls of the Bot Connector, which reach the real endpoint through the platform. */
class ClientCallsTest {
  private static final String ID = "parcel-bot";

  private final OperatorBot bot =
      new OperatorBot(
          ID,
          turn ->
              turn.first()
                  ? Reply.awaitMore(
                      new Choices(
                          "Which " + turn.variables().get("kind") + "?",
                          List.of(Choice.of("The first", "first"))))
                  : new Reply.Complete(
                      List.of(new Text("Found.")),
                      OperatorBot.DONE,
                      null,
                      Map.of("parcel", new SlotValue.OfString(turn.text())),
                      Map.of()));

  @AutoClose private final DialogueRoute route = new DialogueRoute(bot);

  @Test
  void theBotsOfVersion2AreThoseThatTheEndpointServes() {
    var connector = route.genesys.digitalBotConnector();
    String integration = route.digital.id();
    Bot whole = connector.bots(integration).findFirst().orElseThrow();
    assertEquals("BotFlow", whole.provider());
    assertEquals(whole, connector.bot(integration, ID));
    BotSummary summary = connector.summaries(integration).findFirst().orElseThrow();
    assertEquals(
        List.of("1", "2"), summary.versions().stream().map(version -> version.version()).toList());
    Bot second = connector.bot(integration, ID, "2");
    assertEquals(1, second.versions().size());
    assertThrows(NotFoundException.class, () -> connector.bot(integration, "nobody"));
    assertThrows(NotFoundException.class, () -> connector.bot(integration, ID, "3"));
  }

  @Test
  void aTextBotTalksWithoutAFlow() {
    TextBotAnswer first = execute(InputMessage.text("where is it?"));
    assertEquals(BotState.MORE_DATA, first.botState());
    assertEquals("Which parcel?", first.replyMessages().get(0).text());
    TextBotAnswer second = execute(InputMessage.text("4711"));
    assertEquals(BotState.COMPLETE, second.botState());
    assertEquals(OperatorBot.DONE, second.intentName());
    assertEquals(Map.of("parcel", "4711"), second.slots());
    assertEquals("Found.", second.replyMessages().get(0).text());
    assertEquals(0, route.cloud.conversations().size());
  }

  private TextBotAnswer execute(InputMessage message) {
    return route
        .genesys
        .textBots()
        .execute(
            TextBotTurn.builder(route.classic.id(), ID, "session-1", message)
                .version("1")
                .languageCode("en-us")
                .parameter("kind", "parcel")
                .build());
  }

  @Test
  void anOutgoingMessageNeedsThePermissionToSend() {
    route.digital(ID).say("hello");
    route.awaitLine("Which null?");
    BotSessionAddress session = new BotSessionAddress(ID, "1", bot.turn().sessionId(), "en-us");
    OutgoingMessage message =
        OutgoingMessage.replies(session, List.of(ReplyMessage.text("by the way")));
    try (GenesysCloud limited = route.limited("integration:botconnector:view")) {
      assertEquals(1, limited.digitalBotConnector().bots(route.digital.id()).count());
      assertThrows(PermissionException.class, () -> limited.digitalBotConnector().send(message));
    }
    assertInstanceOf(OutgoingResult.Sent.class, route.genesys.digitalBotConnector().send(message));
    route.awaitLine("by the way");
  }
}
