// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How integrations come and go, and the switches of that. */
class IntegrationLifecycleTest {
  private static final String OPEN = "/api/v2/conversations/messaging/integrations/open";
  private static final String SECRET = "0123456789abcdef-secret";
  private static final String COMPLETE =
      "{'name':'Viber','outboundNotificationWebhookUrl':'https://a.example/b',"
          + "'outboundNotificationWebhookSignatureSecretToken':'"
          + SECRET
          + "'}";

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder()
          .clock(clock)
          .noRateLimit()
          .configurationApi(
              ConfigurationApiSettings.defaults().deletionDelay(Duration.ofMinutes(3)))
          .start();
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void aCreatedIntegrationIsInitiatedFirstAndCompletedAfterAWhile() {
    ObjectNode created = (ObjectNode) body(client.post(OPEN, quoted(COMPLETE)), 200);
    String id = created.path("id").asText();
    assertEquals("Initiated", created.path("createStatus").asText());
    assertFalse(created.has("recipient"), "the platform makes it when it completes");
    assertEquals(created, body(client.get(OPEN + "/" + id), 200), "while it is initiated");
    assertEquals(404, say(id), "while it is initiated");

    clock.advance(Duration.ofSeconds(1));

    ObjectNode complete = (ObjectNode) body(client.get(OPEN + "/" + id), 200);
    assertEquals("Completed", complete.path("createStatus").asText());
    assertEquals("active", complete.path("status").asText());
    assertEquals(200, say(id));
    assertEquals(List.of(id), genesys.integrations().stream().map(OpenIntegration::id).toList());
  }

  @Test
  void aDeletedIntegrationIsShownForAWhileButTakesNothing() {
    OpenIntegration integration = genesys.createOpenIntegration("Telegram", SECRET);
    String one = OPEN + "/" + integration.id();

    assertEquals("", client.delete(one).body());

    assertEquals("deleting", body(client.get(one), 200).path("status").asText());
    assertEquals(404, say(integration.id()));
    assertEquals("conflict", body(client.delete(one), 409).path("code").asText());
    body(client.patch(one, quoted("{'name':'x'}")), 409);

    clock.advance(Duration.ofMinutes(3));

    assertEquals("not.found", body(client.get(one), 404).path("code").asText());
    body(client.delete(one), 404);
    assertTrue(body(client.get(OPEN), 200).path("entities").isEmpty());
    assertTrue(genesys.integrations().isEmpty());
  }

  @Test
  void aCreationThatFailsSaysWhy() {
    genesys.faults().nextCreations(400, 1);
    String one = OPEN + "/" + body(client.post(OPEN, quoted(COMPLETE)), 200).path("id").asText();
    assertEquals("Initiated", body(client.get(one), 200).path("createStatus").asText());

    clock.advance(Duration.ofSeconds(1));

    JsonNode failed = body(client.get(one), 200);
    assertEquals("Error", failed.path("createStatus").asText());
    assertEquals(400, failed.path("createError").path("status").asInt());
    assertEquals("bad.request", failed.path("createError").path("code").asText());
    body(client.post(OPEN, quoted(COMPLETE)), 200);
    assertEquals(1, body(client.get(OPEN), 200).findValues("createError").size());
  }

  @Test
  void anUndocumentedRefusalCanBeScripted() {
    OpenIntegration integration = genesys.createOpenIntegration("Telegram", SECRET);
    genesys.faults().nextConfiguration(412, 1);
    String one = OPEN + "/" + integration.id();
    assertEquals("precondition.failed", body(client.delete(one), 412).path("code").asText());
    body(client.delete(one), 204);
  }

  @Test
  void secretsCanBeHiddenAndWebhooksHeldToThePlatformsPort() {
    try (GenesysCloudSimulator strict =
        GenesysCloudSimulator.builder()
            .configurationApi(
                ConfigurationApiSettings.defaults()
                    .secretsShown(false)
                    .webhooksOnPort443Only(true)
                    .creationDelay(Duration.ZERO))
            .start()) {
      RawClient raw = new RawClient(strict);
      JsonNode created = body(raw.post(OPEN, quoted(COMPLETE)), 200);
      assertEquals("Initiated", created.path("createStatus").asText());
      String one = OPEN + "/" + created.path("id").asText();
      JsonNode read = body(raw.get(one), 200);
      assertEquals("Completed", read.path("createStatus").asText());
      assertFalse(read.toString().contains(SECRET));
      for (String url : List.of("http://a.example/b", "https://a.example:8443/b")) {
        String sent = quoted(COMPLETE).replace("https://a.example/b", url);
        String message = body(raw.post(OPEN, sent), 400).path("message").asText();
        assertTrue(message.contains("https URL on port 443"), message);
      }
      body(raw.post(OPEN, quoted(COMPLETE).replace("a.example/b", "a.example:443/b")), 200);
    }
  }

  private int say(String integrationId) {
    String message = RawClient.message("u1", "m1").put("text", "hi").toString();
    return client
        .post("/api/v2/conversations/messages/" + integrationId + "/inbound/open/message", message)
        .statusCode();
  }
}
