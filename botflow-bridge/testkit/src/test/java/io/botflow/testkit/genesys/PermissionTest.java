// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermissionTest {
  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", "0123456789abcdef-secret");
  private final BotConnector connector = genesys.createBotConnector("Orders");
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    genesys.close();
  }

  @Test
  void aClientMayDoWhatItIsGrantedAndNothingElse() {
    genesys.addClient("inbound-only", "secret", Set.of("conversation:message:receive"));
    RawClient limited = as("inbound-only", "secret");

    assertEquals(200, limited.inbound(integration, "message", message()).statusCode());
    HttpResponse<String> refused = limited.put(bots(), "{\"chatBots\":[]}");

    assertEquals(403, refused.statusCode());
    JsonNode envelope = Json.read(refused.body());
    assertEquals("missing.permissions", envelope.path("code").asText());
    assertEquals(
        "Unable to perform the requested action. You are missing the following permission(s): "
            + "integration:botconnector:edit",
        envelope.path("message").asText());
    assertTrue(refused.headers().firstValue("inin-ratelimit-count").isPresent());
    assertEquals(204, client.put(bots(), "{\"chatBots\":[]}").statusCode());
  }

  @Test
  void aRefusedMessageIsNotRecorded() {
    genesys.addClient("nothing", "secret", Set.of());

    HttpResponse<String> refused =
        as("nothing", "secret").inbound(integration, "message", message());

    assertEquals(403, refused.statusCode());
    assertTrue(genesys.conversations().isEmpty());
  }

  @Test
  void eachClientHasItsOwnSecret() {
    genesys.addClient("second", "its-secret", Set.of());
    assertEquals(
        401, client.token("second", genesys.clientSecret(), "client_credentials").statusCode());
  }

  @Test
  void anAddressThatIsNotThereIs404AndAMethodThatIsNotThereIs405() {
    assertEquals(404, client.get("/api/v2/nothing").statusCode());
    assertEquals(405, client.post(bots(), "{}").statusCode());
  }

  private String bots() {
    return "/api/v2/integrations/botconnector/" + connector.id() + "/bots";
  }

  private RawClient as(String id, String secret) {
    String answer = client.token(id, secret, "client_credentials").body();
    return client.withToken(Json.read(answer).path("access_token").asText());
  }

  private static String message() {
    ObjectNode body = RawClient.message("customer-1", "m-1");
    return body.put("text", "Hello").toString();
  }
}
