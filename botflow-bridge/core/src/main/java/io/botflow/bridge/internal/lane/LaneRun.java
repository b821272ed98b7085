// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works one claimed lane off, entry by entry, and stops where one has to wait. Thread-safe. */
public final class LaneRun {
  private static final Logger log = LoggerFactory.getLogger(LaneRun.class);

  /**
   * After so many attempts that ended in an exception nobody foresaw, an entry no longer holds its
   * lane up.
   */
  private static final int MAX_UNFORESEEN = 5;

  private static final Duration STORE_PAUSE = Duration.ofMillis(250);

  private final BridgeStore store;
  private final Map<EntryKind, EntryHandler> handlers;
  private final RetryPolicy retries;
  private final BridgeListener listener;
  private final RandomGenerator random;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * Prepares the work.
   *
   * @param store where the lanes are
   * @param handlers who carries which kind of entry
   * @param retries how often and how long to repeat
   * @param listener who is told
   * @param random where the randomness of rests comes from
   */
  public LaneRun(
      BridgeStore store,
      Map<EntryKind, EntryHandler> handlers,
      RetryPolicy retries,
      BridgeListener listener,
      RandomGenerator random) {
    this.store = store;
    this.handlers = Map.copyOf(handlers);
    this.retries = retries;
    this.listener = listener;
    this.random = random;
  }

  /** Lets each lane end after the entry it is at. */
  void stop() {
    stopping.countDown();
  }

  void run(ClaimedLane lane, long leaseNanos) {
    long leaseEnd = System.nanoTime() + leaseNanos;
    for (Entry entry : lane.entries()) {
      if (stopping.getCount() == 0) {
        break;
      }
      if (leaseEnd - System.nanoTime() < leaseNanos / 2) {
        if (!store.renew(lane, Duration.ofNanos(leaseNanos))) {
          return;
        }
        leaseEnd = System.nanoTime() + leaseNanos;
      }
      if (!carry(lane, entry, leaseEnd)) {
        return;
      }
    }
    store.release(lane);
  }

  /**
   * Returns false when this worker is done with the lane: an entry has to wait, or the lane is
   * lost.
   */
  private boolean carry(ClaimedLane lane, Entry entry, long leaseEnd) {
    List<Link> done = new ArrayList<>(entry.done());
    Outcome outcome;
    try {
      outcome = attempt(lane, entry, leaseEnd, done);
    } catch (LaneLostException e) {
      log.warn("{} went to another worker", entry);
      return false;
    }
    if (outcome instanceof Outcome.TryAgain again) {
      if (entry.age().compareTo(retries.giveUpAfter()) < 0) {
        return postpone(lane, entry, again, leaseEnd);
      }
      outcome =
          Outcome.dead("gave up after " + (entry.attempts() + 1) + " attempts: " + again.reason());
    }
    return finish(lane, entry, ((Outcome.Final) outcome).completion(), done, leaseEnd);
  }

  private Outcome attempt(ClaimedLane lane, Entry entry, long leaseEnd, List<Link> done) {
    EntryHandler handler = handlers.get(entry.kind());
    if (handler == null) {
      return Outcome.dead("nobody carries " + entry.kind());
    }
    try {
      return handler.handle(
          entry,
          link -> {
            if (!insist(() -> store.record(lane, entry, link), leaseEnd)) {
              throw new LaneLostException();
            }
            done.add(link);
          });
    } catch (LaneLostException e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("{} met an unforeseen failure", entry, e);
      String reason = "unforeseen " + e.getClass().getName();
      return entry.attempts() + 1 >= MAX_UNFORESEEN
          ? Outcome.dead(reason)
          : new Outcome.TryAgain(reason, null);
    }
  }

  private boolean postpone(ClaimedLane lane, Entry entry, Outcome.TryAgain again, long leaseEnd) {
    Duration own = retries.delay(entry.attempts(), random);
    Duration delay = again.after() == null ? own : again.after();
    if (insist(() -> store.postpone(lane, entry, delay, again.reason()), leaseEnd)) {
      log.info("{} rests for {}: {}", entry, delay, again.reason());
      listener.onEvent(
          new BridgeEvent.Postponed(
              entry.route(), entry.kind(), entry.sequence(), delay, again.reason()));
    }
    return false;
  }

  private boolean finish(
      ClaimedLane lane, Entry entry, Completion completion, List<Link> done, long leaseEnd) {
    if (!insist(() -> store.complete(lane, entry, completion), leaseEnd)) {
      log.warn("{} was done, but its lane is lost: it may be carried twice", entry);
      return false;
    }
    switch (completion.state()) {
      case DEAD -> log.error("{} is a dead letter: {}", entry, completion.detail());
      case REJECTED -> log.warn("{} was rejected: {}", entry, completion.detail());
      case DEGRADED -> log.info("{} was degraded: {}", entry, completion.detail());
      default -> log.debug("{} was delivered", entry);
    }
    done.addAll(completion.links());
    listener.onEvent(
        new BridgeEvent.Finished(
            entry.route(),
            entry.kind(),
            entry.sequence(),
            completion.state(),
            completion.detail(),
            List.copyOf(done)));
    return true;
  }

  /**
   * What is done at the far side must be written down: a store that is away for a moment is asked
   * again.
   */
  private boolean insist(BooleanSupplier write, long leaseEnd) {
    while (true) {
      try {
        return write.getAsBoolean();
      } catch (StoreUnavailableException e) {
        log.warn("the store is not available: {}", e.getMessage());
        if (leaseEnd - System.nanoTime() < STORE_PAUSE.toNanos()) {
          return false;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      if (stopping.await(STORE_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        TimeUnit.MILLISECONDS.sleep(STORE_PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaneLostException();
    }
  }
}
