// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatchAllTest {
  private static final String PATH = "/api/v2/conversations/messages/inbound/open";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder()
          .conversationApi(ConversationApiSettings.defaults().receiptsToWebhook(true))
          .start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final OpenIntegration integration =
      genesys
          .createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret")
          .publish(MessageFlow.transferTo("Support"));
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    webhook.close();
    genesys.close();
  }

  private String message(String type, String more) {
    return """
        {"type":"%s","channel":{"messageId":"1","platform":"Open","type":"Private",
          "to":{"id":"%s"},"from":{"id":"u1","idType":"Opaque"},"time":"%s"}%s}
        """
        .formatted(type, integration.id(), RawClient.TIME, more);
  }

  @Test
  void aTextIsTakenLikeThatOfTheNewEndpoint() {
    JsonNode answer =
        body(
            client.post(PATH, message("Text", ",\"direction\":\"Inbound\",\"text\":\"hello\"")),
            200);
    assertEquals("Text", answer.path("type").asText());
    assertEquals("Inbound", answer.path("direction").asText());
    assertEquals("hello", answer.path("text").asText());
    assertEquals(integration.id(), answer.at("/channel/to/id").asText());
    ConversationRecord record = genesys.conversations().get(0);
    assertTrue(record.messages().get(0).says("hello"));
    String again = client.say(integration, "u1", "2", "more").path("conversationId").asText();
    assertEquals(record.id(), again, "both endpoints have the same conversations");
  }

  @Test
  void aReceiptReachesTheMessageItIsAbout() {
    client.say(integration, "u1", "1", "hello");
    AgentConversation desk =
        genesys.agent("Olena").onQueue("Support").awaitConversation(SOON).accept();
    String id = desk.sendText("Hi").id();
    JsonNode answer =
        body(
            client.post(
                PATH, message("Receipt", ",\"id\":\"" + id + "\",\"status\":\"Delivered\"")),
            200);
    assertEquals("Receipt", answer.path("type").asText());
    assertEquals("Delivered", answer.path("status").asText());
    assertEquals(MessageStatus.DELIVERED, desk.transcript().get(1).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Event||invalid.value|Text, Receipt",
        "Text||bad.request|anyOf",
        "Text|,\"text\":\"a\",\"direction\":\"Up\"|invalid.value|Outbound",
        "Text|,\"content\":[{\"attachment\":{}}]|bad.request|contentType",
        "Text|,\"content\":[{\"contentType\":\"Card\"}]|invalid.value|Attachment",
        "Text|,\"content\":[{\"contentType\":\"Attachment\"}]|bad.request|attachment",
        "Receipt|,\"status\":\"Delivered\"|bad.request|id",
        "Receipt|,\"id\":\"1\",\"status\":\"Lost\"|invalid.value|Published",
      })
  void aBrokenBodyIsRefused(
      String type, @javax.annotation.Nullable String more, String code, String named) {
    String why = refusal(client.post(PATH, message(type, more == null ? "" : more)), 400, code);
    assertTrue(why.contains(named), why);
  }

  @Test
  void theIntegrationMustBeNamedAndKnown() {
    String known = message("Text", ",\"text\":\"a\"");
    refusal(client.post(PATH, known.replace(integration.id(), Ids.uuid())), 404, "not.found");
    refusal(client.post(PATH, known.replace("\"to\"", "\"too\"")), 400, "bad.request");
  }

  @Test
  void itCanBeGone() {
    try (GenesysCloudSimulator later =
        GenesysCloudSimulator.builder()
            .conversationApi(ConversationApiSettings.defaults().catchAllInbound(false))
            .start()) {
      refusal(new RawClient(later).post(PATH, message("Text", "")), 404, "not.found");
    }
  }

  @Test
  void aPublishedReceiptFollowsEachAcceptedMessageWhenSwitchedOn() {
    JsonNode accepted = client.say(integration, "u1", "1", "hello");
    client.say(integration, "u1", "1", "hello");
    byte[] bytes = webhook.take().body();
    JsonNode receipt = Json.read(bytes);
    assertEquals(accepted.path("id"), receipt.path("id"));
    assertEquals("Receipt", receipt.path("type").asText());
    assertEquals("Published", receipt.path("status").asText());
    assertEquals("Inbound", receipt.path("direction").asText());
    assertEquals(accepted.path("conversationId"), receipt.path("conversationId"));
    assertEquals(0, webhook.waiting(), "a repeated message is not published twice");
    assertEquals(List.of(), OutboundSchema.orSkip().violations(bytes));
  }
}
