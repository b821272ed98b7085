// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentlessTest {
  private static final String PATH = "/api/v2/conversations/messages/agentless";

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().clock(clock).start();
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

  private String order(String more) {
    return Json.text(
            Json.object()
                .put("toAddressMessengerType", "open")
                .put("fromAddress", integration.id())
                .put("toAddress", "u1")
                .put("textBody", "Your order is ready"))
        .replaceFirst("}$", more + "}");
  }

  @Test
  void aMessageToSomebodyNewMakesAConversationThatIsOverAtOnce() {
    JsonNode sent = body(client.post(PATH, order("")), 200);
    JsonNode hook = Json.read(webhook.take().body());
    assertEquals("Your order is ready", hook.path("text").asText());
    assertEquals("u1", hook.path("channel").path("to").path("id").asText());
    assertEquals("Bot", hook.path("originatingEntity").asText());
    assertEquals(sent.path("id").asText(), hook.path("id").asText());
    assertEquals(sent.path("conversationId").asText(), hook.path("conversationId").asText());
    assertEquals(integration.id(), sent.path("fromAddress").asText());
    assertEquals("u1", sent.path("toAddress").asText());
    assertEquals("open", sent.path("messengerType").asText());
    assertEquals("Your order is ready", sent.path("textBody").asText());
    assertFalse(sent.path("useExistingActiveConversation").asBoolean());
    assertEquals("outbound", sent.path("message").path("direction").asText());
    assertEquals("Your order is ready", sent.path("message").path("textBody").asText());
    assertEquals(
        "Your order is ready",
        sent.path("message").path("normalizedMessage").path("text").asText());
    ConversationRecord record =
        genesys.conversation(sent.path("conversationId").asText()).orElseThrow();
    assertFalse(record.connected());
    assertEquals(1, record.participants(ParticipantPurpose.API).size());
  }

  @Test
  void theAnswerLeavesTheDeprecatedFieldsOutWhenAsked() {
    JsonNode sent = body(client.post(PATH + "?useNormalizedMessage=true", order("")), 200);
    assertFalse(sent.has("textBody"));
    assertFalse(sent.path("message").has("textBody"));
    assertTrue(sent.path("message").has("normalizedMessage"));
  }

  @Test
  void theCustomersAnswerReopensTheConversationWithinItsWindowAndNotAfter() {
    String id = body(client.post(PATH, order("")), 200).path("conversationId").asText();
    String answered = client.say(integration, "u1", "1", "thanks").path("conversationId").asText();
    assertEquals(id, answered);
    assertTrue(genesys.conversation(id).orElseThrow().connected());
    assertEquals(204, client.delete("/api/v2/conversations/" + id).statusCode());
    assertEquals(id, body(client.post(PATH, order("")), 200).path("conversationId").asText());
    clock.advance(Duration.ofDays(3));
    RawClient later = new RawClient(genesys);
    assertNotEquals(id, body(later.post(PATH, order("")), 200).path("conversationId").asText());
  }

  @Test
  void aConnectedConversationIsAConflictUnlessItMayBeUsed() {
    String id = client.say(integration, "u1", "1", "hello").path("conversationId").asText();
    String why = refusal(client.post(PATH, order("")), 409, "conflict");
    assertTrue(why.contains("useExistingActiveConversation"), why);
    JsonNode sent = body(client.post(PATH, order(",\"useExistingActiveConversation\":true")), 200);
    assertEquals(id, sent.path("conversationId").asText());
    assertEquals("Your order is ready", Json.read(webhook.take().body()).path("text").asText());
    ConversationRecord record = genesys.conversation(id).orElseThrow();
    assertTrue(record.connected(), "the program leaves, the conversation goes on");
    assertFalse(record.participants(ParticipantPurpose.API).get(0).connected());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"toAddressMessengerType\":\"open\"|\"toAddressMessengerType\":\"fax\"|invalid.value|fax",
        "\"toAddressMessengerType\":\"open\"|\"toAddressMessengerType\":\"sms\"|bad.request|toAddressMessengerType",
        "\"toAddressMessengerType\":\"open\"|\"a\":1|bad.request|toAddressMessengerType",
        "\"toAddress\":\"u1\"|\"toAddress\":\"\"|bad.request|toAddress",
        "\"toAddress\":\"u1\"|\"a\":1|bad.request|toAddress",
        "\"fromAddress\":|\"a\":|bad.request|fromAddress",
        "\"fromAddress\":\"|\"fromAddress\":\"x|bad.request|fromAddress",
        "Your order is ready||bad.request|textBody",
        "\"textBody\":|\"messagingTemplate\":{},\"textBody\":|bad.request|messagingTemplate",
        "\"textBody\":|\"useExistingActiveConversation\":1,\"textBody\":|bad.request|useExistingActiveConversation",
      })
  void aBrokenBodyIsRefusedAndTheFieldNamed(
      String part, @javax.annotation.Nullable String instead, String code, String named) {
    String body = order("").replace(part, instead == null ? "" : instead);
    String why = refusal(client.post(PATH, body), 400, code);
    assertTrue(why.contains(named), why);
    assertEquals(List.of(), genesys.conversations());
  }

  @Test
  void aTextMayHave2000Characters() {
    String longest = order("").replace("Your order is ready", "x".repeat(2000));
    assertEquals(200, client.post(PATH, longest).statusCode());
    String why = refusal(client.post(PATH, longest.replace("xx", "xxx")), 400, "bad.request");
    assertTrue(why.startsWith("textBody"), why);
  }

  @Test
  void itNeedsAClientWithThePermission() {
    RawClient agent = client.withToken(genesys.agent("Olena").accessToken());
    refusal(agent.post(PATH, order("")), 403, "not.authorized");
    genesys.addClient("inbound-only", "a-secret", Set.of("conversation:message:receive"));
    HttpResponse<String> token = client.token("inbound-only", "a-secret", "client_credentials");
    RawClient poor = client.withToken(Json.read(token.body()).path("access_token").asText());
    String why = refusal(poor.post(PATH, order("")), 403, "missing.permissions");
    assertTrue(why.endsWith("conversation:message:create"), why);
  }
}
