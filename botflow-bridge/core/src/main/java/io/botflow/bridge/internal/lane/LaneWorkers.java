// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.internal.gate.Gate;
import io.botflow.bridge.internal.gate.Gates;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims lanes as long as workers are free, and sleeps until the next one is due. Thread-safe.
 *
 * <p>One thread claims; the work itself is done on the executor.
 */
public final class LaneWorkers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LaneWorkers.class);
  static final int ENTRIES_PER_CLAIM = 32;
  private static final Duration LEAST_WAIT = Duration.ofMillis(5);

  private final BridgeStore store;
  private final LaneRun laneRun;
  private final Gates gates;
  private final Executor executor;
  private final int maxRunning;
  private final Settings settings;
  private final Leases leases;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean news;
  private boolean closing;
  private int running;
  private final Thread dispatcher;

  /**
   * How lanes are claimed.
   *
   * @param owner this instance's name
   * @param lease how long a claim holds without renewal; running lanes are renewed three times as
   *     often
   * @param pollInterval the longest time between two looks into the store, for what other instances
   *     accepted
   * @param stopTimeout how long closing waits for running work
   */
  public record Settings(
      String owner, Duration lease, Duration pollInterval, Duration stopTimeout) {}

  /**
   * Prepares the workers.
   *
   * @param store where the lanes are
   * @param laneRun what works one claimed lane off
   * @param gates what may pass to which target
   * @param executor where the work runs
   * @param maxRunning how many lanes are worked on at once
   * @param settings how lanes are claimed
   */
  public LaneWorkers(
      BridgeStore store,
      LaneRun laneRun,
      Gates gates,
      Executor executor,
      int maxRunning,
      Settings settings) {
    this.store = store;
    this.laneRun = laneRun;
    this.gates = gates;
    this.executor = executor;
    this.maxRunning = maxRunning;
    this.settings = settings;
    this.leases = new Leases(store, settings.lease());
    this.dispatcher = new Thread(this::dispatch, "botflow-lanes");
    this.dispatcher.setDaemon(true);
  }

  /** Starts claiming. */
  public void start() {
    leases.start();
    dispatcher.start();
  }

  /** Says that new entries were accepted. */
  public void wake() {
    lock.lock();
    try {
      news = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Claims nothing more and waits for running work; what does not end in time is claimed again
   * after its lease.
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + settings.stopTimeout().toNanos();
    lock.lock();
    try {
      closing = true;
      laneRun.stop();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      TimeUnit.NANOSECONDS.timedJoin(dispatcher, Math.max(1, deadline - System.nanoTime()));
      awaitIdle(deadline);
      leases.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitIdle(long deadline) throws InterruptedException {
    lock.lock();
    try {
      while (running > 0 && deadline - System.nanoTime() > 0) {
        changed.awaitNanos(deadline - System.nanoTime());
      }
    } finally {
      lock.unlock();
    }
  }

  private void dispatch() {
    int free;
    while ((free = awaitFreeWorkers()) > 0) {
      try {
        claim(free);
      } catch (StoreUnavailableException e) {
        log.warn("the store is not available: {}", e.getMessage());
        awaitNews(settings.pollInterval());
      } catch (RuntimeException | Error e) {
        // Without this thread nothing is carried any more: it outlives whatever happens.
        log.error("claiming lanes failed", e);
        awaitNews(settings.pollInterval());
      }
    }
  }

  private void claim(int free) {
    gates.refill();
    long before = System.nanoTime();
    List<ClaimedLane> claims =
        store.claim(settings.owner(), free, gates, ENTRIES_PER_CLAIM, settings.lease());
    claims.forEach(lane -> submit(leases.open(lane, before), gates.of(lane.target())));
    if (claims.isEmpty()) {
      Duration untilDue = store.untilDue(gates).orElse(settings.pollInterval());
      Duration untilOpen = gates.untilChange();
      Duration wait = untilOpen != null && untilOpen.compareTo(untilDue) < 0 ? untilOpen : untilDue;
      // What is due and yet was not claimed is in another instance's hands at this moment.
      awaitNews(wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait);
    }
  }

  private int awaitFreeWorkers() {
    lock.lock();
    try {
      while (running >= maxRunning && !closing) {
        changed.awaitUninterruptibly();
      }
      // Whatever was accepted up to here is seen by the claim that follows.
      news = false;
      return closing ? 0 : maxRunning - running;
    } finally {
      lock.unlock();
    }
  }

  private void awaitNews(Duration untilDue) {
    long left = Math.min(untilDue.toNanos(), settings.pollInterval().toNanos());
    lock.lock();
    try {
      while (!news && !closing && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void submit(Lease lease, Gate gate) {
    Gate.Passage passage = gate.enter();
    count(1);
    try {
      executor.execute(() -> work(lease, passage));
    } catch (RuntimeException | Error e) {
      done(lease, passage);
      log.error("the executor took no work; the lane is given back", e);
      store.rest(lease.lane(), settings.pollInterval());
    }
  }

  private void work(Lease lease, Gate.Passage passage) {
    try {
      laneRun.run(lease, passage);
    } catch (RuntimeException | Error e) {
      log.error("a lane was left to its lease", e);
    } finally {
      done(lease, passage);
    }
  }

  private void done(Lease lease, Gate.Passage passage) {
    leases.forget(lease);
    passage.close();
    count(-1);
  }

  private void count(int change) {
    lock.lock();
    try {
      running += change;
      news = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
