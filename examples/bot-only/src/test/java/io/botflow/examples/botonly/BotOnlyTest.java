// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.botonly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a process, driven by plain HTTP with JSON written by hand. */
class BotOnlyTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String TOKEN = "s3cret==";
  private static final String KEY = "Bearer k 1";

  private static BotOnlyProcess program;
  private static URI base;

  @BeforeAll
  static void start() throws IOException {
    program =
        BotOnlyProcess.start(
            "--port", "0", "--header", "verify-token=" + TOKEN, "--header", "API_KEY=" + KEY);
    JsonNode ready = program.ready();
    int port = ready.path("port").asInt();
    base = URI.create("http://127.0.0.1:" + port);
    assertEquals(base + "/v1/utterance", ready.path("utteranceUri").asText());
    assertEquals(base + "/v2", ready.path("botConnectorUri").asText());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    program.stop();
    assertEquals(List.of(), program.rest(), "nothing is printed but the one line");
    program.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json");
  }

  private static HttpRequest.Builder proven(String path) {
    return to(path).header("Verify-Token", TOKEN).header("API_KEY", KEY);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return send(proven(path).POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode ok(HttpResponse<String> response) throws IOException {
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
    return JSON.readTree(response.body());
  }

  private static String v1(String text) {
    return """
        {"botId": "Order bot", "botVersion": "1",
         "botSessionId": "f9888cf5-98e2-45c5-9d2f-d8f2dfcecee8",
         "inputMessage": {"type": "Text", "text": "%s"}, "languageCode": "uk-ua",
         "botSessionTimeout": 4320, "chatBot": {"id": "order-bot", "name": "Order bot"},
         "genesysConversationId": "8c562a4d-c68c-4a8f-8d4d-6bc3e3cf3f27",
         "parameters": {"surveyId": "abc"}}"""
        .formatted(text);
  }

  private static String v2(String messageId, String text) {
    return """
        {"botId": "order-bot", "botVersion": "1",
         "botSessionId": "462064bd-820f-4806-a04b-8bdc915dba3e", "messageId": "%s",
         "inputMessage": {"type": "Text", "text": "%s"}, "languageCode": "en-us",
         "botSessionTimeout": 60, "genesysConversationId": "31408724-1e03-44ca-a698-31da56dd08f4",
         "parameters": {"parameter1": "value1"}}"""
        .formatted(messageId, text);
  }

  @Test
  void version1AnswersInItsOwnSpelling() throws Exception {
    assertEquals(
        "{\"replymessages\":[{\"type\":\"Text\",\"text\":\"Замовлення 10458 вже у відділенні.\"}],"
            + "\"botState\":\"MoreData\"}",
        post("/v1/utterance", v1("Де моє замовлення 10458?")).body());
    assertEquals(
        JSON.readTree(
            """
            {"replymessages": [{"type": "Text", "text": "З'єдную вас з оператором."}],
             "intent": "call-operator", "botState": "Complete", "parameters": {"group": "Support"}}
            """),
        ok(post("/v1/utterance", v1("Покличте оператора"))));
  }

  @Test
  void version2AnswersInItsOwnSpelling() throws Exception {
    assertEquals(
        "{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"Text\",\"text\":"
            + "\"Order 10457 is on its way and arrives tomorrow.\"}]}",
        post("/v2/messages", v2("aa30d0f5-0001", "Where is 10457?")).body());
    assertEquals(
        JSON.readTree(
            """
            {"botState": "Complete", "intent": "call-operator",
             "replyMessages": [{"type": "Text", "text": "I am connecting you with an operator."}],
             "parameters": {"group": "Support"}}
            """),
        ok(post("/v2/messages", v2("aa30d0f5-0002", "operator"))));
  }

  @Test
  void version2ListsTheBot() throws Exception {
    JsonNode bot =
        JSON.readTree(
            """
            {"id": "order-bot", "name": "Order bot", "provider": "BotFlow examples",
             "description": "Tells the status of an order and calls an operator",
             "versions": [{"version": "1", "supportedLanguages": ["uk-ua", "en-us"],
               "intents": [{"name": "order-status", "entities": [{"name": "order", "type": "String"}]},
                           {"name": "call-operator"}]}]}
            """);
    JsonNode list = ok(send(proven("/v2/bots").GET()));
    assertEquals(1, list.size());
    assertEquals(bot, list.at("/entities/0"));
    assertEquals(bot, ok(send(proven("/v2/bots/order-bot").GET())));
    assertEquals(404, send(proven("/v2/bots/Order-Bot").GET()).statusCode(), "ids have a case");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'botId':'order-bot','botSessionId':'a'} | Файл отримано",
        "{'botId':'order-bot','genesysConversationId':'b','new':[{}],'inputMessage':null} | Файл",
        "{'botId':'order-bot','botSessionId':'c','inputMessage':{'type':'structured','buttonResponse':"
            + "{'type':'quickreply','text':'Is 10458 there?','payload':'p'}}} | post office",
        "{'botId':'order-bot','botSessionId':'d','inputMessage':{'type':'Structured','content':"
            + "[{'contentType':'BUTTONRESPONSE','buttonResponse':{'type':'Button',"
            + "'text':'Is 10458 there?','payload':'p'}}]},'parameters':{'n':7}} | post office",
        "{'botId':'order-bot','botSessionId':'e','inputMessage':{'type':'Receipt'}} | Файл",
        "{'botId':'order-bot','botSessionId':'f','languageCode':'EN-US'} | your file",
      })
  void requestsAreReadLenientlyByBothVersions(String body, String answer) throws Exception {
    String json = body.replace('\'', '"');
    JsonNode classic = ok(post("/v1/utterance", json));
    assertEquals("MoreData", classic.path("botState").asText(), classic::toString);
    assertTrue(classic.at("/replymessages/0/text").asText().contains(answer), classic::toString);
    JsonNode digital = ok(post("/v2/messages", json));
    assertTrue(digital.at("/replyMessages/0/text").asText().contains(answer), digital::toString);
  }

  @Test
  void whatCannotBeReadOrIsNotServedIsRefused() throws Exception {
    for (String broken : List.of("", "{", "[]", "null", "\"text\"", "{\"botId\":\"order-bot\"}")) {
      assertEquals(400, post("/v2/messages", broken).statusCode(), broken);
      JsonNode failed = ok(post("/v1/utterance", broken));
      assertEquals("Failed", failed.path("botState").asText());
      assertEquals("InvalidRequest", failed.at("/errorInfo/errorCode").asText());
    }
    String stranger = v2("m", "hi").replace("order-bot", "other-bot");
    assertEquals(404, post("/v2/messages", stranger).statusCode());
    String version = v2("m", "hi").replace("\"botVersion\": \"1\"", "\"botVersion\": \"2\"");
    assertEquals(404, post("/v2/messages", version).statusCode());
    JsonNode unknown = ok(post("/v1/utterance", v1("hi").replaceAll("[Oo]rder.bot", "other")));
    assertEquals("UnknownBot", unknown.at("/errorInfo/errorCode").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/v1/utterance",
    "GET,/v1/utterance",
    "GET,/v2/bots",
    "HEAD,/v2/bots",
    "GET,/v2/bots/order-bot",
    "GET,/v2/bots/other",
    "POST,/v2/messages",
    "DELETE,/v2/messages",
    "GET,/v2",
    "GET,/",
    "GET,/favicon.ico",
  })
  void withoutEachSecretEveryPathIsForbidden(String method, String path) throws Exception {
    List<HttpRequest.Builder> unproven =
        List.of(
            to(path),
            to(path).header("verify-token", TOKEN),
            to(path).header("API_KEY", KEY),
            to(path).header("verify-token", TOKEN).header("API_KEY", KEY + "1"),
            to(path).header("verify-token", "S3CRET==").header("API_KEY", KEY));
    for (HttpRequest.Builder request : unproven) {
      HttpResponse<String> response =
          send(request.method(method, BodyPublishers.ofString(v1("operator"))));
      assertEquals(403, response.statusCode());
      assertEquals("", response.body());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /v1/utterance | 405 | POST",
        "HEAD | /v1/utterance | 405 | POST",
        "PUT | /v2/messages | 405 | POST",
        "OPTIONS | /v2/messages | 405 | POST",
        "POST | /v2/bots | 405 | GET, HEAD",
        "DELETE | /v2/bots/order-bot | 405 | GET, HEAD",
        "HEAD | /v2/bots | 200 | ",
        "HEAD | /v2/bots/order-bot | 200 | ",
        "POST | /v1 | 404 | ",
        "GET | /v2 | 404 | ",
        "GET | /v2/other | 404 | ",
      })
  void eachPathHasItsMethods(String method, String path, int status, String allow)
      throws Exception {
    HttpResponse<String> response = send(proven(path).method(method, BodyPublishers.noBody()));
    assertEquals(status, response.statusCode());
    assertEquals(allow, response.headers().firstValue("Allow").orElse(null));
  }

  @Test
  void aRepeatedRequestGetsTheSameBytes() throws Exception {
    String body = v2("aa30d0f5-0003", "Where is 10459?");
    assertEquals(post("/v2/messages", body).body(), post("/v2/messages", body).body());
  }

  @Test
  void manyConnectionsAreHeldAndServedAtOnce() throws Exception {
    int connections = 400;
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<CompletableFuture<Integer>> served = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        String body = v2("many-" + i, "Where is 10457?").replace("462064bd", "s" + i);
        served.add(CompletableFuture.supplyAsync(() -> status(body), threads));
      }
      for (CompletableFuture<Integer> one : served) {
        assertEquals(200, one.get(60, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int status(String body) {
    try {
      return post("/v2/messages", body).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void wrongArgumentsEndItWithOneLine() throws Exception {
    try (BotOnlyProcess wrong = BotOnlyProcess.start("--port", "0")) {
      assertEquals(2, wrong.exit());
      List<String> lines = wrong.rest();
      assertEquals(1, lines.size(), lines::toString);
      assertTrue(lines.get(0).startsWith("--header NAME=VALUE is missing"), lines::toString);
    }
  }

  @Test
  void aPortThatIsTakenEndsItWithOneLine() throws Exception {
    try (BotOnlyProcess second =
        BotOnlyProcess.start("--port", Integer.toString(base.getPort()), "--header", "a=b")) {
      assertEquals(1, second.exit());
      assertEquals(1, second.rest().size());
    }
  }
}
