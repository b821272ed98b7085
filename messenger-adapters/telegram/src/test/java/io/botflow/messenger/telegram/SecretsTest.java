// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.message.Part;
import io.botflow.connector.message.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** The token and the webhook's secret show nowhere, whatever goes wrong. */
class SecretsTest {
  private static final Path LOG = Path.of("target/telegram-adapter.log");

  @RegisterExtension final BotServer telegram = new BotServer();

  private final List<String> seen = new ArrayList<>();

  @Test
  void noFailureShowsASecret() throws Exception {
    Duration soon = Duration.ofMillis(300);
    TelegramAdapter adapter = telegram.builder().requestTimeout(soon).uploadTimeout(soon).build();
    List<MockResponse> answers =
        List.of(
            answer(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"),
            answer(404, "<html>/bot" + BotServer.TOKEN + "/x not found</html>"),
            answer(200, "{\"ok\":tru /bot" + BotServer.TOKEN),
            answer(302, ""),
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
            new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build(),
            new MockResponse.Builder().status("nonsense " + BotServer.TOKEN).build());
    for (MockResponse answer : answers) {
      attempt(answer, () -> adapter.poll("1", Duration.ZERO));
      attempt(answer, () -> adapter.open(new MediaSource.MessengerFile("id")));
      attempt(answer, () -> adapter.webhook().set(URI.create("https://bridge.example/x")));
      result(answer, adapter, new Text("x"));
      result(answer, adapter, Media.of(Media.Type.FILE, new MediaSource.Stored("k")));
    }
    telegram.stop();
    seen.add(trace(() -> adapter.poll("1", Duration.ZERO)));
    seen.add(adapter.toString());
    seen.add(telegram.builder().toString());
    assertTrue(seen.size() > 30);
    seen.forEach(SecretsTest::assertClean);
  }

  @Test
  void evenAnHttpClientThatQuotesTheUrlShowsNothing() {
    HttpClient client =
        HttpClient.newBuilder()
            .proxy(
                new ProxySelector() {
                  @Override
                  public List<java.net.Proxy> select(URI uri) {
                    throw new IllegalArgumentException("no proxy for " + uri);
                  }

                  @Override
                  public void connectFailed(URI uri, SocketAddress address, IOException e) {}
                })
            .build();
    TelegramAdapter adapter = telegram.builder().httpClient(client).build();
    assertClean(trace(() -> adapter.poll("1", Duration.ZERO)));
    assertClean(adapter.send(new Text("x"), BotServer.CUSTOMER, BotServer.context()).toString());
  }

  @Test
  void theLogTellsOfCallsWithoutTokenAndText() throws Exception {
    telegram.answer(200, BotServer.SENT);
    telegram.adapter().send(new Text("customer-canary"), BotServer.CUSTOMER, BotServer.context());
    String log = Files.readString(LOG);
    assertTrue(log.contains("Telegram bot 4242: sendMessage answered 200"), "nothing was logged");
    assertClean(log);
    assertFalse(log.contains("customer-canary"));
    assertFalse(log.contains(BotServer.CUSTOMER.userId()));
  }

  @Test
  void redactingFindsTheTokenInsideOtherText() {
    BotToken token = BotToken.of(BotServer.TOKEN);
    assertEquals(
        "GET http://x/bot4242:***/getMe",
        token.redact("GET http://x/bot" + BotServer.TOKEN + "/getMe"));
    assertEquals("", token.redact(null));
  }

  private void attempt(MockResponse answer, Executable call) {
    telegram.answer(answer);
    seen.add(trace(call));
  }

  private void result(MockResponse answer, TelegramAdapter adapter, Part part) {
    telegram.answer(answer);
    seen.add(
        adapter
            .send(
                part, BotServer.CUSTOMER, BotServer.context(null, BotServer.bytes(new byte[] {1})))
            .toString());
  }

  private static String trace(Executable call) {
    Throwable thrown = assertThrows(IOException.class, call);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static void assertClean(String text) {
    assertFalse(text.contains(BotServer.SECRET_PART), text);
    assertFalse(text.contains(BotServer.WEBHOOK_SECRET), text);
  }
}
