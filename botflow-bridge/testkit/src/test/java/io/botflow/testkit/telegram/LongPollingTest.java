// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongPollingTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ExecutorService pollers = Executors.newCachedThreadPool();
  private final TelegramSimulator telegram = TelegramSimulator.builder().firstUpdateId(500).start();
  private final RawBot bot = new RawBot(telegram);
  private final TelegramCustomer ivan = telegram.customer(1, "Іван", null, null);

  @AfterEach
  void close() {
    telegram.close();
    pollers.shutdownNow();
  }

  @Test
  void updatesAreRepeatedUntilAHigherOffsetConfirmsThem() {
    for (String text : List.of("a", "b", "c", "d")) {
      ivan.sendText(text);
    }
    assertEquals(List.of("500a", "501b", "502c", "503d"), updates("{}"));
    assertEquals(List.of("500a", "501b"), updates("{'limit':2}"));
    assertEquals(List.of("502c", "503d"), updates("{'offset':502}"));
    assertEquals(List.of("502c", "503d"), updates("{'offset':'0'}"));
    assertEquals(List.of("503d"), updates("{'offset':-1}"));
    assertEquals(List.of("503d"), updates("{}"));
    assertEquals(List.of(), updates("{'offset':504}"));
    assertEquals(0, telegram.pendingUpdates());
    ivan.sendText("e");
    assertEquals(List.of("504e"), updates("{}"));
  }

  @Test
  void aWaitingPollWakesWithTheFirstUpdate() throws Exception {
    Future<RawBot.Reply> poll = poll();
    ivan.sendText("wake up");
    assertEquals("wake up", reply(poll).result().at("/0/message/text").asText());
  }

  @Test
  void theNewerOfTwoPollsWins() throws Exception {
    Future<RawBot.Reply> first = poll();
    Future<RawBot.Reply> second = pollers.submit(() -> bot.call("getUpdates", "{'timeout':50}"));
    assertEquals(
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance"
            + " is running",
        reply(first).outcome());
    assertTrue(telegram.awaitPoll(SOON));
    ivan.sendText("x");
    assertEquals(1, reply(second).result().size());
  }

  @Test
  void aWebhookEndsThePollAndForbidsMore() throws Exception {
    Future<RawBot.Reply> poll = poll();
    try (Hook hook = Hook.taking()) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      assertEquals("409 Conflict: terminated by setWebhook request", reply(poll).outcome());
      assertEquals(
          "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first",
          bot.call("getUpdates", "{}").outcome());
      bot.call("setWebhook", "{'url':''}");
      assertEquals("200", bot.call("getUpdates", "{}").outcome());
    }
  }

  @Test
  void closingTheSimulatorEndsThePollAndTheThreads() throws Exception {
    Future<RawBot.Reply> poll = poll();
    telegram.close();
    try {
      assertEquals(500, reply(poll).status());
    } catch (ExecutionException connectionClosed) {
      assertTrue(connectionClosed.getCause() instanceof UncheckedIOException);
    }
  }

  @Test
  void kindsThatMustBeAskedForStayAwayUntilTheyAre() {
    long message = ivan.sendText("x");
    ivan.react(message, "👍");
    assertEquals(1, bot.call("getUpdates", "{}").result().size());
    bot.form("getUpdates", "offset=501&allowed_updates=%5B%22MESSAGE_REACTION%22%5D");
    ivan.react(message, "");
    JsonNode reaction = bot.call("getUpdates", "{}").result().at("/0/message_reaction");
    assertEquals("👍", reaction.at("/old_reaction/0/emoji").asText());
    assertEquals(0, reaction.path("new_reaction").size());
  }

  private Future<RawBot.Reply> poll() {
    Future<RawBot.Reply> poll = pollers.submit(() -> bot.call("getUpdates", "{'timeout':50}"));
    assertTrue(telegram.awaitPoll(SOON));
    return poll;
  }

  private static RawBot.Reply reply(Future<RawBot.Reply> poll)
      throws InterruptedException, ExecutionException, TimeoutException {
    return poll.get(10, TimeUnit.SECONDS);
  }

  private List<String> updates(String parameters) {
    List<String> updates = new ArrayList<>();
    for (JsonNode update : bot.call("getUpdates", parameters).result()) {
      updates.add(update.path("update_id").asText() + update.at("/message/text").asText());
    }
    return updates;
  }
}
