// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.web.WebRequest;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a change of an integration does to conversations that are connected. */
class IntegrationEffectTest {
  private static final String OPEN = "/api/v2/conversations/messaging/integrations/open/";
  private static final String SECRET = "0123456789abcdef-secret";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final RawClient client = new RawClient(genesys);
  private final OpenIntegration integration = genesys.createOpenIntegration("Telegram", SECRET);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void whatTheApiSetsHoldsForTheNextWebhookOfAConnectedConversation() {
    try (LoopbackServer first = LoopbackServer.answering(200);
        LoopbackServer second = LoopbackServer.answering(200)) {
      integration.webhookUri(first.uri("/")).publish(MessageFlow.transferTo("Support"));
      client.say(integration, "u1", "1", "hello");
      AgentConversation desk =
          genesys.agent("O").onQueue("Support").awaitConversation(SOON).accept();
      desk.sendText("one");
      WebRequest before = first.take();

      body(
          client.patch(
              OPEN + integration.id(),
              Json.object()
                  .put("name", "Renamed")
                  .put("outboundNotificationWebhookUrl", second.uri("/new").toString())
                  .put("outboundNotificationWebhookSignatureSecretToken", "another-secret-of-24-ch")
                  .set("webhookHeaders", Json.object().put("X-Tenant", "7"))
                  .toString()),
          200);
      desk.sendText("two");

      WebRequest after = second.take();
      assertEquals(WebhookSender.signature(SECRET, before.body()), signature(before));
      assertEquals(
          WebhookSender.signature("another-secret-of-24-ch", after.body()), signature(after));
      assertEquals("/new", after.path());
      assertEquals("7", after.header("X-Tenant").orElseThrow());
      assertEquals(
          "Renamed",
          Json.read(after.body()).path("channel").path("from").path("nickname").asText());
    }
  }

  @Test
  void aDeletedIntegrationSendsNothingMore() {
    try (LoopbackServer webhook = LoopbackServer.answering(200)) {
      integration.webhookUri(webhook.uri("/")).publish(MessageFlow.transferTo("Support"));
      client.say(integration, "u1", "1", "hello");
      AgentConversation desk =
          genesys.agent("O").onQueue("Support").awaitConversation(SOON).accept();
      body(client.delete(OPEN + integration.id()), 204);
      desk.sendText("too late");
      ConversationRecord conversation =
          genesys.awaitConversation(
              c -> c.messages().stream().anyMatch(m -> m.status() == MessageStatus.FAILED), SOON);
      assertTrue(
          conversation.messages().stream()
              .anyMatch(m -> "the integration was deleted".equals(m.reason())));
      assertEquals(0, webhook.waiting());
    }
  }

  private static String signature(WebRequest request) {
    return request.header("X-Hub-Signature-256").orElseThrow();
  }
}
