// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Ids;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A classic bot connector's list, put and read by requests that are written by hand. */
class BotListTest {
  private static final String VERSION =
      """
      {"version":"%s","supportedLanguages":["en-us"],
       "intents":[{"name":"done","slots":{"n":{"name":"n","type":"Integer"}}}]}""";
  private static final String LIST =
      """
      {"chatBots":[
        {"id":"b/1","name":"Orders","description":"Knows orders","versions":[%s,%s]},
        {"id":"b-2","versions":[]}]}"""
          .formatted(VERSION.formatted("1.0"), VERSION.formatted("2 β"));

  private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
  private final BotConnector connector = genesys.createBotConnector("Orders");
  private final RawClient client = new RawClient(genesys);
  private final String bots = "/api/v2/integrations/botconnector/" + connector.id() + "/bots";

  @BeforeEach
  void pushTheList() {
    assertEquals(204, client.put(bots, LIST).statusCode());
  }

  @AfterEach
  void close() {
    genesys.close();
  }

  private JsonNode read(String path) {
    HttpResponse<String> answer = client.get(bots + path);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.read(answer.body());
  }

  @Test
  void theBotListIsReadBackAsStoredAndReplacedAsAWhole() {
    JsonNode stored = Json.read(client.get(bots).body());
    assertEquals("Orders", stored.at("/chatBots/0/name").asText());
    assertTrue(stored.at("/chatBots/0/selfUri").asText().startsWith(bots));
    assertEquals(204, client.put(bots, "{\"chatBots\":[]}").statusCode());
    assertEquals(0, Json.read(client.get(bots).body()).path("chatBots").size());
    assertEquals(
        404,
        client.put("/api/v2/integrations/botconnector/" + Ids.uuid() + "/bots", LIST).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{} | required property 'chatBots'",
        "{\"chatBots\":[{}]} | chatBots[0] should have required property 'id'",
        "{\"chatBots\":[{\"id\":\" b\"}]} | white space",
        "{\"chatBots\":[{\"id\":\"b\"}]} | required property 'versions'",
        "{\"chatBots\":[{\"id\":\"b\",\"versions\":[{\"version\":\"1\",\"intents\":[]}]}]} | required property 'supportedLanguages'",
        "{\"chatBots\":[{\"id\":\"b\",\"versions\":[{\"version\":\"1\",\"supportedLanguages\":[],\"intents\":[{\"name\":\"i\",\"slots\":{\"s\":{\"name\":\"s\",\"type\":\"date\"}}}]}]}]} | Value [date]",
      })
  void aBotListThatBreaksItsSchemaIs400(String body, String reason) {
    HttpResponse<String> answer = client.put(bots, body);
    assertEquals(400, answer.statusCode());
    String message = Json.read(answer.body()).path("message").asText();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void summariesLeaveTheVersionsOutAndABotWithoutANameGoesByItsId() {
    JsonNode page = read("/summaries");
    assertEquals(
        Json.read(
            """
            [{"id":"b/1","name":"Orders","description":"Knows orders",
              "botCompositeTag":"%1$s:b/1"},
             {"id":"b-2","name":"b-2","botCompositeTag":"%1$s:b-2"}]"""
                .formatted(connector.id())),
        page.path("entities"));
    assertEquals(25, page.path("pageSize").asInt());
    assertEquals(1, page.path("pageCount").asInt());
    assertEquals(2, page.path("total").asInt());
    assertFalse(page.has("nextUri"));
  }

  @Test
  void oneBotIsReadAsItIsStored() {
    JsonNode bot = read("/b%2F1");
    assertEquals(read("").path("chatBots").get(0), bot);
    assertEquals(2, bot.path("versions").size());
  }

  @Test
  void oneBotIsReadWithOneOfItsVersionsAndThatChangesNothing() {
    JsonNode bot = read("/b%2F1?version=2%20%CE%B2");
    assertEquals(1, bot.path("versions").size());
    assertEquals(
        read("/b%2F1").path("versions").get(1), bot.path("versions").get(0), "with its intents");
    assertEquals("Orders", bot.path("name").asText());
    assertEquals(2, read("/b%2F1").path("versions").size());
  }

  @Test
  void theVersionsOfABotAreListedWithoutTheirIntents() {
    assertEquals(
        Json.read(
            """
            [{"id":"b/1","name":"Orders","description":"Knows orders",
              "botCompositeTag":"%1$s:b/1","version":"1.0"},
             {"id":"b/1","name":"Orders","description":"Knows orders",
              "botCompositeTag":"%1$s:b/1","version":"2 β"}]"""
                .formatted(connector.id())),
        read("/b%2F1/versions").path("entities"));
    assertTrue(read("/b-2/versions").path("entities").isEmpty());
  }

  @Test
  void bothListingsComeInPages() {
    List<String> versions =
        IntStream.rangeClosed(1, 50).mapToObj(n -> VERSION.formatted("v" + n)).toList();
    String many =
        IntStream.rangeClosed(1, 50)
            .mapToObj(
                n -> "{\"id\":\"b%d\",\"versions\":[%s]}".formatted(n, n > 1 ? "" : all(versions)))
            .collect(Collectors.joining(",", "{\"chatBots\":[", "]}"));
    assertEquals(204, client.put(bots, many).statusCode());
    assertEquals(50, idsOfAllPages("/summaries", "id").stream().distinct().count());
    assertEquals(50, idsOfAllPages("/b1/versions", "version").stream().distinct().count());
  }

  private static String all(List<String> versions) {
    return String.join(",", versions);
  }

  private List<String> idsOfAllPages(String path, String field) {
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      JsonNode page = read(path + "?pageSize=20&pageNumber=" + number);
      assertEquals(3, page.path("pageCount").asInt());
      assertEquals(number < 3, page.has("nextUri"));
      page.path("entities").forEach(entity -> ids.add(entity.path(field).asText()));
    }
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/b-9",
        "/B%2F1",
        "/b%2F1?version=3",
        "/b%2F1?version=",
        "/b-2?version=1.0",
        "/b-9/versions",
        "/b%2F1/nothing"
      })
  void whatIsNotThereIsNotFound(String path) {
    HttpResponse<String> answer = client.get(bots + path);
    assertEquals(404, answer.statusCode(), answer.body());
    assertEquals("not.found", Json.read(answer.body()).path("code").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/summaries", "/b-2", "/b-2/versions"})
  void aReadNeedsItsPermissionAnIntegrationAndTheMethodGet(String path) {
    genesys.addClient("editor", "secret", Set.of("integration:botconnector:edit"));
    String token =
        Json.read(client.token("editor", "secret", "client_credentials").body())
            .path("access_token")
            .asText();
    HttpResponse<String> refused = client.withToken(token).get(bots + path);
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("integration:botconnector:view"), refused.body());
    String other = bots.replace(connector.id(), "another");
    assertEquals(404, client.get(other + path).statusCode());
    assertEquals(405, client.post(bots + path, "{}").statusCode());
  }

  @Test
  void aPageThatIsNoNumberIsRefused() {
    assertEquals(400, client.get(bots + "/summaries?pageNumber=0").statusCode());
    assertEquals(400, client.get(bots + "/b-2/versions?pageSize=x").statusCode());
  }
}
