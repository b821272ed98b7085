// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.SlotValue;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyRulesTest {
  private static final List<Part> SAID = List.of(new Text("bye"));

  private static Reply filled(String slot, SlotValue value) {
    return new Reply.Complete(SAID, "OrderCookie", null, Map.of(slot, value), Map.of());
  }

  private static SlotValue string(String value) {
    return new SlotValue.OfString(value);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(Reply.complete("Undeclared", new Text("bye")), "UndeclaredIntent"),
        arguments(Reply.complete("ordercookie", new Text("bye")), "UndeclaredIntent"),
        arguments(Reply.complete("Done", new Text("bye")), "UndeclaredIntent"),
        arguments(Reply.handOver("Help", "Support", new Text("bye")), "UndeclaredIntent"),
        arguments(filled("Colour", string("red")), "UndeclaredSlot"),
        arguments(filled("Size", string("12")), "SlotType"),
        arguments(filled("Size", new SlotValue.OfDecimal(BigDecimal.ONE)), "SlotType"),
        arguments(filled("Ingredients", string("flour")), "SlotType"),
        arguments(
            filled("ProductName", new SlotValue.OfCollection(List.of(string("a")))), "SlotType"),
        arguments(
            filled(
                "Ingredients", new SlotValue.OfCollection(List.of(new SlotValue.OfBoolean(true)))),
            "SlotType"),
        arguments(filled("Weight", new SlotValue.OfDecimal(new BigDecimal("1E+41"))), "SlotRange"),
        arguments(filled("Weight", new SlotValue.OfDecimal(new BigDecimal("1E-41"))), "SlotRange"),
        arguments(
            filled("Weight", new SlotValue.OfDecimal(new BigDecimal("1E+2147483647"))),
            "SlotRange"),
        arguments(
            filled("ConsumeBefore", new SlotValue.OfDuration(Duration.ofSeconds(Long.MIN_VALUE))),
            "SlotRange"),
        arguments(
            filled(
                "ConsumeBefore", new SlotValue.OfDuration(Duration.ofSeconds(1_000_000_000_000L))),
            "SlotRange"),
        arguments(
            filled("CurrentPrice", new SlotValue.OfCurrency(new BigDecimal("1E+99"), "USD")),
            "SlotRange"),
        arguments(
            new Reply.Complete(SAID, "OrderCookie", null, Map.of(), Map.of(" ", "x")),
            "BlankParameter"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aReplyThatBreaksARuleFailsWithItsCodeAndStillSaysItsText(Reply reply, String code) {
    try (Caller genesys = Caller.of(ScriptedBot.answering(reply))) {
      for (JsonNode answer : List.of(genesys.v1(), genesys.v2())) {
        assertEquals("Failed", answer.path("botState").asText());
        assertEquals(code, answer.path("errorInfo").path("errorCode").asText());
        assertTrue(answer.path("intent").isMissingNode());
        assertTrue(answer.path("slotValues").isMissingNode());
        assertTrue(answer.path("entities").isMissingNode());
      }
      assertEquals("bye", genesys.v1().at("/replymessages/0/text").asText());
      assertEquals("bye", genesys.v2().at("/replyMessages/0/text").asText());
    }
  }

  @Test
  void aHandOverIsACompleteWithItsParametersAsTexts() {
    Reply reply =
        new Reply.HandOver(
            SAID, "Escalate", "Support", 10, List.of("cookies", "english"), "wants a refund");
    JsonNode parameters =
        Caller.json(
            "{\"group\":\"Support\",\"priority\":\"10\",\"skills\":\"cookies,english\","
                + "\"summary\":\"wants a refund\"}");
    try (Caller genesys = Caller.of(ScriptedBot.answering(reply))) {
      for (JsonNode answer : List.of(genesys.v1(), genesys.v2())) {
        assertEquals("Complete", answer.path("botState").asText());
        assertEquals("Escalate", answer.path("intent").asText());
        assertEquals(parameters, answer.path("parameters"));
      }
    }
  }

  @Test
  void aVersionDeclaresItsOwnIntents() {
    try (Caller genesys = Caller.of(ScriptedBot.answering(Reply.complete("Done")))) {
      String body =
          "{\"botId\":\""
              + ScriptedBot.ID
              + "\",\"botVersion\":\"Epsilon\",\"botSessionId\":\"s\"}";
      assertEquals("Complete", genesys.v1(body).path("botState").asText());
      assertEquals("Complete", genesys.v2(body).path("botState").asText());
    }
  }
}
