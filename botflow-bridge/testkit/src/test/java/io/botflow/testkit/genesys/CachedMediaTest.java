// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedMediaTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String PATH = "/api/v2/conversations/messages/cachedmedia";

  private final SteppingClock clock = new SteppingClock();
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder()
          .clock(clock)
          .conversationApi(
              ConversationApiSettings.defaults().cachedMediaLifetime(Duration.ofHours(1)))
          .start();
  private final LoopbackServer files =
      LoopbackServer.answering(request -> WebResponse.text(200, "file " + request.path()));
  private final OpenIntegration integration =
      genesys.createOpenIntegration("Telegram", "0123456789abcdef-secret");
  private final RawClient client = new RawClient(genesys);

  @AfterEach
  void close() {
    files.close();
    genesys.close();
  }

  private JsonNode cached(String id, String path) {
    client.sendFile(integration, "u1", id, "image/jpeg", files.uri(path));
    genesys.awaitConversation(
        c ->
            c.messages().stream()
                .allMatch(
                    m ->
                        m.attachment() != null
                            && m.attachment().state() == AttachmentRecord.State.STORED),
        SOON);
    String url = URLEncoder.encode(files.uri(path).toString(), StandardCharsets.UTF_8);
    return body(client.get(PATH + "?url=" + url), 200).at("/entities/0");
  }

  @Test
  void aCustomersFileIsKeptListedReadAndDeleted() {
    JsonNode first = cached("1", "/1.jpg");
    JsonNode second = cached("2", "/2.jpg");
    assertEquals(files.uri("/1.jpg").toString(), first.path("url").asText());
    assertEquals("image/jpeg", first.path("mediaType").asText());
    assertEquals(11, first.path("contentLengthBytes").asInt());
    assertEquals("2025-06-10T22:03:05.427Z", first.path("dateExpires").asText());
    assertArrayEquals(
        "file /1.jpg".getBytes(StandardCharsets.UTF_8),
        client.download(URI.create(first.path("downloadUrl").asText())).body());
    JsonNode page = body(client.get(PATH + "?pageSize=1&pageNumber=2"), 200);
    assertEquals(2, page.path("total").asInt());
    assertEquals(second, page.at("/entities/0"));
    String self = first.path("selfUri").asText();
    assertEquals(first, body(client.get(self), 200));
    assertEquals(202, client.delete(self).statusCode());
    refusal(client.get(self), 404, "not.found");
    refusal(client.delete(PATH + "/" + Ids.uuid()), 404, "not.found");
  }

  @Test
  void theMessageNamesThePlatformsOwnCopy() {
    JsonNode item = cached("1", "/1.jpg");
    String id = genesys.conversations().get(0).messages().get(0).id();
    JsonNode data = body(client.get("/api/v2/conversations/messages/" + id + "/details"), 200);
    assertEquals(item.path("downloadUrl"), data.at("/media/0/url"));
    assertEquals(item.path("downloadUrl"), data.at("/normalizedMessage/content/0/attachment/url"));
  }

  @Test
  void itExpires() {
    JsonNode item = cached("1", "/1.jpg");
    clock.advance(Duration.ofHours(1));
    refusal(client.get(item.path("selfUri").asText()), 404, "not.found");
    assertEquals(0, body(client.get(PATH), 200).path("total").asInt());
  }

  @Test
  void eachCallNeedsItsPermission() {
    JsonNode item = cached("1", "/1.jpg");
    genesys.addClient("viewer", "a-secret", Set.of("conversation:cachedMedia:view"));
    HttpResponse<String> token = client.token("viewer", "a-secret", "client_credentials");
    RawClient viewer = client.withToken(Json.read(token.body()).path("access_token").asText());
    assertEquals(200, viewer.get(PATH).statusCode());
    refusal(viewer.delete(item.path("selfUri").asText()), 403, "missing.any.permissions");
  }
}
