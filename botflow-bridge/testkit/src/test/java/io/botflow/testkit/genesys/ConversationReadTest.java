// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationReadTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String CONVERSATIONS = "/api/v2/conversations/";
  private static final String MESSAGES = CONVERSATIONS + "messages/";

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final LoopbackServer webhook = LoopbackServer.answering(200);
  private final OpenIntegration integration =
      genesys
          .createOpenIntegration("Telegram", webhook.uri("/"), "0123456789abcdef-secret")
          .publish(MessageFlow.transferTo("Support"));
  private final RawClient client = new RawClient(genesys);
  private final Agent olena = genesys.agent("Olena").onQueue("Support");

  @AfterEach
  void close() {
    webhook.close();
    genesys.close();
  }

  private AgentConversation talk() {
    client.say(integration, "u1", "tg-1", "hello");
    return olena.awaitConversation(SOON).accept();
  }

  private void awaitStatus(String id, MessageStatus status) {
    genesys.awaitConversation(
        c -> c.hasMessage(m -> m.id().equals(id) && m.status() == status), SOON);
  }

  private void receipt(String id, String rest) {
    String body =
        "{\"id\":\"%s\",\"channel\":{\"time\":\"%s\",\"to\":{\"id\":\"u1\"}},%s}"
            .formatted(id, RawClient.TIME, rest);
    assertEquals(200, client.inbound(integration, "receipt", body).statusCode());
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  @Test
  void aConversationShowsItsParticipantsAndTheirLines() {
    AgentConversation desk = talk();
    String said = desk.sendText("Hi").id();
    awaitStatus(said, MessageStatus.SENT);
    JsonNode view = body(client.get(CONVERSATIONS + desk.conversationId()), 200);
    assertEquals(desk.conversationId(), view.path("id").asText());
    assertTrue(view.hasNonNull("startTime"));
    assertFalse(view.has("endTime"));
    JsonNode participants = view.path("participants");
    assertEquals(List.of("customer", "workflow", "acd", "agent"), texts(participants, "purpose"));
    JsonNode customer = participants.path(0);
    assertEquals("u1", customer.path("address").asText());
    assertEquals("Ivan", customer.path("name").asText());
    JsonNode line = customer.path("messages").path(0);
    assertEquals("connected", line.path("state").asText());
    assertEquals("open", line.path("type").asText());
    assertEquals("inbound", line.path("direction").asText());
    assertEquals("u1", line.path("fromAddress").path("addressNormalized").asText());
    assertEquals(integration.id(), line.path("toAddress").path("addressNormalized").asText());
    assertEquals("received", line.at("/messages/0/messageStatus").asText());
    assertEquals("Text", line.at("/messages/0/messageMetadata/type").asText());
    JsonNode queue = participants.path(2);
    assertEquals("Support", queue.path("queueName").asText());
    assertEquals(genesys.queue("Support").id(), queue.path("queueId").asText());
    assertEquals("disconnected", queue.at("/messages/0/state").asText());
    assertEquals("transfer", queue.at("/messages/0/disconnectType").asText());
    JsonNode agent = participants.path(3);
    assertEquals(olena.userId(), agent.path("userId").asText());
    assertEquals(genesys.queue("Support").id(), agent.path("queueId").asText());
    assertEquals(desk.communicationId(), agent.at("/messages/0/id").asText());
    assertEquals(said, agent.at("/messages/0/messages/0/messageId").asText());
    assertEquals("sent", agent.at("/messages/0/messages/0/messageStatus").asText());
    assertEquals(
        200, client.get(agent.at("/messages/0/messages/0/messageURI").asText()).statusCode());
    assertEquals(view, body(client.get(CONVERSATIONS + desk.conversationId()), 200), "stable ids");
  }

  @Test
  void aMessageConversationShowsEachParticipantAsItsLine() {
    AgentConversation desk = talk();
    desk.disconnect();
    RawClient poor = granted(Set.of("conversation:message:receive"));
    JsonNode view = body(poor.get(MESSAGES + desk.conversationId()), 200);
    JsonNode participants = view.path("participants");
    assertEquals(
        List.of("disconnected", "disconnected", "disconnected", "disconnected"),
        texts(participants, "state"));
    assertEquals(
        List.of("peer", "transfer", "transfer", "client"), texts(participants, "disconnectType"));
    assertEquals(olena.userId(), participants.path(3).path("user").path("id").asText());
    assertEquals(
        genesys.queue("Support").id(), participants.path(2).path("queue").path("id").asText());
    assertTrue(participants.path(0).hasNonNull("endTime"));
    assertEquals(1, participants.path(0).path("messages").size());
    refusal(poor.get(CONVERSATIONS + desk.conversationId()), 403, "missing.permissions");
    refusal(poor.get(MESSAGES + Ids.uuid()), 404, "not.found");
    refusal(client.get(CONVERSATIONS + Ids.uuid()), 404, "not.found");
  }

  @Test
  void aMessageIsReadByItsIdInBothForms() {
    AgentConversation desk = talk();
    MessageRecord heard = desk.transcript().get(0);
    JsonNode data = body(client.get(MESSAGES + heard.id() + "/details"), 200);
    assertEquals("tg-1", data.path("providerMessageId").asText());
    assertEquals("inbound", data.path("direction").asText());
    assertEquals("open", data.path("messengerType").asText());
    assertEquals("received", data.path("status").asText());
    assertEquals("u1", data.path("fromAddress").asText());
    assertEquals(integration.id(), data.path("toAddress").asText());
    assertEquals("hello", data.path("textBody").asText());
    assertEquals(desk.conversationId(), data.path("conversationId").asText());
    JsonNode normalized = data.path("normalizedMessage");
    assertEquals("Inbound", normalized.path("direction").asText());
    assertEquals("Text", normalized.path("type").asText());
    assertEquals("Ivan", normalized.at("/channel/from/nickname").asText());
    assertEquals("Open", normalized.at("/channel/platform").asText());
    assertEquals(RawClient.TIME, normalized.at("/channel/time").asText());
    assertFalse(normalized.has("originatingEntity"));
    assertEquals(data, body(client.get(data.path("selfUri").asText()), 200));
    JsonNode newer =
        body(client.get(MESSAGES + heard.id() + "/details?useNormalizedMessage=true"), 200);
    assertFalse(newer.has("textBody"));
    refusal(client.get(MESSAGES + Ids.message() + "/details"), 404, "not.found");
    refusal(
        client.get(MESSAGES + desk.conversationId() + "/messages/" + Ids.message()),
        404,
        "not.found");
    refusal(
        client.get(MESSAGES + heard.id() + "/details?useNormalizedMessage=2"),
        400,
        "invalid.value");
    refusal(
        granted(Set.of("conversation:message:receive")).get(MESSAGES + heard.id() + "/details"),
        403,
        "missing.any.permissions");
  }

  @Test
  void receiptsShowInTheStatusAndTheReasons() {
    AgentConversation desk = talk();
    String good = desk.sendText("one").id();
    String bad = desk.sendText("two").id();
    String gone = desk.sendText("three").id();
    awaitStatus(gone, MessageStatus.SENT);
    receipt(good, "\"status\":\"Delivered\",\"isFinalReceipt\":true");
    receipt(
        bad,
        "\"status\":\"Failed\",\"reasons\":[{\"code\":\"RecipientOptedOut\",\"message\":\"blocked\"}]");
    receipt(gone, "\"status\":\"Removed\"");
    String path = MESSAGES + desk.conversationId() + "/messages/";
    JsonNode delivered = body(client.get(path + good), 200);
    assertEquals("delivery-success", delivered.path("status").asText());
    JsonNode receipt = delivered.path("normalizedReceipts").path(0);
    assertEquals(good, receipt.path("id").asText());
    assertEquals("Receipt", receipt.path("type").asText());
    assertEquals("Delivered", receipt.path("status").asText());
    assertTrue(receipt.path("isFinalReceipt").asBoolean());
    JsonNode failed = body(client.get(path + bad), 200);
    assertEquals("delivery-failed", failed.path("status").asText());
    JsonNode reason = failed.at("/normalizedReceipts/0/reasons/0");
    assertEquals("RecipientOptedOut", reason.path("code").asText());
    assertEquals("blocked", reason.path("message").asText());
    assertEquals("removed", body(client.get(path + gone), 200).path("status").asText());
    JsonNode view = body(client.get(CONVERSATIONS + desk.conversationId()), 200);
    JsonNode details = view.at("/participants/3/messages/0/messages/1");
    assertEquals("RecipientOptedOut", details.at("/errorInfo/code").asText());
  }

  @Test
  void aWebhookThatFailsShowsAsFailed() {
    webhook.next(WebResponse.empty(400));
    AgentConversation desk = talk();
    String id = desk.sendText("Hi").id();
    awaitStatus(id, MessageStatus.FAILED);
    assertEquals(
        "failed", body(client.get(MESSAGES + id + "/details"), 200).path("status").asText());
  }

  @Test
  void manyMessagesAreReadAtOnce() {
    String id = client.say(integration, "u1", "1", "a").path("conversationId").asText();
    client.say(integration, "u1", "2", "b");
    client.say(integration, "u2", "1", "another's");
    List<String> ids =
        genesys.conversations().stream()
            .flatMap(c -> c.messages().stream())
            .map(MessageRecord::id)
            .toList();
    String path = MESSAGES + id + "/messages/bulk";
    JsonNode both = body(client.post(path, list(ids)), 200);
    assertEquals(List.of("a", "b"), texts(both.path("entities"), "textBody"));
    JsonNode newer = body(client.post(path + "?useNormalizedMessage=true", list(ids)), 200);
    assertFalse(newer.at("/entities/0").has("textBody"));
    assertEquals("a", newer.at("/entities/0/normalizedMessage/text").asText());
    List<String> thousand = IntStream.range(0, 1000).mapToObj(i -> ids.get(0)).toList();
    assertEquals(200, client.post(path, list(thousand)).statusCode());
    List<String> tooMany = IntStream.range(0, 1001).mapToObj(i -> ids.get(0)).toList();
    refusal(client.post(path, list(tooMany)), 400, "bad.request");
    refusal(client.post(path, "[]"), 400, "bad.request");
    refusal(client.post(path, "{}"), 400, "bad.request");
    refusal(client.post(path, "[1]"), 400, "bad.request");
    refusal(client.post(MESSAGES + Ids.uuid() + "/messages/bulk", list(ids)), 404, "not.found");
  }

  @Test
  void theNewestFormCanBeTheOnlyOne() {
    try (GenesysCloudSimulator newest =
        GenesysCloudSimulator.builder()
            .conversationApi(ConversationApiSettings.defaults().normalizedMessagesOnly(true))
            .start()) {
      RawClient own = new RawClient(newest);
      String id =
          own.say(newest.createOpenIntegration("T", "0123456789abcdef-secret"), "u1", "1", "hello")
              .path("id")
              .asText();
      JsonNode data = body(own.get(MESSAGES + id + "/details?useNormalizedMessage=false"), 200);
      assertFalse(data.has("textBody"));
      assertEquals("hello", data.path("normalizedMessage").path("text").asText());
    }
  }

  private RawClient granted(Set<String> permissions) {
    genesys.addClient("poor", "a-secret", permissions);
    HttpResponse<String> token = client.token("poor", "a-secret", "client_credentials");
    return client.withToken(Json.read(token.body()).path("access_token").asText());
  }

  private static String list(List<String> ids) {
    return ids.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }
}
