// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static io.botflow.testkit.genesys.DigitalBot.message;
import static io.botflow.testkit.genesys.DigitalBot.says;
import static io.botflow.testkit.genesys.RawClient.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.testkit.genesys.internal.rest.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A turn and an outgoing message at once: the flow takes each of them whole, or not at all. */
class OutgoingRaceTest {
  @AutoClose private final DigitalBot bot = new DigitalBot(BotConnectorApiSettings.defaults());

  @Test
  void whatIsSaidWhileTheBotThinksGoesOutAheadOfItsAnswer() {
    bot.publish(bot.flow());
    CountDownLatch thinking = bot.holdTurns();
    String session = bot.turn("1", "question").path("botSessionId").asText();
    bot.sent(says(session, "working on it"));
    assertEquals("working on it", bot.heard());
    thinking.countDown();
    assertEquals("question", bot.heard());
  }

  @Test
  void aCompletionWhileTheBotThinksEndsTheSessionAndTheAnswerIsDropped() {
    bot.publish(bot.flow());
    CountDownLatch thinking = bot.holdTurns();
    String session = bot.turn("1", "question").path("botSessionId").asText();
    bot.client.say(bot.integration, "u1", "2", "hello?");
    bot.sent(message(session, "Complete", "'intent':'done'"));
    bot.awaitIn("Done");
    CountDownLatch answered = new CountDownLatch(1);
    bot.genesys.onTraffic(
        hop -> {
          if (hop.kind() == TrafficEvent.Kind.BOT_ANSWER) {
            answered.countDown();
          }
        });
    thinking.countDown();
    await(answered);
    refusal(bot.send(says(session, "x")), 409, "session.already.closed");
    assertEquals("intent done", bot.flowNote());
    assertEquals(0, bot.webhook.waiting(), "the late answer is not shown");
    assertEquals(0, bot.server.waiting(), "what the customer said since is no turn");
  }

  @Test
  void aLateAnswerOfTheEarlierSessionDoesNotEndTheNextOne() {
    bot.publish(bot.flow().onIntent("done", FlowOutcome.callAgain()));
    CountDownLatch thinking = bot.holdTurns();
    JsonNode first = bot.turn("1", "one");
    bot.client.say(bot.integration, "u1", "2", "two");
    bot.sent(message(first.path("botSessionId").asText(), "Complete", "'intent':'done'"));
    thinking.countDown();
    JsonNode second = Json.read(bot.server.take().body());
    assertEquals("two", second.at("/inputMessage/text").asText());
    assertNotEquals(first.path("botSessionId"), second.path("botSessionId"));
    assertEquals("two", bot.heard(), "of the first session's answer nothing is shown");
    bot.sent(says(second.path("botSessionId").asText(), "here"));
    assertEquals("here", bot.heard());
  }

  @Test
  void aSessionThatExpiresDuringATurnEndsWithThatTurn() {
    bot.publish(bot.flow().sessionTimeout(Duration.ofMillis(50)));
    CountDownLatch thinking = bot.holdTurns();
    String session = bot.turn("1", "question").path("botSessionId").asText();
    awaitRefusal(session);
    thinking.countDown();
    assertEquals("question", bot.heard(), "the answer was asked for in time");
    bot.awaitIn("Fallback");
    assertTrue(bot.flowNote().startsWith("failure ServiceProviderTimeout: "), bot.flowNote());
  }

  private void awaitRefusal(String session) {
    long deadline = System.nanoTime() + DigitalBot.SOON.toNanos();
    while (bot.send(message(session, "MoreData", "")).statusCode() == 200) {
      assertTrue(System.nanoTime() < deadline, "the session does not expire");
    }
  }

