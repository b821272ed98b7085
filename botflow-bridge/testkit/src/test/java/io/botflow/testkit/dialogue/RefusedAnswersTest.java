// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.bot.AnswerResult;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What Genesys Cloud does not take comes back to the bot as a reason of its own. */
class RefusedAnswersTest {
  private static final String ID = "parcel-bot";
  private static final String OTHER = "other-bot";

  private final OperatorBot bot = OperatorBot.echo(ID);
  private final OperatorBot other = OperatorBot.echo(OTHER);
  @AutoClose private final DialogueRoute route = new DialogueRoute(bot, other).digital(ID);

  /** A turn that the flow asked for. */
  private Turn asked() {
    route.say("hello");
    route.awaitLine("echo hello");
    return bot.turn();
  }

  private static AnswerResult say(Turn turn) {
    return turn.answers().say(new Text("by the way"));
  }

  private void assertRefused(AnswerResult.Reason reason, String code, AnswerResult result) {
    AnswerResult.Refused refused = assertInstanceOf(AnswerResult.Refused.class, result);
    assertEquals(reason, refused.reason());
    assertEquals(code, refused.detail());
    assertTrue(route.lines().stream().noneMatch("by the way"::equals));
  }

  @Test
  void anIntegrationThatIsSwitchedOff() {
    Turn turn = asked();
    route.digital.active(false);
    assertRefused(AnswerResult.Reason.INTEGRATION_NOT_ACTIVE, "integration.not.active", say(turn));
  }

  @Test
  void aSessionThatIsOver() {
    Turn turn = asked();
    route.genesys.conversations().disconnect(turn.conversationId());
    route.awaitEnd();
    assertRefused(AnswerResult.Reason.SESSION_CLOSED, "session.already.closed", say(turn));
  }

  @Test
  void aSessionThatIsNotKnown() {
    asked();
    route.askBesideTheFlow(ID, "1", "no-session");
    assertRefused(AnswerResult.Reason.SESSION_NOT_FOUND, "session.not.found", say(bot.turn()));
  }

  @Test
  void aSessionOfAnotherBot() {
    Turn turn = asked();
    route.askBesideTheFlow(OTHER, "1", turn.sessionId());
    assertRefused(AnswerResult.Reason.BOT_MISMATCH, "session.bot.id.mismatch", say(other.turn()));
  }

  @Test
  void aSessionOfAnotherVersion() {
    Turn turn = asked();
    route.askBesideTheFlow(ID, "2", turn.sessionId());
    assertRefused(
        AnswerResult.Reason.VERSION_MISMATCH, "session.bot.version.mismatch", say(bot.turn()));
  }

  @Test
  void aCallThatBreaksMayHaveBeenTakenAndIsNotMadeAgainByItself() {
    Turn turn = asked();
    route.cloud.faults().nextBotConnector(503, 1);
    assertInstanceOf(AnswerResult.Unknown.class, say(turn));
    assertInstanceOf(AnswerResult.Delivered.class, say(turn));
    assertEquals(1, route.lines().stream().filter("by the way"::equals).count());
  }

  @Test
  void aRefusalThatIsNotDocumented() {
    Turn turn = asked();
    route.cloud.faults().nextBotConnector(409, 1);
    assertRefused(AnswerResult.Reason.REFUSED, "409 conflict", say(turn));
  }
}
