// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.messenger.ReceivedWebhook;
import io.botflow.connector.messenger.Update;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the table {@code inbound-cases.json}: each update of Telegram's and what we make of it. */
class InboundTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TelegramAdapter adapter = BotServer.offline().build();

  @TestFactory
  List<DynamicTest> eachUpdateIsReadAsTheTableSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row : cases()) {
      tests.add(DynamicTest.dynamicTest(row.path("name").asText(), () -> check(row)));
    }
    return tests;
  }

  private void check(JsonNode row) throws IOException {
    ReceivedWebhook received =
        adapter.receive(BotServer.webhook(JSON.writeValueAsString(row.path("update"))));
    if (row.has("ignored")) {
      assertEquals(List.of(row.path("ignored").asText()), received.ignored());
      assertEquals(List.of(), received.updates());
      return;
    }
    assertEquals(List.of(), received.ignored());
    String stored = MessageJson.write(received.updates().get(0));
    assertEquals(row.path("expected"), JSON.readTree(stored));
    assertEquals(received.updates().get(0), MessageJson.read(stored, Update.class));
  }

  @Test
  void noDamageToAnUpdateRaisesAnException() throws IOException {
    UpdateReader reader = new UpdateReader("4242", Clock.systemUTC(), Formatting.PLAIN);
    Random random = new Random(20261122);
    List<JsonNode> updates = new ArrayList<>();
    cases().forEach(row -> updates.add(row.path("update")));
    int understood = 0;
    for (int i = 0; i < 40_000; i++) {
      JsonNode damaged = updates.get(i % updates.size()).deepCopy();
      Damage.to(damaged, random);
      Reading reading = reader.read(damaged);
      if (reading instanceof Reading.Ignored ignored) {
        assertTrue(!ignored.reason().contains("the reader failed"), () -> ignored + ": " + damaged);
      } else {
        understood++;
      }
    }
    assertTrue(understood > 10_000, "the damage leaves too little to read: " + understood);
  }

  private static JsonNode cases() throws IOException {
    try (InputStream in = InboundTest.class.getResourceAsStream("/inbound-cases.json")) {
      JsonNode cases = JSON.readTree(Objects.requireNonNull(in));
      assertTrue(cases.size() > 30, "the table is missing rows");
      return cases;
    }
  }
}
