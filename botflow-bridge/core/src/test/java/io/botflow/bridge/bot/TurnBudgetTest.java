// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class TurnBudgetTest {
  private static final String WORDS = "my card number is 4111";

  static Stream<Arguments> misbehaving() {
    return Stream.of(
        misbehaving(
            "BotException",
            turn -> {
              throw new IllegalStateException(turn.text(), new RuntimeException(turn.text()));
            }),
        misbehaving(
            "BotException",
            turn -> {
              throw new StackOverflowError(turn.text());
            }),
        misbehaving("NullReply", turn -> null));
  }

  private static Arguments misbehaving(String code, Function<Turn, Reply> script) {
    return arguments(code, script);
  }

  @ParameterizedTest
  @MethodSource("misbehaving")
  void aBotThatMisbehavesFailsTheTurnAndNoWordOfTheCustomerIsLogged(
      String code, Function<Turn, Reply> script) {
    String body =
        "{\"botId\":\""
            + ScriptedBot.ID
            + "\",\"genesysConversationId\":\"c-77\",\"inputMessage\":{\"text\":\""
            + WORDS
            + "\"}}";
    PrintStream before = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try (Caller genesys = Caller.of(ScriptedBot.answering(script))) {
      for (JsonNode answer : List.of(genesys.v1(body), genesys.v2(body))) {
        assertEquals("Failed", answer.path("botState").asText());
        assertEquals(code, answer.path("errorInfo").path("errorCode").asText());
        assertFalse(answer.toString().contains("4111"), answer.toString());
      }
      genesys.v1(body + "x");
    } finally {
      System.setErr(before);
    }
    String log = logged.toString(StandardCharsets.UTF_8);
    assertTrue(log.contains("c-77"), log);
    assertTrue(log.contains("7f7b1a51-0000-4000-8000-000000000001"), log);
    assertTrue(log.contains(code), log);
    assertFalse(log.contains("4111"), log);
  }

  @Test
  void aLateBotIsInterruptedAndTheTurnFailsInTime() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(2);
    ScriptedBot bot =
        ScriptedBot.answering(
            turn -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return Reply.awaitMore();
            });
    BotConnectorSettings settings = Caller.settings().turnBudget(Duration.ofMillis(500)).build();
    try (Caller genesys = Caller.with(settings, b -> b, bot)) {
      for (JsonNode answer : List.of(genesys.v1(), genesys.v2())) {
        assertEquals("Failed", answer.path("botState").asText());
        assertEquals("BotTimeout", answer.path("errorInfo").path("errorCode").asText());
      }
      assertTrue(interrupted.await(10, TimeUnit.SECONDS));
      assertEquals(Caller.NOW.plusMillis(500), bot.turns.remove().deadline());
    }
  }

  @Test
  void aFullExecutorFailsTheTurn() {
    try (Caller genesys =
        Caller.with(
            builder ->
                builder.executor(
                    task -> {
                      throw new RejectedExecutionException();
                    }),
            ScriptedBot.answering(Reply.awaitMore()))) {
      assertEquals("BotBusy", genesys.v2().at("/errorInfo/errorCode").asText());
    }
  }

  @Test
  void aClosedEndpointTakesNoTurns() {
    Caller genesys = Caller.of(ScriptedBot.answering(Reply.awaitMore()));
    genesys.close();
    assertEquals("BotBusy", genesys.v1().at("/errorInfo/errorCode").asText());
  }

  @Test
  void anInterruptOfTheHostEndsTheTurnAndIsKept() {
    ScriptedBot bot =
        ScriptedBot.answering(
            turn -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Reply.awaitMore();
            });
    try (Caller genesys = Caller.of(bot)) {
      Thread.currentThread().interrupt();
      JsonNode answer = genesys.v2();
      assertTrue(Thread.interrupted());
      assertEquals("InternalError", answer.at("/errorInfo/errorCode").asText());
    }
  }

  @Test
  void aListenerThatThrowsCostsNobodyTheAnswer() {
    BotConnectorSettings settings = Caller.settings().build();
    try (BotConnectorEndpoint endpoint =
        BotConnectorEndpoint.builder(List.of(ScriptedBot.answering(Reply.awaitMore())), settings)
            .listener(
                event -> {
                  throw new IllegalStateException("listener");
                })
            .build()) {
      var request =
          io.botflow.connector.web.WebRequest.builder("POST", Caller.V1)
              .header("Authorization", Caller.SECRET)
              .body("{\"botId\":\"Cookie Shop\",\"botSessionId\":\"s\"}")
              .build();
      assertEquals(
          "MoreData",
          Caller.ok(endpoint.handlers().get(Caller.V1).handle(request)).path("botState").asText());
    }
  }
}
