// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.RawClient.body;
import static io.botflow.testkit.genesys.RawClient.quoted;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A digital bot connector's list, read by requests that are written by hand. */
class DigitalBotListTest {
  private static final String BOT =
      """
      {"id":"%s","name":"Orders","provider":"BotFlow","description":"Knows orders","versions":[
        {"version":"1","supportedLanguages":["en-us"],"intents":[{"name":"done"}]},
        {"version":"2 β","supportedLanguages":["en-us"],"intents":[{"name":"done","entities":[
          {"name":"n","type":"Integer"}]}]}]}""";

  @AutoClose private final GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();

  @AutoClose
  private final LoopbackServer provider = LoopbackServer.answering(DigitalBotListTest::answer);

  private final DigitalBotConnector connector =
      genesys
          .createDigitalBotConnector("Digital", provider.uri("/base"))
          .connectionSecret("X-Secret", "sesame");
  private final RawClient client = new RawClient(genesys);
  private final String bots = path(connector);

  private static String path(DigitalBotConnector connector) {
    return "/api/v2/integrations/botconnectors/" + connector.id() + "/bots";
  }

  private static WebResponse answer(WebRequest request) {
    return switch (request.path()) {
      case "/base/bots" -> WebResponse.json(200, list(BOT.formatted("b/1"), BOT.formatted("b-2")));
      case "/base/bots/b%2F1" -> WebResponse.json(200, BOT.formatted("b/1"));
      default -> WebResponse.empty(404);
    };
  }

  private static String list(String... bots) {
    return "{\"entities\":[" + String.join(",", bots) + "]}";
  }

  @Test
  void theBotsAreReadFromTheirProviderWithTheConnectionSecret() {
    JsonNode page = body(client.get(bots), 200);
    assertEquals(
        Json.read(list(BOT.formatted("b/1"), BOT.formatted("b-2"))).path("entities"),
        page.path("entities"));
    assertEquals(25, page.path("pageSize").asInt());
    WebRequest asked = provider.take();
    assertEquals("GET /base/bots", asked.method() + " " + asked.path());
    assertEquals("sesame", asked.header("X-Secret").orElseThrow());
    provider.next(WebResponse.json(200, list()));
    assertEquals(0, body(client.get(bots), 200).path("total").asInt(), "asked anew");
  }

  @Test
  void summariesHaveTheNamesOfTheVersionsAlone() {
    assertEquals(
        Json.read(
            quoted(
                "{'id':'b/1','name':'Orders','description':'Knows orders','botCompositeTag':'"
                    + connector.id()
                    + ":b/1','versions':[{'version':'1'},{'version':'2 β'}]}")),
        body(client.get(bots + "/summaries"), 200).path("entities").get(0));
  }

  @Test
  void oneBotIsReadWithAllItsVersionsOrOne() {
    assertEquals(Json.read(BOT.formatted("b/1")), body(client.get(bots + "/b%2F1"), 200));
    assertEquals("/base/bots/b%2F1", provider.take().path());
    JsonNode one = body(client.get(bots + "/b%2F1?version=2%20%CE%B2"), 200);
    assertEquals(1, one.path("versions").size());
    assertEquals("n", one.at("/versions/0/intents/0/entities/0/name").asText());
  }

  @Test
  void theListsComeInPages() {
    String many =
        IntStream.rangeClosed(1, 50)
            .mapToObj(n -> BOT.formatted("b" + n))
            .collect(Collectors.joining(",", "{\"entities\":[", "]}"));
    for (String what : List.of("", "/summaries")) {
      List<String> ids = new ArrayList<>();
      for (int number = 1; number <= 3; number++) {
        provider.next(WebResponse.json(200, many));
        JsonNode page = body(client.get(bots + what + "?pageSize=20&pageNumber=" + number), 200);
        assertEquals(3, page.path("pageCount").asInt());
        page.path("entities").forEach(entity -> ids.add(entity.path("id").asText()));
      }
      assertEquals(50, ids.stream().distinct().count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b-9", "/B%2F1", "/b%2F1?version=3", "/b%2F1/versions"})
  void whatIsNotThereIsNotFound(String path) {
    refusal(client.get(bots + path), 404, "not.found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/summaries", "/b%2F1"})
  void aReadNeedsItsPermissionAndAnIntegrationOfVersion2(String path) {
    genesys.addClient("sender", "secret", Set.of("integration:botconnector:send"));
    String token =
        body(client.token("sender", "secret", "client_credentials"), 200)
            .path("access_token")
            .asText();
    String reason = refusal(client.withToken(token).get(bots + path), 403, "missing.permissions");
    assertTrue(reason.contains("integration:botconnector:view"), reason);
    String classic = genesys.createBotConnector("Classic").id();
    refusal(client.get(bots.replace(connector.id(), classic) + path), 404, "not.found");
  }

  @Test
  void aProviderThatFailsIsABadGateway() {
    provider.next(WebResponse.empty(403)).next(WebResponse.json(200, "{\"chatBots\":[]}"));
    assertTrue(refusal(client.get(bots), 502, "bad.gateway").contains("answered 403"));
    assertTrue(refusal(client.get(bots), 502, "bad.gateway").contains("breaks its schema"));
    provider.next(WebResponse.empty(500));
    refusal(client.get(bots + "/b-2"), 502, "bad.gateway");
  }

  @Test
  void theListMayBeTheOneThatAFlowWasPublishedWith() {
    try (GenesysCloudSimulator keeping =
        GenesysCloudSimulator.builder()
            .botConnectorApi(BotConnectorApiSettings.defaults().listsReadLive(false))
            .start()) {
      DigitalBotConnector own = keeping.createDigitalBotConnector("Digital", provider.uri("/base"));
      RawClient raw = new RawClient(keeping);
      assertEquals(0, body(raw.get(path(own)), 200).path("total").asInt());
      keeping
          .createOpenIntegration("Telegram", "0123456789abcdef-secret")
          .publish(MessageFlow.callDigitalBotConnector(own, "b-2", "1").build());
      provider.take();
      assertEquals(2, body(raw.get(path(own)), 200).path("total").asInt());
      assertEquals(Json.read(BOT.formatted("b-2")), body(raw.get(path(own) + "/b-2"), 200));
      assertEquals(0, provider.waiting(), "the provider is not asked");
    }
  }
}
