// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Slot;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.botconnector.BotConnector;
import io.botflow.genesys.error.GenesysException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BotListPublisherTest {
  private static final String PATH = "/api/v2/integrations/botconnector/i-1/bots";

  private static final Bot STOCK =
      new ScriptedBot(
          new BotDescription(
              "b-1",
              "Stock",
              "BotFlow",
              "",
              List.of(
                  new BotVersion(
                      "Delta",
                      List.of("en-US", "es"),
                      List.of(
                          Intent.of("Check Stock", Slot.of("Slot1", Slot.Type.STRING)),
                          Intent.of("Escalate", Slot.of("va_AgentMessage", Slot.Type.STRING)))))),
          turn -> Reply.awaitMore());

  /** What the contract's example registers. */
  private static final String LIST =
      """
      {"chatBots":[{"id":"b-1","name":"Stock","versions":[{"version":"Delta","supportedLanguages":["en-us","es"],
       "intents":[{"name":"Check Stock","slots":{"Slot1":{"name":"Slot1","type":"String"}}},
                  {"name":"Escalate","slots":{"va_AgentMessage":{"name":"va_AgentMessage","type":"String"}}}]}]}]}
      """;

  /** The same list as Genesys Cloud may give it back. */
  private static final String SAME =
      """
      {"chatBots":[{"id":"b-1","name":"Stock","description":"","botCompositeTag":"t","selfUri":"/x","new":1,
       "versions":[{"version":"Delta","supportedLanguages":["es","en-US"],
       "intents":[{"name":"Escalate","slots":{"va_AgentMessage":{"name":"va_AgentMessage","type":"string"}}},
                  {"name":"Check Stock","slots":{"Slot1":{"name":"Slot1","type":"STRING"}}}]}]}]}
      """;

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private boolean publish() {
    URI uri = server.url("").uri();
    URI base = URI.create(uri.getScheme() + "://" + uri.getAuthority());
    try (GenesysCloud genesys =
        GenesysCloud.builder(Region.at(base, base))
            .accessTokens(AccessTokenProvider.fixed("token"))
            .build()) {
      BotConnector integration = genesys.botConnector("i-1");
      return BotListPublisher.publish(integration, List.of(STOCK));
    }
  }

  private void answer(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  private void assertPut() throws InterruptedException {
    RecordedRequest get = server.takeRequest();
    assertEquals("GET " + PATH, get.getMethod() + " " + get.getTarget());
    RecordedRequest put = server.takeRequest();
    assertEquals("PUT " + PATH, put.getMethod() + " " + put.getTarget());
    assertEquals(Caller.json(LIST), Caller.json(String.valueOf(put.getBody().utf8())));
  }

  @Test
  void theSameListIsNotPutAgain() throws InterruptedException {
    answer(200, SAME);
    assertFalse(publish());
    assertEquals("GET", server.takeRequest().getMethod());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void anEmptyListIsReplaced() throws InterruptedException {
    answer(200, "{\"chatBots\":[]}");
    server.enqueue(new MockResponse.Builder().code(204).build());
    assertTrue(publish());
    assertPut();
  }

  @Test
  void anIntegrationWithoutAListGetsOne() throws InterruptedException {
    answer(404, "{\"code\":\"not.found\",\"message\":\"no list\",\"status\":404}");
    server.enqueue(new MockResponse.Builder().code(204).build());
    assertTrue(publish());
    assertPut();
  }

  @Test
  void aListThatDiffersAnywhereIsReplaced() throws InterruptedException {
    List<String> others =
        List.of(
            SAME.replace("\"name\":\"Stock\"", "\"name\":\"Shares\""),
            SAME.replace("\"description\":\"\"", "\"description\":\"x\""),
            SAME.replace("\"Delta\"", "\"delta\""),
            SAME.replace("\"es\",", ""),
            SAME.replace("\"Check Stock\"", "\"Check\""),
            SAME.replace("\"STRING\"", "\"Integer\""),
            SAME.replace("\"id\":\"b-1\"", "\"id\":\"b-2\""));
    for (String other : others) {
      answer(200, other);
      server.enqueue(new MockResponse.Builder().code(204).build());
      assertTrue(publish(), other);
      assertPut();
    }
  }

  @Test
  void aRefusalIsTheCallersToHandle() {
    answer(200, "{\"chatBots\":[]}");
    answer(403, "{\"code\":\"missing.permissions\",\"message\":\"no\",\"status\":403}");
    assertThrows(GenesysException.class, this::publish);
  }
}
