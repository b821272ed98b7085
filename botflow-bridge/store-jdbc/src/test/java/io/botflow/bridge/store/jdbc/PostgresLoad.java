// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static io.botflow.bridge.store.jdbc.Fixtures.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Entries accepted and carried by several instances at once, whatever becomes of the database: who
 * brings entries brings them again until they are taken, and who carries them comes again as well.
 */
final class PostgresLoad implements AutoCloseable {
  private static final int PRODUCERS = 8;

  private final List<? extends BridgeStore> instances;
  private final int lanes;
  private final int perLane;
  private final Duration lease;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> running = new ArrayList<>();
  private final Map<String, List<String>> handled = new ConcurrentHashMap<>();
  private final Queue<String> completed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger producing = new AtomicInteger(PRODUCERS);
  private final AtomicLong slowestRefusalNanos = new AtomicLong();

  PostgresLoad(List<? extends BridgeStore> instances, int lanes, int perLane, Duration lease) {
    this.instances = instances;
    this.lanes = lanes;
    this.perLane = perLane;
    this.lease = lease;
  }

  /** Starts bringing entries, and the given number of workers on each instance. */
  PostgresLoad start(int workersEach) {
    for (int i = 0; i < PRODUCERS; i++) {
      int producer = i;
      running.add(threads.submit(() -> produce(producer)));
    }
    for (int i = 0; i < instances.size() * workersEach; i++) {
      BridgeStore instance = instances.get(i % instances.size());
      String owner = "worker " + i;
      running.add(threads.submit(() -> workUntilAllIsDone(instance, owner)));
    }
    return this;
  }

  /** How many entries were carried so far. */
  int carried() {
    return completed.size();
  }

  /** How many calls failed so far. */
  int refusals() {
    return refusals.get();
  }

  /** How long the slowest of the calls took that failed. */
  Duration slowestRefusal() {
    return Duration.ofNanos(slowestRefusalNanos.get());
  }

  void awaitCarried(int entries) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (carried() < entries) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("stuck after " + carried() + " of " + entries);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  void await() throws Exception {
    for (Future<?> future : running) {
      future.get(1, TimeUnit.MINUTES);
    }
  }

  /** Whether some entry was carried twice. */
  boolean hasRepeats() {
    return handled.values().stream()
        .map(List::copyOf)
        .anyMatch(seen -> seen.stream().distinct().count() < seen.size());
  }

  /** Each entry was carried, exactly once, in the order of its lane. */
  void assertOnceInOrder() {
    assertFalse(hasRepeats(), "carried twice");
    for (int lane = 0; lane < lanes; lane++) {
      assertEquals(expected(lane), handled.get("lane " + lane), "lost, repeated or out of order");
    }
    assertEquals(lanes * perLane, completed.size());
  }

  /** Each entry was carried, first in the order of its lane; some perhaps more than once. */
  void assertAtLeastOnceInOrder() {
    for (int lane = 0; lane < lanes; lane++) {
      List<String> seen = handled.getOrDefault("lane " + lane, List.of());
      assertEquals(expected(lane), List.copyOf(new LinkedHashSet<>(seen)), "lost or out of order");
    }
  }

  private List<String> expected(int lane) {
    return IntStream.range(0, perLane).mapToObj(i -> "payload of " + lane + "/" + i).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void produce(int producer) {
    for (int i = 0; i < perLane; i++) {
      List<NewEntry> entries = new ArrayList<>();
      for (int lane = producer; lane < lanes; lane += PRODUCERS) {
        entries.add(entry("lane " + lane, lane + "/" + i));
      }
      // As webhooks come: mostly one at a time, now and then several at once, in any order.
      if (i % 3 == 0) {
        Collections.shuffle(entries);
        insist(() -> instance().accept(entries, null));
      } else {
        entries.forEach(entry -> insist(() -> instance().accept(List.of(entry), null)));
      }
    }
    producing.decrementAndGet();
  }

  private BridgeStore instance() {
    return instances.get((int) (Math.random() * instances.size()));
  }

  private void workUntilAllIsDone(BridgeStore instance, String owner) {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      try {
        List<ClaimedLane> claims = counted(() -> instance.claim(owner, 4, 8, lease));
        claims.forEach(claim -> carry(instance, claim));
        more = producing.get() > 0 || counted(instance::waiting) > 0;
      } catch (StoreUnavailableException e) {
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private void carry(BridgeStore instance, ClaimedLane claim) {
    List<String> seen =
        handled.computeIfAbsent(
            claim.lane(), lane -> Collections.synchronizedList(new ArrayList<>()));
    for (Entry entry : claim.entries()) {
      seen.add(entry.payload());
      if (!counted(
          () ->
              instance.complete(
                  claim,
                  entry,
                  new Completion(EntryState.DELIVERED, null, List.of(), List.of())))) {
        return;
      }
      completed.add(entry.payload());
    }
    counted(
        () -> {
          instance.release(claim);
          return true;
        });
  }

  private void insist(Call<?> call) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        counted(call);
        return;
      } catch (StoreUnavailableException e) {
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private <T> T counted(Call<T> call) {
    long start = System.nanoTime();
    try {
      return call.make();
    } catch (StoreUnavailableException e) {
      refusals.incrementAndGet();
      slowestRefusalNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
      throw e;
    }
  }

  /** Something that is asked of a store. */
  private interface Call<T> {
    T make();
  }
}
