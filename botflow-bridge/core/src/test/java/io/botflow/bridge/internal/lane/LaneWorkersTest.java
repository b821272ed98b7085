// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.internal.gate.Gates;
import io.botflow.bridge.internal.gate.Terms;
import io.botflow.bridge.media.TestClock;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneWorkersTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofDays(1), 3);

  /**
   * Long enough for a slow machine to begin the work in time; its end comes by the store's clock
   * alone.
   */
  private static final Duration LEASE = Duration.ofMillis(1_500);

  private final TestClock clock = new TestClock();
  private Duration groupWait = Duration.ZERO;
  private InMemoryStore store = new InMemoryStore();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final BlockingQueue<BridgeEvent> events = new LinkedBlockingQueue<>();
  private LaneWorkers workers;

  @AfterEach
  void stop() {
    if (workers != null) {
      workers.close();
    }
    executor.shutdownNow();
    store.close();
  }

  @Test
  void entriesOfALaneAreCarriedInOrderAndOneAtATime() throws Exception {
    Map<String, List<Integer>> carried = new ConcurrentHashMap<>();
    Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    start(
        (entry, progress) -> {
          AtomicInteger here = inside.computeIfAbsent(entry.lane(), l -> new AtomicInteger());
          if (here.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
          }
          carried
              .computeIfAbsent(entry.lane(), l -> new ArrayList<>())
              .add(Integer.parseInt(entry.payload()));
          here.decrementAndGet();
          return Outcome.delivered(List.of(), List.of());
        },
        QUICK);

    for (int i = 0; i < 100; i++) {
      for (int customer = 0; customer < 10; customer++) {
        accept("lane-" + customer, customer + "-" + i, Integer.toString(i));
      }
    }

    awaitFinished(1000);
    assertEquals(0, overlaps.get());
    List<Integer> inOrder = java.util.stream.IntStream.range(0, 100).boxed().toList();
    carried.values().forEach(list -> assertEquals(inOrder, list));
    assertEquals(10, carried.size());
  }

  @Test
  void aFailingHeadHoldsItsOwnLaneOnly() throws Exception {
    CountDownLatch mended = new CountDownLatch(1);
    List<String> carried = new java.util.concurrent.CopyOnWriteArrayList<>();
    start(
        (entry, progress) -> {
          if (entry.payload().equals("bad") && mended.getCount() > 0) {
            return new Outcome.TryAgain("the far side is away", null);
          }
          carried.add(entry.payload());
          return Outcome.delivered(List.of(), List.of());
        },
        QUICK);

    accept("ill", "1", "bad");
    accept("ill", "2", "behind");
    accept("well", "3", "other");
    awaitFinished(1);
    assertEquals(List.of("other"), carried);

    mended.countDown();
    awaitFinished(2);
    assertEquals(List.of("other", "bad", "behind"), carried);
  }

  @Test
  void aRetryGoesOnBehindThePartsThatAreDone() throws Exception {
    List<Integer> sent = new java.util.concurrent.CopyOnWriteArrayList<>();
    AtomicInteger attempts = new AtomicInteger();
    start(
        (entry, progress) -> {
          boolean first = attempts.incrementAndGet() == 1;
          for (int part = entry.done().size(); part < 3; part++) {
            if (first && part == 1) {
              return new Outcome.TryAgain("the second part failed", null);
            }
            sent.add(part);
            progress.record(new Link(part, "user", "m" + part, "g", null));
          }
          return Outcome.delivered(List.of(), List.of());
        },
        QUICK);

    accept("lane", "1", "three parts");

    awaitFinished(1);
    assertEquals(List.of(0, 1, 2), sent);
    assertEquals(
        List.of("m0", "m1", "m2"),
        store.linksByGenesysId("route", "g").stream().map(Link::messengerId).toList());
  }

  @Test
  void whatIsTooOldBecomesADeadLetterAndTheLaneGoesOn() throws Exception {
    start(
        (entry, progress) ->
            entry.payload().equals("bad")
                ? new Outcome.TryAgain("never", null)
                : Outcome.delivered(List.of(), List.of()),
        new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofNanos(1), 3));

    accept("lane", "1", "bad");
    accept("lane", "2", "good");

    List<BridgeEvent.Finished> finished = awaitFinished(2);
    assertEquals(
        List.of(EntryState.DEAD, EntryState.DELIVERED),
        finished.stream().map(BridgeEvent.Finished::state).toList());
    assertEquals(1, store.deadLetters(10).size());
    assertTrue(store.deadLetters(10).get(0).reason().contains("never"));
  }

  @Test
  void aHandlerThatKeepsThrowingDoesNotHoldItsLaneForever() throws Exception {
    start(
        (entry, progress) -> {
          throw new IllegalStateException("a fault of ours");
        },
        QUICK);

    accept("lane", "1", "x");

    List<BridgeEvent.Finished> finished = awaitFinished(1);
    assertEquals(EntryState.DEAD, finished.get(0).state());
  }

  @Test
  void workThatIsLongerThanItsLeaseIsDoneOnceAndAlone() throws Exception {
    store = new InMemoryStore(clock);
    AtomicInteger renewals = new AtomicInteger();
    AtomicInteger started = new AtomicInteger();
    start(
        InterceptedStore.counting(store, "renew", renewals),
        executor,
        LEASE,
        (entry, progress) -> {
          started.incrementAndGet();
          for (int i = 0; i < 3; i++) {
            int seen = renewals.get();
            awaitTrue(() -> renewals.get() > seen);
            clock.advance(LEASE.multipliedBy(9).dividedBy(10));
          }
          return Outcome.delivered(List.of(), List.of());
        },
        QUICK);

    accept("lane", "1", "a large file");

    assertEquals(EntryState.DELIVERED, awaitFinished(1).get(0).state());
    assertEquals(1, started.get());
  }

  @Test
  void withoutRenewalLongWorkWouldBeDoneTwice() throws Exception {
    store = new InMemoryStore(clock);
    AtomicInteger started = new AtomicInteger();
    start(
        InterceptedStore.neverRenewing(store),
        executor,
        LEASE,
        (entry, progress) -> {
          if (started.incrementAndGet() == 1) {
            clock.advance(LEASE.multipliedBy(5));
            awaitTrue(() -> started.get() > 1);
          }
          return Outcome.delivered(List.of(), List.of());
        },
        QUICK);

    accept("lane", "1", "a large file");

    awaitFinished(1);
    assertTrue(started.get() > 1, "the test above could not fail");
  }

  @Test
  void anExecutorThatFailsWithAnErrorDoesNotEndCarrying() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    start(
        store,
        work -> {
          if (refused.getAndIncrement() < 2) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          executor.execute(work);
        },
        Duration.ofMillis(50),
        (entry, progress) -> Outcome.delivered(List.of(), List.of()),
        QUICK);

    accept("lane", "1", "x");

    assertEquals(EntryState.DELIVERED, awaitFinished(1).get(0).state());
  }

  @Test
  void aStoreThatIsAwayForTheHandlerKillsNothing() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    start(
        (entry, progress) -> {
          if (attempts.incrementAndGet() <= 10) {
            throw new StoreUnavailableException("away", new java.io.IOException("away"));
          }
          return Outcome.delivered(List.of(), List.of());
        },
        QUICK);

    accept("lane", "1", "x");

    assertEquals(EntryState.DELIVERED, awaitFinished(1).get(0).state());
  }

  @Test
  void whatIsGivenUpTellsItsSender() throws Exception {
    NewEntry receipt =
        new NewEntry("receipts", "target", EntryKind.RECEIPT, "route", "r", "failed");
    start(
        new EntryHandler() {
          @Override
          public Outcome handle(Entry entry, Progress progress) {
            throw new IllegalStateException("a fault of ours");
          }

          @Override
          public List<NewEntry> gaveUp(Entry entry, String reason) {
            return List.of(receipt);
          }
        },
        QUICK);

    accept("lane", "1", "x");

    List<EntryKind> kinds = awaitFinished(2).stream().map(BridgeEvent.Finished::kind).toList();
    assertEquals(List.of(EntryKind.INBOUND, EntryKind.RECEIPT), kinds);
  }

  @Test
  void closingLetsWorkEndAndLeavesTheRestInTheStore() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    start(
        (entry, progress) -> {
          started.countDown();
          awaitUninterruptibly(go);
          return Outcome.delivered(List.of(), List.of());
        },
        QUICK);
    accept("lane", "1", "first");
    accept("lane", "2", "second");
    assertTrue(started.await(10, TimeUnit.SECONDS));

    Thread closing = new Thread(workers::close);
    closing.start();
    awaitTrue(() -> closing.getState() == Thread.State.TIMED_WAITING);
    go.countDown();
    closing.join(10_000);

    assertEquals(1, store.waiting());
    assertEquals(1, awaitFinished(1).size());
  }

  private void start(EntryHandler handler, RetryPolicy retries) {
    start(store, executor, Duration.ofMinutes(1), handler, retries);
  }

  private void start(
      BridgeStore entries,
      Executor runsOn,
      Duration lease,
      EntryHandler handler,
      RetryPolicy retries) {
    Map<EntryKind, EntryHandler> handlers =
        Map.of(
            EntryKind.INBOUND,
            handler,
            EntryKind.RECEIPT,
            (entry, progress) -> Outcome.delivered(List.of(), List.of()));
    LaneRun run =
        new LaneRun(entries, handlers, groupWait, retries, events::add, new java.util.Random());
    workers =
        new LaneWorkers(
            entries,
            run,
            new Gates(
                4,
                target -> Terms.UNCOUNTED,
                events::add,
                new java.util.Random(),
                System::nanoTime),
            runsOn,
            4,
            new LaneWorkers.Settings(
                "test", lease, Duration.ofMillis(100), Duration.ofSeconds(10)));
    workers.start();
  }

  private void accept(String lane, String key, String payload) {
    store.accept(
        List.of(new NewEntry(lane, "target", EntryKind.INBOUND, "route", key, payload)), null);
    workers.wake();
  }

  private List<BridgeEvent.Finished> awaitFinished(int count) throws InterruptedException {
    List<BridgeEvent.Finished> finished = new ArrayList<>();
    while (finished.size() < count) {
      BridgeEvent event = events.poll(10, TimeUnit.SECONDS);
      assertNotNull(event, "only " + finished.size() + " of " + count + " entries were finished");
      if (event instanceof BridgeEvent.Finished done) {
        finished.add(done);
      }
    }
    return finished;
  }

  private static void awaitTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited in vain");
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
