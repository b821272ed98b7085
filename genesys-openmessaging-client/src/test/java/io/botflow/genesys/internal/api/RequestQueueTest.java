// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.VirtualTime;
import io.botflow.genesys.auth.AccessTokenProvider;
import io.botflow.genesys.call.Priority;
import io.botflow.genesys.call.RequestBudget;
import io.botflow.genesys.call.Sleeper;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.RateLimitedException;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class RequestQueueTest {
  private final VirtualTime time = new VirtualTime();
  private final Set<Instant> sleepingUntil = ConcurrentHashMap.newKeySet();

  private RequestQueue queue(int perMinute, Duration maxWait, Sleeper sleeper) {
    return new RequestQueue(perMinute, maxWait, time.clock, sleeper);
  }

  @Test
  void noMoreThanTheLimitStartWithinAnySixtySeconds() {
    RequestQueue queue = queue(30, Duration.ofSeconds(60), time);
    Random random = new Random(5);
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      time.clock.advance(Duration.ofMillis(random.nextInt(3000)));
      queue.take(Priority.MESSAGE, "POST /x");
      starts.add(time.clock.instant());
    }
    int waited = time.sleeps().size();
    for (int i = 30; i < starts.size(); i++) {
      Duration span = Duration.between(starts.get(i - 30), starts.get(i));
      assertTrue(span.compareTo(Duration.ofSeconds(60)) >= 0, "request " + i + " after " + span);
    }
    assertTrue(waited > 10, "the limit was felt: " + waited);
  }

  @Test
  void aTurnThatWouldComeTooLateIsRefusedAtOnceWithItsDelay() {
    RequestQueue queue = queue(2, Duration.ofSeconds(59), time);
    queue.take(Priority.MESSAGE, "POST /x");
    time.clock.advance(Duration.ofMillis(500));
    queue.take(Priority.MESSAGE, "POST /x");
    RateLimitedException e =
        assertThrows(RateLimitedException.class, () -> queue.take(Priority.MESSAGE, "POST /x"));
    assertEquals(Duration.ofMillis(59_500), e.retryAfter().orElseThrow());
    assertEquals(0, e.status());
    time.clock.advance(Duration.ofMillis(500));
    queue.take(Priority.MESSAGE, "POST /x");
    assertEquals(List.of(Duration.ofSeconds(59)), time.sleeps());
  }

  @Test
  void aClockThatIsSetBackHoldsNobodyLongerThanAWindow() {
    RequestQueue queue = queue(1, Duration.ofMinutes(2), time);
    queue.take(Priority.MESSAGE, "POST /x");
    time.clock.advance(Duration.ofDays(-3));
    queue.take(Priority.MESSAGE, "POST /x");
    assertEquals(List.of(Duration.ofSeconds(60)), time.sleeps());
  }

  @Test
  void messagesGoBeforeReceiptsBeforeTypingAndEqualsInTheirOrder() throws Exception {
    RequestQueue queue = queue(1, Duration.ofHours(1), untilTheClockIsThere());
    queue.take(Priority.MESSAGE, "POST /first");
    BlockingQueue<String> order = new LinkedBlockingQueue<>();
    List<String> arrivals =
        List.of("TYPING-1", "RECEIPT-1", "TYPING-2", "MESSAGE-1", "RECEIPT-2", "MESSAGE-2");
    for (String name : arrivals) {
      Priority priority = Priority.valueOf(name.substring(0, name.indexOf('-')));
      Thread thread =
          new Thread(
              () -> {
                queue.take(priority, "POST /x");
                order.add(name);
              });
      thread.setDaemon(true);
      thread.start();
      awaitParked(thread);
    }
    List<String> done = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      awaitSleeper();
      time.clock.advance(Duration.ofSeconds(60));
      done.add(String.valueOf(order.poll(20, TimeUnit.SECONDS)));
    }
    assertEquals(
        List.of("MESSAGE-1", "MESSAGE-2", "RECEIPT-1", "RECEIPT-2", "TYPING-1", "TYPING-2"), done);
  }

  /** Really blocks its thread until the test has moved the clock far enough. */
  private Sleeper untilTheClockIsThere() {
    return duration -> {
      Instant end = time.clock.instant().plus(duration);
      sleepingUntil.add(end);
      while (time.clock.instant().isBefore(end)) {
        LockSupport.parkNanos(100_000);
      }
    };
  }

  /**
   * Whoever is next has read the clock and sleeps: moving it earlier would let them sleep for too
   * long.
   */
  private void awaitSleeper() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (sleepingUntil.stream().noneMatch(end -> end.isAfter(time.clock.instant()))) {
      assertTrue(System.nanoTime() < deadline, "nobody waits for the clock");
      LockSupport.parkNanos(100_000);
    }
  }

  private static void awaitParked(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      assertTrue(System.nanoTime() < deadline, "waits for its turn");
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void anInterruptedThreadLeavesTheQueueUnsent() {
    RequestQueue queue =
        queue(
            1,
            Duration.ofHours(1),
            duration -> {
              throw new InterruptedException();
            });
    queue.take(Priority.MESSAGE, "POST /x");
    TransportException e =
        assertThrows(TransportException.class, () -> queue.take(Priority.MESSAGE, "POST /x"));
    assertTrue(Thread.interrupted(), "the flag is set again");
    assertEquals(Delivery.NOT_SENT, e.delivery());
    assertInstanceOf(InterruptedException.class, e.getCause());
    time.clock.advance(Duration.ofSeconds(60));
    queue.take(Priority.MESSAGE, "POST /x");
  }

  @Test
  void aLimitThatOthersUsedUpHoldsTheConnection() {
    try (FakeGenesys genesys = new FakeGenesys();
        GenesysCloud cloud = genesys.connect().clock(time.clock).sleeper(time).build()) {
      genesys.answer(
          new MockResponse.Builder()
              .body("{}")
              .setHeader("inin-ratelimit-count", "300")
              .setHeader("inin-ratelimit-allowed", "300")
              .setHeader("inin-ratelimit-reset", "17")
              .build());
      InboundMessage message = InboundMessage.text(Customer.of("u"), "Hi");
      cloud.openMessaging("i").send(message);
      cloud.openMessaging("i").send(message);
      cloud.openMessaging("i").send(message);
      assertEquals(List.of(Duration.ofSeconds(17)), time.sleeps());
    }
  }

  @Test
  void aConnectionHasABudgetAndItsViewsHaveNoneOrTheirOwn() {
    try (FakeGenesys genesys = new FakeGenesys();
        GenesysCloud cloud =
            genesys
                .connect()
                .budget(RequestBudget.perMinute(2))
                .clock(time.clock)
                .sleeper(time)
                .build()) {
      InboundMessage message = InboundMessage.text(Customer.of("u"), "Hi");
      cloud.openMessaging("i").send(message);
      cloud.openMessaging("i").send(message);
      assertThrows(
          RateLimitedException.class, () -> cloud.openMessaging("i").send(message), "60 s > 30 s");
      cloud.direct().openMessaging("i").send(message);
      cloud.actingAs(AccessTokenProvider.fixed("agent")).openMessaging("i").send(message);
      assertEquals(List.of(), time.sleeps());
      assertEquals(4, genesys.calls().size());
      assertEquals("Bearer agent", genesys.calls().get(3).getHeaders().get("Authorization"));
    }
  }

  @Test
  void theDefaultIsTheLimitOfAnOauthClient() {
    assertEquals(300, RequestBudget.defaults().requestsPerMinute().getAsInt());
    assertTrue(RequestBudget.unlimited().requestsPerMinute().isEmpty());
  }

  @Test
  void wrongSettingsAreNamed() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> RequestBudget.perMinute(0))
            .getMessage()
            .startsWith("requests:"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> RequestBudget.defaults().maxWait(Duration.ofSeconds(-1)))
            .getMessage()
            .startsWith("maxWait:"));
  }
}
