// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.web.WebRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  private static final List<String> PATHS =
      List.of(
          "POST " + Caller.V1,
          "GET " + Caller.V1,
          "POST " + Caller.V2,
          "GET /bot/v2/bots",
          "GET /bot/v2/bots/" + ScriptedBot.ID,
          "GET /bot/v2/bots/unknown",
          "GET /bot/v2/unknown");

  private static BotConnectorSettings settings() {
    return BotConnectorSettings.builder()
        .header("Authorization", "Bearer old")
        .header("authorization", "Bearer new")
        .header("GENESYS_CONNECTION_SECRET", "s3")
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | - | - | false",
        "Bearer old | GENESYS_CONNECTION_SECRET | s3 | true",
        "Bearer new | GENESYS_CONNECTION_SECRET | s3 | true",
        "Bearer new | genesys_connection_secret | s3 | true",
        "Bearer new | Genesys_Connection_Secret | s3 | true",
        "Bearer new | - | - | false",
        "- | GENESYS_CONNECTION_SECRET | s3 | false",
        "Bearer wrong | GENESYS_CONNECTION_SECRET | s3 | false",
        "Bearer new | GENESYS_CONNECTION_SECRET | s | false",
        "Bearer new | GENESYS_CONNECTION_SECRET | s33 | false",
        "Bearer new | GENESYS_CONNECTION_SECRET | S3 | false",
        "bearer new | GENESYS_CONNECTION_SECRET | s3 | false",
        "'' | GENESYS_CONNECTION_SECRET | s3 | false",
      })
  void everyHeaderMustCarryOneOfItsValues(
      String authorization, String name, String value, boolean accepted) {
    WebRequest.Builder request =
        WebRequest.builder("POST", Caller.V1).header("AUTHORIZATION", authorization);
    if (name != null) {
      request.header(name, value);
    }
    assertEquals(accepted, settings().secrets().accepts(request.build()));
  }

  @Test
  void aHeaderThatAProxyRepeatedCountsByAnyOfItsValues() {
    WebRequest request =
        WebRequest.builder("POST", Caller.V1)
            .header("Authorization", "Basic proxy")
            .header("Authorization", "Bearer new")
            .header("GENESYS_CONNECTION_SECRET", "s3")
            .build();
    assertTrue(settings().secrets().accepts(request));
  }

  @Test
  void withoutTheSecretEveryPathIsForbiddenAndNothingIsAsked() {
    ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore());
    try (Caller genesys = Caller.of(bot)) {
      for (String path : PATHS) {
        String[] parts = path.split(" ", 2);
        for (String secret : new String[] {null, "", "Bearer wrong", Caller.SECRET + " "}) {
          WebRequest request =
              WebRequest.builder(parts[0], parts[1])
                  .header("Authorization", secret)
                  .body("{\"botId\":\"" + ScriptedBot.ID + "\",\"botSessionId\":\"s\"}")
                  .build();
          assertEquals(403, genesys.send(request).status(), path);
          assertEquals("", Caller.text(genesys.send(request)));
        }
      }
      assertTrue(bot.turns.isEmpty());
      assertTrue(
          genesys.events.stream()
              .allMatch(e -> e instanceof BridgeEvent.Refused refused && refused.status() == 403));
      assertEquals(PATHS.size() * 4 * 2, genesys.events.size());
    }
  }

  @Test
  void noSecretIsShown() {
    String shown = settings().toString() + settings().secrets();
    assertTrue(shown.contains("Authorization=***"), shown);
    assertFalse(shown.contains("Bearer"), shown);
    assertFalse(shown.contains("s3"), shown);
  }
}
