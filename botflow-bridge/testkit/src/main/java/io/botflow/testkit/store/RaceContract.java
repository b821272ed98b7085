// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.NewEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the store promises to many threads at once. */
abstract class RaceContract extends StoreFixture {
  private static final int THREADS = 16;
  private static final int ROUNDS = 2_000;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stopThreads() throws InterruptedException {
    threads.shutdownNow();
    assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
  }

  @Test
  void aKeyThatManyBringAtOnceIsNewToOneOfThem() throws Exception {
    List<NewEntry> entries =
        IntStream.range(0, 200).mapToObj(i -> entry("lane " + i % 7, "key " + i)).toList();

    List<List<Boolean>> answers = inAllThreads(() -> store.accept(entries, null));

    for (int i = 0; i < entries.size(); i++) {
      int entry = i;
      assertEquals(1, answers.stream().filter(isNew -> isNew.get(entry)).count(), "entry " + i);
    }
    assertEquals(entries.size(), store.waiting());
  }

  @Test
  void aSharedValueIsTheSameForAll() throws Exception {
    List<String> values =
        inAllThreads(() -> store.shared("name", Thread.currentThread().getName()));

    assertEquals(1, Set.copyOf(values).size(), values::toString);
    assertEquals(values.get(0), store.shared("name", "late"));
  }

  @Test
  void aLaneHasOneWorkerAtATimeAndKeepsItsOrder() throws Exception {
    int lanes = 20;
    int perLane = 30;
    for (int i = 0; i < perLane; i++) {
      int number = i;
      store.accept(
          IntStream.range(0, lanes)
              .mapToObj(lane -> entry("lane " + lane, lane + "/" + number))
              .toList(),
          null);
    }
    Set<String> inWork = ConcurrentHashMap.newKeySet();
    Map<String, List<String>> seen = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<String> intruders = new ConcurrentLinkedQueue<>();

    inAllThreads(
        () -> {
          while (store.waiting() > 0) {
            for (ClaimedLane claim : store.claim("test", 2, 3, LEASE)) {
              if (!inWork.add(claim.lane())) {
                intruders.add(claim.lane());
              }
              List<String> order = seen.computeIfAbsent(claim.lane(), lane -> new ArrayList<>());
              for (Entry entry : claim.entries()) {
                order.add(entry.payload());
                assertTrue(complete(claim, entry));
              }
              inWork.remove(claim.lane());
              store.release(claim);
            }
          }
          return null;
        });

    assertEquals(List.of(), List.copyOf(intruders), "lanes with two workers");
    for (int lane = 0; lane < lanes; lane++) {
      String prefix = lane + "/";
      assertEquals(
          IntStream.range(0, perLane).mapToObj(i -> prefix + i).toList(), seen.get("lane " + lane));
    }
    assertEquals(Optional.empty(), store.untilDue());
  }

  @Test
  void anEntryAcceptedDuringTheReleaseIsNotForgotten() throws Exception {
    accept("lane", "0");
    for (int round = 1; round <= ROUNDS; round++) {
      ClaimedLane lane = claimOne();
      lane.entries().forEach(entry -> complete(lane, entry));
      String next = String.valueOf(round);
      atOnce(round, () -> store.release(lane), () -> accept("lane", next));

      assertTrue(store.untilDue().isPresent(), () -> "the lane sleeps on entry " + next);
    }
  }

  @Test
  void anEntryAcceptedDuringAClaimIsNotForgotten() throws Exception {
    for (int round = 0; round < ROUNDS / 10; round++) {
      accept("lane", round + " first");
      ClaimedLane drained = claimOne();
      complete(drained, drained.entries().get(0));
      clock.advance(LEASE);
      String next = round + " second";
      List<ClaimedLane> claims = new ArrayList<>();
      atOnce(round, () -> claims.addAll(claim(1)), () -> accept("lane", next));

      ClaimedLane lane = claims.isEmpty() ? claimOne() : claims.get(0);
      assertEquals(List.of(next), payloads(lane));
      complete(lane, lane.entries().get(0));
      store.release(lane);
    }
  }

  /**
   * Runs both at the same moment, give or take a lag that differs from round to round, so that over
   * the rounds each step of the one meets each step of the other.
   */
  private void atOnce(int round, Runnable one, Runnable other) throws Exception {
    int lag = round % 100 - 50;
    AtomicInteger missing = new AtomicInteger(2);
    Future<?> elsewhere =
        threads.submit(
            () -> {
              startTogether(missing, lag);
              other.run();
            });
    startTogether(missing, -lag);
    one.run();
    elsewhere.get(1, TimeUnit.MINUTES);
  }

  /** Spins, since a thread that is woken comes too late for a race of microseconds. */
  private static void startTogether(AtomicInteger missing, int lag) {
    missing.decrementAndGet();
    while (missing.get() > 0) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < lag; i++) {
      Thread.onSpinWait();
    }
  }

  private <T> List<T> inAllThreads(Callable<T> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    CyclicBarrier barrier = new CyclicBarrier(THREADS);
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      futures.add(
          threads.submit(
              () -> {
                barrier.await(1, TimeUnit.MINUTES);
                return work.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get(1, TimeUnit.MINUTES));
    }
    return results;
  }
}
