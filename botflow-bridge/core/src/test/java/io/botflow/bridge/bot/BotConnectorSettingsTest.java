// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.Reply;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BotConnectorSettingsTest {
  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("header", b -> b.header("", "x")),
        wrong("header", b -> b.header("two words", "x")),
        wrong("header", b -> b.header("X-Key", "")),
        wrong("header", b -> b.header("X-Key", " x")),
        wrong("header", b -> b.header("X-Key", "x\r\nY: z")),
        wrong("v1Path", b -> b.v1Path("utterance")),
        wrong("v1Path", b -> b.v1Path("/utterance/")),
        wrong("v1Path", b -> b.v1Path("/utterance?x=1")),
        wrong("v1Path", b -> b.v1Path("/bot/v2/messages")),
        wrong("v1Path", b -> b.v1Path("/bot/v2/bots")),
        wrong("v1Path", b -> b.v1Path("/bot/v2/bots/7")),
        wrong("v2Path", b -> b.v2Path("bot")),
        wrong("turnBudget", b -> b.turnBudget(Duration.ZERO)),
        wrong("turnBudget", b -> b.turnBudget(Duration.ofSeconds(-1))),
        wrong("turnBudget", b -> b.turnBudget(Duration.ofSeconds(61))));
  }

  private static Arguments wrong(
      String setting, UnaryOperator<BotConnectorSettingsBuilder> change) {
    return arguments(setting, change);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongSettingIsRefusedByName(
      String setting, UnaryOperator<BotConnectorSettingsBuilder> change) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> change.apply(Caller.settings()).build());
    assertTrue(String.valueOf(refused.getMessage()).startsWith(setting), refused.getMessage());
  }

  @Test
  void withoutASecretNothingIsBuilt() {
    BotConnectorSettingsBuilder builder = BotConnectorSettings.builder();
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertTrue(String.valueOf(refused.getMessage()).startsWith("header"), refused.getMessage());
  }

  @Test
  void pathsAreServedAsSet() {
    BotConnectorSettings settings =
        Caller.settings().v1Path("/v1").v2Path("/").turnBudget(Duration.ofSeconds(60)).build();
    Bot bot = ScriptedBot.answering(Reply.awaitMore());
    try (BotConnectorEndpoint endpoint =
        BotConnectorEndpoint.builder(List.of(bot), settings).build()) {
      assertEquals(Set.of("/v1", "/"), endpoint.handlers().keySet());
    }
    try (Caller genesys = Caller.with(settings, b -> b, bot)) {
      assertEquals(200, genesys.call("GET", "/bots", "").status());
      assertEquals("Failed", Caller.ok(genesys.call("POST", "/v1", "")).path("botState").asText());
    }
  }

  @Test
  void theBotsAreOneToFiftyWithIdsOfTheirOwn() {
    BotConnectorSettings settings = Caller.settings().build();
    Bot bot = ScriptedBot.answering(Reply.awaitMore());
    for (List<Bot> bots :
        List.of(List.<Bot>of(), List.of(bot, bot), Collections.nCopies(51, bot))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> BotConnectorEndpoint.builder(bots, settings).build());
    }
  }
}
