// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.message.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverHttpTest {
  private static final String BODY =
      "{\"botId\":\""
          + ScriptedBot.ID
          + "\",\"botSessionId\":\"s\",\"genesysConversationId\":\"c\"}";

  private final ScriptedBot bot = ScriptedBot.answering(Reply.awaitMore(new Text("Добрий день")));
  private final BotConnectorEndpoint endpoint =
      BotConnectorEndpoint.builder(
              List.of(bot),
              BotConnectorSettings.builder().header("GENESYS_CONNECTION_SECRET", "s3").build())
          .build();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", JdkHttpBinding.of(endpoint.web()));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
    endpoint.close();
  }

  private HttpResponse<String> call(String method, String path, String secret)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://"
                + server.getAddress().getAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort()
                + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString(BODY) : BodyPublishers.noBody())
            .header("Content-Type", "application/json")
            .header("Genesys_Connection_Secret", secret)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void everyPathAnswersOverRealHttp() throws IOException, InterruptedException {
    assertEquals(
        Caller.json(
            "{\"replymessages\":[{\"type\":\"Text\",\"text\":\"Добрий день\"}],\"botState\":\"MoreData\"}"),
        Caller.json(call("POST", Caller.V1, "s3").body()));
    assertEquals(
        Caller.json(
            "{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"Text\",\"text\":\"Добрий день\"}]}"),
        Caller.json(call("POST", Caller.V2, "s3").body()));
    assertEquals(
        "Cookie Shop",
        Caller.json(call("GET", "/bot/v2/bots", "s3").body()).at("/entities/0/name").asText());
    HttpResponse<String> one = call("GET", "/bot/v2/bots/" + ScriptedBot.ID, "s3");
    assertEquals("application/json", one.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("Cookie Shop", Caller.json(one.body()).path("name").asText());
    assertEquals(2, bot.turns.size());
  }

  @Test
  void theBotListAnswersHeadAsGetWithoutItsBody() throws IOException, InterruptedException {
    HttpResponse<String> get = call("GET", "/bot/v2/bots", "s3");
    HttpResponse<String> head = call("HEAD", "/bot/v2/bots", "s3");
    assertEquals(200, head.statusCode());
    assertEquals(
        get.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"));
    assertEquals("", head.body());
    HttpResponse<String> post = call("POST", "/bot/v2/bots", "s3");
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
    assertEquals(405, call("HEAD", Caller.V2, "s3").statusCode());
  }

  @Test
  void theSecretGuardsEveryPathOverRealHttp() throws IOException, InterruptedException {
    assertEquals(403, call("POST", Caller.V1, "s4").statusCode());
    assertEquals(403, call("POST", Caller.V2, "s4").statusCode());
    assertEquals(403, call("GET", "/bot/v2/bots", "s4").statusCode());
    assertEquals(403, call("GET", "/bot/v2/bots/" + ScriptedBot.ID, "s4").statusCode());
    for (String elsewhere : List.of("/", "/bot/v2", "/bot/v1", "/bot/v1/utterance/x")) {
      assertEquals(403, call("GET", elsewhere, "s4").statusCode(), elsewhere);
      assertEquals(404, call("GET", elsewhere, "s3").statusCode(), elsewhere);
    }
    assertEquals(0, bot.turns.size());
  }
}
