// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.botflow.connector.web.WebResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private final MutableClock clock = new MutableClock();
  private final TelegramSimulator telegram =
      TelegramSimulator.builder()
          .clock(clock)
          .webhookRetries(WebhookRetries.telegram().scaled(0.001))
          .start();
  private final RawBot bot = new RawBot(telegram);
  private final TelegramCustomer ivan = telegram.customer(3527065, "Іван", "Петренко", "uk");

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void updatesArriveWithTheSecretInTheDocumentedForm() throws Exception {
    try (Hook hook = Hook.taking()) {
      assertEquals(
          "200 Webhook was set",
          bot.call("setWebhook", "{'url':'" + hook.url() + "','secret_token':'s3cret_-'}")
              .outcome());
      ivan.sendText("Привіт");

      Hook.Delivery delivery = hook.next();
      assertEquals(
          "s3cret_-", delivery.request().header("X-Telegram-Bot-Api-Secret-Token").orElse(""));
      assertEquals("application/json", delivery.request().header("Content-Type").orElse(""));
      assertEquals("POST", delivery.request().method());
      JsonNode message = delivery.update().path("message");
      assertEquals(2, delivery.update().size());
      assertEquals("Привіт", message.path("text").asText());
      assertEquals(1, message.path("message_id").asLong());
      assertEquals(clock.instant().getEpochSecond(), message.path("date").asLong());
      assertEquals("private", message.at("/chat/type").asText());
      assertEquals(3527065, message.at("/chat/id").asLong());
      assertEquals("uk", message.at("/from/language_code").asText());
      assertFalse(message.at("/from/is_bot").asBoolean(true));
      Until.holds(() -> telegram.pendingUpdates() == 0);
    }
  }

  @Test
  void withoutASecretThereIsNoHeader() throws Exception {
    try (Hook hook = Hook.taking()) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      ivan.sendText("x");
      assertTrue(hook.next().request().header("X-Telegram-Bot-Api-Secret-Token").isEmpty());
    }
  }

  @Test
  void aRefusedUpdateIsRepeatedUnderItsIdBeforeTheNextOfItsChat() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (Hook hook = new Hook(d -> WebResponse.empty(tries.incrementAndGet() <= 3 ? 503 : 200))) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      ivan.sendText("first");
      ivan.sendText("second");

      long id = hook.next().id();
      for (int i = 0; i < 3; i++) {
        Hook.Delivery again = hook.next();
        assertEquals(id, again.id());
        assertEquals("first", again.text());
      }
      Hook.Delivery second = hook.next();
      assertEquals(id + 1, second.id());
      assertEquals("second", second.text());

      JsonNode info = bot.call("getWebhookInfo", "{}").result();
      assertEquals(
          "Wrong response from the webhook: 503 Service Unavailable",
          info.path("last_error_message").asText());
      assertEquals(clock.instant().getEpochSecond(), info.path("last_error_date").asLong());
    }
  }

  @Test
  void aChatThatIsStuckHoldsUpNoOtherAndKeepsItsOrder() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (Hook hook =
        new Hook(
            d -> {
              if (d.text().equals("0")) {
                await(release);
              }
              return WebResponse.empty(200);
            })) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      TelegramCustomer olena = telegram.customer(2, "Олена", null, null);
      for (int i = 0; i < 5; i++) {
        ivan.sendText(Integer.toString(i));
      }
      assertEquals("0", hook.next().text());
      olena.sendText("other chat");
      assertEquals("other chat", hook.next().text());
      assertEquals(0, hook.unread());
      Until.holds(() -> telegram.pendingUpdates() == 5);
      assertEquals(
          5, bot.call("getWebhookInfo", "{}").result().path("pending_update_count").asInt());

      release.countDown();
      List<String> rest = new ArrayList<>();
      for (int i = 1; i < 5; i++) {
        rest.add(hook.next().text());
      }
      assertEquals(List.of("1", "2", "3", "4"), rest);
    }
  }

  @Test
  void noMoreChatsAreServedAtOnceThanConnectionsAllow() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Hook hook =
        new Hook(
            d -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              await(release);
              inside.decrementAndGet();
              return WebResponse.empty(200);
            })) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "','max_connections':3}");
      for (int i = 1; i <= 10; i++) {
        telegram.customer(i, "C" + i, null, null).sendText("x");
      }
      Until.holds(() -> inside.get() == 3);
      release.countDown();
      Until.holds(() -> telegram.pendingUpdates() == 0);
      assertEquals(3, most.get());
    }
  }

  @Test
  void updatesWaitForAWebhookAndSurviveItsRemoval() throws Exception {
    ivan.sendText("early");
    try (Hook hook = Hook.taking()) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      assertEquals("early", hook.next().text());
      Until.holds(() -> telegram.pendingUpdates() == 0);
      assertEquals("200 Webhook was deleted", bot.call("deleteWebhook", "{}").outcome());
      assertEquals("200 Webhook is already deleted", bot.call("deleteWebhook", "{}").outcome());
      ivan.sendText("late");
      assertEquals("late", bot.call("getUpdates", "{}").result().at("/0/message/text").asText());
      assertEquals(0, hook.unread());
    }
  }

  @Test
  void anUpdateIsGivenUpAfterADayAndTheChatGoesOn() throws Exception {
    try (Hook hook = new Hook(d -> WebResponse.empty(d.text().equals("poison") ? 500 : 200))) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      ivan.sendText("poison");
      hook.next();
      clock.advance(Duration.ofHours(25));
      ivan.sendText("fresh");
      Hook.Delivery delivery = hook.next();
      while (delivery.text().equals("poison")) {
        delivery = hook.next();
      }
      assertEquals("fresh", delivery.text());
      Until.holds(() -> telegram.pendingUpdates() == 0);
    }
  }

  @Test
  void retryAfterMovesTheNextTryEvenBehindTheEndOfTheUpdate() throws Exception {
    // Without the header the first retry would be immediate, and so within the update's day.
    try (Hook hook =
        new Hook(
            d -> {
              if (!d.text().equals("poison")) {
                return WebResponse.empty(200);
              }
              clock.advance(Duration.ofHours(23).plusMinutes(30));
              return WebResponse.empty(503).withHeader("Retry-After", "86400");
            })) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      ivan.sendText("poison");
      ivan.sendText("next");
      assertEquals("poison", hook.next().text());
      assertEquals("next", hook.next().text());
    }
  }

  @Test
  void aWebhookThatIsGoneForNearlyADayIsRemoved() throws Exception {
    try (Hook hook = new Hook(d -> WebResponse.empty(410))) {
      bot.call("setWebhook", "{'url':'" + hook.url() + "'}");
      ivan.sendText("x");
      hook.next();
      hook.next();
      clock.advance(Duration.ofHours(23).plusMinutes(1));
      Until.holds(() -> bot.call("getWebhookInfo", "{}").result().path("url").asText().isEmpty());
      assertEquals(1, telegram.pendingUpdates());
    }
  }

  @Test
  void onlyKindsAskedForAreSent() throws Exception {
    try (Hook hook = Hook.taking()) {
      long seen = ivan.sendText("x");
      bot.call(
          "setWebhook",
          "{'url':'"
              + hook.url()
              + "','allowed_updates':['message_reaction'],'drop_pending_updates':true}");
      ivan.sendText("y");
      ivan.react(seen, "👍");
      JsonNode reaction = hook.next().update().path("message_reaction");
      assertEquals("👍", reaction.at("/new_reaction/0/emoji").asText());
      assertEquals(0, reaction.path("old_reaction").size());
      assertEquals(0, hook.unread());
    }
  }

  @Test
  void badWebhooksAreRefused() {
    assertEquals(
        "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
        bot.call("setWebhook", "{'url':'http://192.0.2.1/x'}").outcome());
    assertEquals(
        "400 Bad Request: secret token contains unallowed characters",
        bot.call("setWebhook", "{'url':'https://example.com/x','secret_token':'a b'}").outcome());
    assertEquals("", bot.call("getWebhookInfo", "{}").result().path("url").asText("?"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
