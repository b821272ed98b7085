// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.testkit.telegram.TelegramTraffic.Direction;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestHooksTest {
  private final TelegramSimulator telegram = TelegramSimulator.builder().start();
  private final RawBot bot = new RawBot(telegram);
  private final TelegramCustomer ivan = telegram.customer(1, "Іван", null, null);

  @BeforeEach
  void start() {
    ivan.start("");
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void retryAfterStandsInHeaderAndBodyAndNothingIsSent() {
    telegram.faults().retryAfter("sendMessage", 30, 2);
    for (int i = 0; i < 2; i++) {
      RawBot.Reply reply = send();
      assertEquals("429 Too Many Requests: retry after 30", reply.outcome());
      assertEquals("30", reply.http().headers().firstValue("Retry-After").orElse(""));
      assertEquals(30, reply.body().at("/parameters/retry_after").asInt());
    }
    assertTrue(ivan.messages().isEmpty());
    assertEquals("200", send().outcome());
  }

  @Test
  void plannedRefusalsHitTheirMethodOnlyAndInOrder() {
    telegram.faults().next("sendmessage", 500, 1).next("sendMessage", 400, "Bad Request: odd", 1);
    assertEquals("200", bot.call("getMe", "{}").outcome());
    assertEquals("500 Internal Server Error: restart", send().outcome());
    assertEquals("400 Bad Request: odd", send().outcome());
    assertEquals("200", send().outcome());
    telegram.faults().next("sendMessage", 502, 5).clear();
    assertEquals("200", send().outcome());
    assertThrows(IllegalArgumentException.class, () -> telegram.faults().next("getMe", 200, 1));
  }

  @Test
  void aDroppedAnswerExecutesTheCallOnceAndTellsTheCallerNothing() {
    telegram.faults().dropAnswer("sendMessage", 1);
    assertThrows(UncheckedIOException.class, this::send);
    ivan.awaitMessage(m -> m.text().equals("secret words"), Duration.ofSeconds(10));
    assertEquals(1, ivan.messages().size());
    assertEquals("200", send().outcome());
    assertEquals(2, ivan.messages().size());
  }

  @Test
  void downloadsCanFailToo() {
    ivan.sendDocument("a.txt", "text/plain", new byte[] {1}, null);
    String id =
        bot.call("getUpdates", "{'offset':-1}").result().at("/0/message/document/file_id").asText();
    String path =
        bot.call("getFile", "{'file_id':'" + id + "'}").result().path("file_path").asText();
    telegram.faults().next(TelegramFaults.FILE_DOWNLOAD, 502, 1);
    assertEquals(502, bot.download(path).statusCode());
    assertEquals(200, bot.download(path).statusCode());
  }

  @Test
  void requestsAreLoggedWithoutSecrets() {
    bot.call("setWebhook", "{'url':'','secret_token':'hush'}");
    bot.upload(
        "sendDocument", Map.of("chat_id", "1"), "document", "a.txt", "text/plain", new byte[9]);
    List<TelegramRequest> requests = telegram.requests();
    assertEquals(
        List.of("setWebhook", "sendDocument"),
        requests.stream().map(TelegramRequest::method).toList());
    assertEquals("***", requests.get(0).parameters().path("secret_token").asText());
    assertEquals(9, requests.get(1).parameters().at("/document/file_size").asInt());
    assertEquals("1", requests.get(1).parameters().path("chat_id").asText());
    String token = telegram.token();
    assertFalse(requests.stream().anyMatch(r -> r.parameters().toString().contains(token)));
  }

  @Test
  void everyHopIsReportedInOrderWithIdsAndWithoutWords() {
    List<TelegramTraffic> hops = new CopyOnWriteArrayList<>();
    telegram.onTraffic(
        hop -> {
          throw new IllegalStateException("a bad listener");
        });
    telegram.onTraffic(hops::add);
    long asked = ivan.sendText("secret words");
    String update = bot.call("getUpdates", "{'offset':-1}").result().at("/0/update_id").asText();
    long sent = send().result().path("message_id").asLong();
    Until.holds(() -> hops.size() == 5);

    assertHop(hops.get(0), Direction.FROM_CUSTOMER, "message", "1", Long.toString(asked), 0);
    assertHop(hops.get(1), Direction.TO_BOT, "message", "1", update, 200);
    assertHop(hops.get(2), Direction.FROM_BOT, "getUpdates", "", "", 200);
    assertHop(hops.get(3), Direction.TO_CUSTOMER, "sendMessage", "1", Long.toString(sent), 0);
    assertHop(hops.get(4), Direction.FROM_BOT, "sendMessage", "1", Long.toString(sent), 200);
    String all = hops + ivan.messages().toString() + telegram.requests();
    assertFalse(all.contains("secret words"));
    assertFalse(all.contains(telegram.token()));
  }

  @Test
  void waitingInVainNamesWhatDidCome() {
    send();
    AssertionError e =
        assertThrows(
            AssertionError.class,
            () -> ivan.awaitMessage(m -> m.text().equals("other"), Duration.ofMillis(1)));
    assertTrue(e.getMessage().contains("sendMessage 2"));
  }

  @Test
  void closingEndsTheThreads() {
    TelegramSimulator other = TelegramSimulator.builder().token("987654:x").start();
    new RawBot(other).call("getMe", "{}");
    assertTrue(threadsOfTheOther());
    other.close();
    other.close();
    Until.holds(() -> !threadsOfTheOther());
  }

  private static boolean threadsOfTheOther() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("telegram-987654"));
  }

  private RawBot.Reply send() {
    return bot.call("sendMessage", "{'chat_id':1,'text':'secret words'}");
  }

  private static void assertHop(
      TelegramTraffic hop, Direction direction, String kind, String chat, String id, int status) {
    assertEquals(new TelegramTraffic(hop.at(), direction, kind, chat, id, status), hop);
  }
}