  @Test
  void whatWaitsForItsFileIsRefusedWhenTheFlowHasGoneOnMeanwhile() throws Exception {
    bot.connector.fileAttachments(true);
    String session = bot.publish(bot.flow()).begin();
    CountDownLatch fetching = bot.holdTurns();
    ExecutorService sender = Executors.newSingleThreadExecutor();
    try {
      Future<HttpResponse<String>> answer =
          sender.submit(() -> bot.send(bot.shows(session, "slow.png")));
      assertEquals("/slow.png", bot.server.take().path());
      bot.sent(message(session, "Complete", "'intent':'done'"));
      fetching.countDown();
      refusal(answer.get(30, TimeUnit.SECONDS), 409, "session.already.closed");
    } finally {
      sender.shutdownNow();
    }
    assertEquals(0, bot.webhook.waiting());
  }

  @Test
  void ofManyCompletionsAtOnceOneIsTakenAndTheCustomerReadsThatOneAlone() throws Exception {
    int many = 8;
    String session = bot.publish(bot.flow()).begin();
    ExecutorService senders = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      IntStream.range(0, many)
          .forEach(
              n ->
                  calls.add(
                      () ->
                          bot.send(
                                  message(
                                      session,
                                      "Complete",
                                      "'intent':'done','replyMessages':[{'type':'Text','text':'"
                                          + n
                                          + "'}]"))
                              .statusCode()));
      calls.add(
          () -> {
            bot.client.say(bot.integration, "u1", "2", "in between");
            return 0;
          });
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> call : senders.invokeAll(calls, 30, TimeUnit.SECONDS)) {
        statuses.add(call.get());
      }
      assertEquals(1, statuses.stream().filter(status -> status == 200).count());
      assertEquals(many - 1, statuses.stream().filter(status -> status == 409).count());
    } finally {
      senders.shutdownNow();
    }
    ConversationRecord record = bot.genesys.conversations().get(0);
    assertEquals(1, record.participants(ParticipantPurpose.ACD).size(), "in one queue, once");
    long completions =
        record.messages().stream()
            .filter(message -> String.valueOf(message.text()).matches("\\d"))
            .count();
    assertEquals(1, completions);
  }

  @Test
  void turnsAndCompletionsInManyConversationsAtOnceMixNothingUp() throws Exception {
    bot.publish(bot.flow().onIntent("done", FlowOutcome.callAgain()));
    int customers = 6;
    ExecutorService threads = Executors.newFixedThreadPool(customers);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      IntStream.range(0, customers).forEach(n -> calls.add(() -> talk("customer-" + n)));
      for (Future<Boolean> call : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        assertTrue(call.get());
      }
    } finally {
      threads.shutdownNow();
    }
    for (ConversationRecord record : bot.genesys.conversations()) {
      List<String> own = new ArrayList<>();
      record.messages().stream()
          .filter(message -> !message.fromCustomer())
          .forEach(message -> own.add(String.valueOf(message.text())));
      assertTrue(
          own.stream().allMatch(text -> text.startsWith(record.customerId() + " ")),
          own.toString());
      assertTrue(record.participants(ParticipantPurpose.ACD).isEmpty(), "nobody has failed");
      List<String> lastTurns = own.stream().filter(text -> text.endsWith(" last")).toList();
      assertEquals(1, lastTurns.size(), own.toString());
    }
  }

  /** Ends each session while its turn may be under way; the next message opens another. */
  private boolean talk(String customer) {
    for (int turn = 0; turn < 10; turn++) {
      bot.client.say(bot.integration, customer, "m-" + turn, customer + " says " + turn);
      for (String session : bot.sessionsOf(customer)) {
        bot.send(says(session, customer + " hears"));
        bot.send(message(session, "Complete", "'intent':'done'"));
      }
    }
    bot.client.say(bot.integration, customer, "last", customer + " last");
    long deadline = System.nanoTime() + DigitalBot.SOON.toNanos();
    while (System.nanoTime() < deadline) {
      boolean answered =
          bot.genesys.conversations().stream()
              .filter(record -> record.customerId().equals(customer))
              .anyMatch(
                  record ->
                      record.hasMessage(m -> !m.fromCustomer() && m.says(customer + " last")));
      if (answered) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    return false;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
