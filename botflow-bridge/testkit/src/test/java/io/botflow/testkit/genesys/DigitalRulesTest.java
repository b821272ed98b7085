// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.DigitalBot.says;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a version 2 flow does at the edges of its protocol. */
class DigitalRulesTest {
  @AutoClose private final DigitalBot bot = new DigitalBot(BotConnectorApiSettings.defaults());

  @Test
  void eachTurnHasAMessageIdOfItsOwnInOneSession() {
    bot.publish(bot.flow());
    JsonNode first = bot.turn("1", "one");
    JsonNode second = bot.turn("2", "two");
    assertNotEquals(first.path("messageId"), second.path("messageId"));
    assertEquals(first.path("botSessionId"), second.path("botSessionId"));
    assertEquals("one", bot.heard());
    assertEquals("two", bot.heard());
  }

  @Test
  void sessionVariablesComeWithTheFirstTurnOfAnEntryAlone() {
    bot.publish(bot.flow().sessionVariables(Map.of("tier", "gold")));
    assertEquals("gold", bot.turn("1", "one").at("/parameters/tier").asText());
    assertTrue(bot.turn("2", "two").path("parameters").isMissingNode());
  }

  @Test
  void aFlowKeepsTheListThatItWasPublishedWith() {
    bot.publish(bot.flow());
    String renamed = DigitalBot.BOTS.replace("\"done\"", "\"finished\"");
    bot.server.next(WebResponse.json(200, quoted("{'botState':'Complete','intent':'done'}")));
    bot.turn("1", "one");
    bot.awaitIn("Done");
    bot.server.next(WebResponse.json(200, renamed));
    bot.publish(MessageFlow.callDigitalBotConnector(bot.connector, "b-1", "Delta"));
    bot.server.next(WebResponse.json(200, quoted("{'botState':'Complete','intent':'done'}")));
    bot.client.say(bot.integration, "u2", "1", "one");
    bot.awaitIn("Fallback");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'botState':'Complete','intent':'done'} | Done",
        "{'botState':'Failed'} | Fallback",
        "{'botState':'Complete','intent':'refund'} | Fallback"
      })
  void anAnswerThatEndsTheDialogueClosesTheSession(String answer, String queue) {
    bot.publish(bot.flow());
    bot.server.next(WebResponse.json(200, quoted(answer)));
    String session = bot.turn("1", "one").path("botSessionId").asText();
    bot.awaitIn(queue);
    refusal(bot.send(says(session, "x")), 409, "session.already.closed");
    assertEquals(0, bot.webhook.waiting());
  }

  @Test
  void aCustomerWhoDoesNotGoOnTakesTheFailurePathAndAnOutgoingMessageIsNoCustomer() {
    String session = bot.publish(bot.flow().followUpTimeout(Duration.ofMillis(300))).begin();
    while (bot.send(says(session, "are you there?")).statusCode() == 200) {
      assertEquals("are you there?", bot.heard());
    }
    bot.awaitIn("Fallback");
    assertTrue(bot.flowNote().endsWith("the customer did not go on in time"), bot.flowNote());
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1S"})
  void aTimeoutThatIsNotPositiveIsAnError(Duration value) {
    assertNotPublished(bot.flow().followUpTimeout(value), "followUpTimeout");
    assertNotPublished(bot.flow().responseTimeout(value), "responseTimeout");
    assertNotPublished(bot.flow().sessionTimeout(value), "sessionTimeout");
  }

  private void assertNotPublished(MessageFlow.Builder flow, String setting) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> bot.integration.publish(flow.build()));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(setting + " "));
  }

  @Test
  void theDefaultsAreThoseThatTheDocumentationDeclares() {
    MessageFlow.Builder flow = bot.flow().build().settings();
    assertEquals(Duration.ofSeconds(30), flow.responseTimeout);
    assertEquals(2, flow.retries);
    assertEquals(Duration.ofMillis(250), flow.retryDelay);
    assertEquals(Duration.ofHours(6), flow.followUpTimeout);
    assertEquals(Duration.ofHours(12), flow.sessionTimeout);
    assertEquals(0, flow.sameIntentLimit);
  }
}
