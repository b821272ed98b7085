// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationControlTest {
  private static final String GONE = "{\"state\":\"disconnected\"}";

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final OpenIntegration integration =
      genesys
          .createOpenIntegration("Telegram", "0123456789abcdef-secret")
          .publish(MessageFlow.transferTo("Support"));
  private final RawClient client = new RawClient(genesys);
  private final String id =
      client.say(integration, "u1", "1", "hello").path("conversationId").asText();
  private final String path = "/api/v2/conversations/messages/" + id;

  @AfterEach
  void close() {
    genesys.close();
  }

  private ConversationRecord record() {
    return genesys.conversation(id).orElseThrow();
  }

  private ParticipantRecord customer() {
    return record().participants(ParticipantPurpose.CUSTOMER).get(0);
  }

  private List<String> ends() {
    return record().participants().stream()
        .map(p -> p.purpose() + " " + p.disconnectType())
        .toList();
  }

  @Test
  void aConversationIsEndedByItsState() {
    JsonNode after = body(client.patch(path, GONE), 200);
    assertEquals(id, after.path("id").asText());
    assertTrue(after.hasNonNull("endTime"));
    assertEquals("disconnected", after.at("/participants/0/messages/0/state").asText());
    assertFalse(record().connected());
    assertEquals(200, client.patch(path, GONE).statusCode(), "and once more does no harm");
    refusal(client.patch(path, "{}"), 400, "bad.request");
    refusal(client.patch(path, "{\"state\":\"connected\"}"), 400, "bad.request");
    refusal(client.patch(path, "{\"state\":\"asleep\"}"), 400, "invalid.value");
    String none = "/api/v2/conversations/messages/" + Ids.uuid();
    refusal(client.patch(none, GONE), 404, "not.found");
  }

  @Test
  void theConversationEndsWhenItsCustomerLeaves() {
    String participant = path + "/participants/" + customer().id();
    assertEquals(202, client.patch(participant, "{\"held\":false}").statusCode());
    assertEquals(202, client.patch(participant, "{\"state\":\"connected\"}").statusCode());
    assertTrue(record().connected(), "nothing asked for its end yet");
    HttpResponse<String> answer = client.patch(participant, GONE);
    assertEquals(202, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals(List.of("CUSTOMER client", "WORKFLOW transfer", "ACD peer"), ends());
    assertEquals(202, client.patch(participant, GONE).statusCode());
    refusal(client.patch(participant, "{\"state\":\"dialing\"}"), 400, "bad.request");
    refusal(client.patch(path + "/participants/" + Ids.uuid(), GONE), 404, "not.found");
  }

  @Test
  void aLineIsEndedLikeItsParticipant() {
    String participant = path + "/participants/" + customer().id() + "/communications/";
    refusal(client.patch(participant + Ids.uuid(), GONE), 404, "not.found");
    assertTrue(record().connected());
    JsonNode empty = body(client.patch(participant + customer().communicationId(), GONE), 200);
    assertTrue(empty.isEmpty());
    assertFalse(record().connected());
  }

  @Test
  void aConversationIsTornDownOrDeleted() {
    HttpResponse<String> answer = client.post("/api/v2/conversations/" + id + "/disconnect", "");
    assertEquals(200, answer.statusCode());
    assertEquals(List.of("CUSTOMER system", "WORKFLOW transfer", "ACD system"), ends());
    String other = client.say(integration, "u2", "1", "hello").path("conversationId").asText();
    assertEquals(204, client.delete("/api/v2/conversations/" + other).statusCode());
    assertFalse(genesys.conversation(other).orElseThrow().connected());
    refusal(client.delete("/api/v2/conversations/" + Ids.uuid()), 404, "not.found");
    refusal(
        client.post("/api/v2/conversations/" + Ids.uuid() + "/disconnect", ""), 404, "not.found");
  }

  @Test
  void attributesAreAddedToAParticipant() {
    String attributes = path + "/participants/" + customer().id() + "/attributes";
    JsonNode first =
        body(client.patch(attributes, "{\"attributes\":{\"city\":\"Kyiv\",\"vip\":\"no\"}}"), 200);
    assertEquals("Kyiv", first.path("attributes").path("city").asText());
    body(client.patch(attributes, "{\"attributes\":{\"vip\":\"yes\"}}"), 200);
    assertEquals(Map.of("city", "Kyiv", "vip", "yes"), customer().attributes());
    JsonNode view = body(client.get("/api/v2/conversations/" + id), 200);
    assertEquals("yes", view.at("/participants/0/attributes/vip").asText());
    refusal(client.patch(attributes, "{}"), 400, "bad.request");
    String why =
        refusal(client.patch(attributes, "{\"attributes\":{\"n\":1}}"), 400, "bad.request");
    assertTrue(why.startsWith("attributes.n"), why);
    String nobody = path + "/participants/" + Ids.uuid() + "/attributes";
    refusal(client.patch(nobody, "{\"attributes\":{}}"), 404, "not.found");
  }

  @Test
  void endingNeedsAPermissionExceptOfALine() {
    genesys.addClient("poor", "a-secret", Set.of("conversation:message:receive"));
    HttpResponse<String> token = client.token("poor", "a-secret", "client_credentials");
    RawClient poor = client.withToken(Json.read(token.body()).path("access_token").asText());
    String participant = path + "/participants/" + customer().id();
    String any = "missing.any.permissions";
    refusal(poor.patch(path, GONE), 403, any);
    refusal(poor.patch(participant, GONE), 403, any);
    refusal(poor.delete("/api/v2/conversations/" + id), 403, any);
    refusal(poor.post("/api/v2/conversations/" + id + "/disconnect", ""), 403, any);
    assertTrue(record().connected());
    body(poor.patch(participant + "/attributes", "{\"attributes\":{\"a\":\"b\"}}"), 200);
    String line = participant + "/communications/" + customer().communicationId();
    assertEquals(200, poor.patch(line, GONE).statusCode());
  }
}
