// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentCallsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String MESSAGES = "/api/v2/conversations/messages";

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final OpenIntegration integration =
      genesys
          .createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret")
          .publish(MessageFlow.transferTo("Support"));
  private final RawClient client = new RawClient(genesys);
  private final Agent olena = genesys.agent("Olena").onQueue("Support");
  private final RawClient asOlena = client.withToken(olena.accessToken());

  @AfterEach
  void close() {
    webhook.close();
    genesys.close();
  }

  private String line() {
    client.say(integration, "u1", "1", "hello");
    AgentConversation conversation = olena.awaitConversation(SOON).accept();
    return MESSAGES
        + "/"
        + conversation.conversationId()
        + "/communications/"
        + conversation.communicationId();
  }

  private String begin(String more) {
    return "{\"queueId\":\"%s\",\"toAddress\":\"u1\",\"toAddressMessengerType\":\"open\"%s}"
        .formatted(genesys.queue("Sales").id(), more);
  }

  @Test
  void anAgentsTextGoesToTheCustomer() {
    String line = line();
    JsonNode data = body(asOlena.post(line + "/messages", "{\"textBody\":\"Hi\"}"), 200);
    JsonNode hook = Json.read(webhook.take().body());
    assertEquals("Hi", hook.path("text").asText());
    assertEquals("Human", hook.path("originatingEntity").asText());
    assertEquals(data.path("id").asText(), hook.path("id").asText());
    assertEquals("Hi", data.path("textBody").asText());
    assertEquals("Hi", data.path("normalizedMessage").path("text").asText());
    assertEquals("Human", data.path("normalizedMessage").path("originatingEntity").asText());
    assertEquals(olena.userId(), data.path("createdBy").path("id").asText());
    assertEquals(integration.id(), data.path("fromAddress").asText());
    JsonNode newer =
        body(
            asOlena.post(line + "/messages?useNormalizedMessage=true", "{\"textBody\":\"Hi\"}"),
            200);
    assertFalse(newer.has("textBody"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|exactly one",
        "{\"textBody\":\"\"}|exactly one",
        "{\"mediaIds\":[]}|exactly one",
        "{\"textBody\":\"a\",\"mediaIds\":[\"b\"]}|[textBody, mediaIds]",
        "{\"textBody\":\"a\",\"messagingTemplate\":{\"responseId\":\"1\"}}|messagingTemplate",
        "{\"textBody\":1}|textBody",
        "{\"mediaIds\":\"b\"}|mediaIds",
        "{\"mediaIds\":[1]}|mediaIds",
        "{\"mediaIds\":[\"b\"]}|mediaIds",
        "{\"messagingTemplate\":{}}|messagingTemplate should have required property 'responseId'",
        "{\"messagingTemplate\":{\"responseId\":\"1\"}}|messagingTemplate.responseId",
      })
  void aMessageHasExactlyOneBody(String body, String named) {
    String why = refusal(asOlena.post(line() + "/messages", body), 400, "bad.request");
    assertTrue(why.contains(named), why);
    assertEquals(0, webhook.waiting());
  }

  @Test
  void aTextMayHave2000Characters() {
    String path = line() + "/messages";
    assertEquals(
        200, asOlena.post(path, "{\"textBody\":\"" + "x".repeat(2000) + "\"}").statusCode());
    refusal(asOlena.post(path, "{\"textBody\":\"" + "x".repeat(2001) + "\"}"), 400, "bad.request");
  }

  @Test
  void typingReachesTheWebhookWhenTheSettingAllows() {
    String path = line() + "/typing";
    String on = "{\"typing\":{\"type\":\"On\",\"duration\":3000},\"dateSent\":\"%s\"}";
    String body = on.formatted(RawClient.TIME);
    HttpResponse<String> answer = asOlena.post(path, body);
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals(0, webhook.waiting(), "off by default");
    integration.typing(false, true);
    assertEquals(200, asOlena.post(path, body).statusCode());
    JsonNode event = Json.read(webhook.take().body()).path("events").path(0);
    assertEquals(3000, event.path("typing").path("duration").asInt());
    assertEquals(200, asOlena.post(path, "{\"typing\":{\"type\":\"On\"}}").statusCode());
    JsonNode usual = Json.read(webhook.take().body()).path("events").path(0);
    assertEquals(5000, usual.path("typing").path("duration").asInt());
    refusal(asOlena.post(path, "{}"), 400, "bad.request");
    refusal(asOlena.post(path, "{\"typing\":{\"type\":\"Off\"}}"), 400, "invalid.value");
    refusal(asOlena.post(path, on.formatted("yesterday")), 400, "invalid.date");
    refusal(
        asOlena.post(path, "{\"typing\":{\"type\":\"On\",\"duration\":-1}}"), 400, "bad.request");
  }

  @Test
  void aLineIsItsParticipantsOwn() {
    String line = line();
    String hi = "{\"textBody\":\"Hi\"}";
    RawClient petro = client.withToken(genesys.agent("Petro").accessToken());
    refusal(petro.post(line + "/messages", hi), 403, "not.authorized");
    refusal(petro.post(line + "/typing", "{\"typing\":{\"type\":\"On\"}}"), 403, "not.authorized");
    assertEquals(200, client.post(line + "/messages", hi).statusCode(), "a client speaks as Olena");
    ConversationRecord record = genesys.conversations().get(0);
    assertEquals("Olena", record.messages().get(1).speakerName());
    String customers =
        MESSAGES
            + "/"
            + record.id()
            + "/communications/"
            + record.participants(ParticipantPurpose.CUSTOMER).get(0).communicationId();
    refusal(client.post(customers + "/messages", hi), 403, "not.authorized");
    String none = MESSAGES + "/" + record.id() + "/communications/" + Ids.uuid() + "/messages";
    refusal(client.post(none, hi), 404, "not.found");
    String nowhere = MESSAGES + "/" + Ids.uuid() + "/communications/" + Ids.uuid() + "/messages";
    refusal(client.post(nowhere, hi), 404, "not.found");
    client.delete("/api/v2/conversations/" + record.id());
    refusal(asOlena.post(line + "/messages", hi), 409, "conflict");
  }

  @Test
  void aClientsTokenCanBeSwitchedOff() {
    try (GenesysCloudSimulator strict =
        GenesysCloudSimulator.builder()
            .conversationApi(ConversationApiSettings.defaults().userTokenRequired(true))
            .start()) {
      OpenIntegration own =
          strict
              .createOpenIntegration("Telegram", "0123456789abcdef-secret")
              .publish(MessageFlow.transferTo("Support"));
      RawClient program = new RawClient(strict);
      program.say(own, "u1", "1", "hello");
      Agent petro = strict.agent("Petro").onQueue("Support");
      AgentConversation accepted = petro.awaitConversation(SOON).accept();
      String path =
          "%s/%s/communications/%s/messages"
              .formatted(MESSAGES, accepted.conversationId(), accepted.communicationId());
      refusal(program.post(path, "{\"textBody\":\"Hi\"}"), 403, "not.authorized");
      RawClient asPetro = program.withToken(petro.accessToken());
      assertEquals(200, asPetro.post(path, "{\"textBody\":\"Hi\"}").statusCode());
      String begin =
          "{\"queueId\":\"%s\",\"toAddress\":\"u2\",\"toAddressMessengerType\":\"open\"}"
              .formatted(strict.queue("Support").id());
      refusal(program.post(MESSAGES, begin), 403, "not.authorized");
    }
  }

  @Test
  void anAgentBeginsAConversationAndTheCustomersAnswerComesIntoIt() {
    JsonNode created = body(asOlena.post(MESSAGES, begin("")), 200);
    String id = created.path("id").asText();
    assertEquals(MESSAGES + "/" + id, created.path("selfUri").asText());
    JsonNode conversation = body(client.get("/api/v2/conversations/" + id), 200);
    JsonNode agent = conversation.path("participants").path(0);
    assertEquals("agent", agent.path("purpose").asText());
    assertEquals(olena.userId(), agent.path("userId").asText());
    assertEquals(genesys.queue("Sales").id(), agent.path("queueId").asText());
    assertEquals("outbound", agent.path("messages").path(0).path("direction").asText());
    String line = MESSAGES + "/" + id + "/communications/" + agent.at("/messages/0/id").asText();
    body(asOlena.post(line + "/messages", "{\"textBody\":\"Good day\"}"), 200);
    assertEquals("Good day", Json.read(webhook.take().body()).path("text").asText());
    assertEquals(id, client.say(integration, "u1", "1", "hello").path("conversationId").asText());
    assertEquals(2, genesys.conversation(id).orElseThrow().messages().size());
    assertThrows(AwaitTimeoutException.class, () -> olena.awaitConversation(Duration.ofMillis(20)));
  }

  @Test
  void beginningIsAConflictWhileThereIsAConversation() {
    String id = client.say(integration, "u1", "1", "hello").path("conversationId").asText();
    String goOn = begin(",\"useExistingConversation\":true");
    refusal(asOlena.post(MESSAGES, begin("")), 409, "conflict");
    refusal(asOlena.post(MESSAGES, goOn), 409, "conflict");
    client.delete("/api/v2/conversations/" + id);
    String why = refusal(asOlena.post(MESSAGES, begin("")), 409, "conflict");
    assertTrue(why.contains("useExistingConversation"), why);
    assertEquals(id, body(asOlena.post(MESSAGES, goOn), 200).path("id").asText());
    assertTrue(genesys.conversation(id).orElseThrow().connected());
  }

  @Test
  void aQueueMaySendThroughAnIntegrationOfItsOwn() {
    OpenIntegration viber = genesys.createOpenIntegration("Viber", "0123456789abcdef-secret");
    genesys.queue("Sales").outboundThrough(viber);
    String id = body(asOlena.post(MESSAGES, begin("")), 200).path("id").asText();
    assertEquals(viber.id(), genesys.conversation(id).orElseThrow().integrationId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"queueId\":|\"a\":|bad.request|queueId",
        "\"queueId\":\"|\"queueId\":\"x|bad.request|queueId",
        "\"toAddress\":|\"a\":|bad.request|toAddress",
        "\"open\"|\"apple\"|invalid.value|apple",
        "\"open\"|\"sms\"|bad.request|toAddressMessengerType",
        "\"open\"|\"open\",\"useExistingConversation\":\"x\"|bad.request|useExistingConversation",
      })
  void aBrokenBeginningIsRefused(String part, String instead, String code, String named) {
    String why = refusal(asOlena.post(MESSAGES, begin("").replace(part, instead)), 400, code);
    assertTrue(why.contains(named), why);
  }
}
