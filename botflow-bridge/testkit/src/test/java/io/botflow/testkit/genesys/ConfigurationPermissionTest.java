// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationPermissionTest {
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().noRateLimit().start();
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    genesys.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, messaging/integrations, messaging:integration:view",
    "GET, messaging/integrations/open, messaging:integration:view",
    "POST, messaging/integrations/open, messaging:integration:add",
    "GET, messaging/integrations/open/x, messaging:integration:view",
    "PATCH, messaging/integrations/open/x, messaging:integration:edit",
    "DELETE, messaging/integrations/open/x, messaging:integration:delete",
    "GET, messaging/supportedcontent, messaging:supportedContent:view",
    "POST, messaging/supportedcontent, messaging:supportedContent:add",
    "GET, messaging/supportedcontent/x, messaging:supportedContent:view",
    "PATCH, messaging/supportedcontent/x, messaging:supportedContent:edit",
    "DELETE, messaging/supportedcontent/x, messaging:supportedContent:delete",
    "GET, messaging/supportedcontent/default, messaging:supportedContent:view",
    "PUT, messaging/supportedcontent/default, messaging:supportedContent:edit",
    "GET, messaging/settings, messaging:setting:view",
    "POST, messaging/settings, messaging:setting:add",
    "GET, messaging/settings/x, messaging:setting:view",
    "PATCH, messaging/settings/x, messaging:setting:edit",
    "DELETE, messaging/settings/x, messaging:setting:delete",
    "GET, messaging/settings/default, messaging:setting:view",
    "PUT, messaging/settings/default, messaging:setting:edit",
    "DELETE, messaging/settings/default, messaging:setting:delete",
    "GET, messaging/identityresolution/integrations/open/x, messaging:integration:view messaging:identityResolutionOpen:view",
    "PUT, messaging/identityresolution/integrations/open/x, messaging:integration:edit messaging:identityResolutionOpen:edit",
    "GET, messaging/threadingtimeline, conversation:threadingTimeline:view",
    "PUT, messaging/threadingtimeline, conversation:threadingTimeline:edit",
    "GET, /api/v2/routing/message/recipients, routing:message:manage",
    "GET, /api/v2/routing/message/recipients/x, routing:message:manage",
    "PUT, /api/v2/routing/message/recipients/x, routing:message:manage",
  })
  void eachCallNeedsItsPermission(String method, String place, String permissions) {
    String path = place.startsWith("/") ? place : "/api/v2/conversations/" + place;
    genesys.addClient("nothing", "secret", Set.of());
    genesys.addClient("enough", "secret", Set.of(permissions.split(" ", -1)));

    JsonNode refused = body(send("nothing", method, path), 403);

    for (String permission : permissions.split(" ", -1)) {
      assertTrue(refused.path("message").asText().contains(permission), refused.toString());
    }
    assertNotEquals(403, send("enough", method, path).statusCode());
  }

  @Test
  void addressRangesNeedNoPermissionButACaller() {
    genesys.addClient("nothing", "secret", Set.of());
    body(send("nothing", "GET", "/api/v2/ipranges"), 200);
    body(client.withToken("none").get("/api/v2/ipranges"), 401);
  }

  private HttpResponse<String> send(String id, String method, String path) {
    String token =
        Json.read(client.token(id, "secret", "client_credentials").body())
            .path("access_token")
            .asText();
    RawClient caller = client.withToken(token);
    return caller.send(
        caller
            .json(path)
            .method(
                method,
                method.equals("GET") || method.equals("DELETE")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}")));
  }
}
