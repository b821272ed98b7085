// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.internal.gate.Gate;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
   * After so many attempts that ended in a failure nobody foresaw, an entry no longer holds its
   * lane up.
   */
  private static final int MAX_UNFORESEEN = 5;

  private static final Duration STORE_PAUSE = Duration.ofMillis(250);

  private final BridgeStore store;
  private final Map<EntryKind, EntryHandler> handlers;
  private final RetryPolicy retries;
  private final BridgeListener listener;
  private final RandomGenerator random;
  private final Map<Long, Integer> unforeseen = new ConcurrentHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * Prepares the work.
   *
   * @param store where the lanes are
   * @param handlers who carries which kind of entry
   * @param retries how often and how long to repeat
   * @param listener who is told
   * @param random where the randomness of rests comes from; safe for concurrent use
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

  void run(Lease lease, Gate gate) {
    for (Entry entry : lease.lane().entries()) {
      if (stopped()) {
        break;
      }
      if (!lease.holds()) {
        return;
      }
      Duration wait = gate.admit();
      if (!wait.isZero()) {
        rest(lease, wait);
        return;
      }
      if (!carry(lease, entry, gate)) {
        return;
      }
    }
    rest(lease, Duration.ZERO);
  }

  private void rest(Lease lease, Duration wait) {
    insist(
        lease,
        () -> {
          store.rest(lease.lane(), wait);
          return true;
        });
  }

  /**
   * Returns false when this worker is done with the lane: an entry has to wait, or the lane is
   * lost.
   */
  private boolean carry(Lease lease, Entry entry, Gate gate) {
    List<Link> done = new ArrayList<>(entry.done());
    EntryHandler handler = handlers.get(entry.kind());
    if (handler == null) {
      return finish(lease, entry, dead(List.of(), "nobody carries " + entry.kind()), done);
    }
    Outcome outcome;
    try {
      outcome = attempt(handler, lease, entry, done);
    } catch (LaneLostException e) {
      log.warn("{} went to another worker", entry);
      return false;
    }
    if (outcome instanceof Outcome.Final ended) {
      if (ended.completion().state() != EntryState.DEAD) {
        gate.passed(done.size() - entry.done().size() + ended.completion().links().size());
      }
      return finish(lease, entry, ended.completion(), done);
    }
    Outcome.TryAgain again = (Outcome.TryAgain) outcome;
    switch (again.scope()) {
      case TARGET -> gate.failed(entry.lane(), again.reason(), again.after());
      case LIMIT -> gate.limited(again.reason(), wanted(entry, again));
      case ENTRY -> {}
    }
    Duration left = retries.giveUpAfter().minus(entry.age());
    if (left.isNegative()
        || left.isZero()
        || unforeseen.getOrDefault(entry.sequence(), 0) >= MAX_UNFORESEEN) {
      String reason = "gave up after " + (entry.attempts() + 1) + " attempts: " + again.reason();
      return finish(lease, entry, dead(handler.gaveUp(entry, reason), reason), done);
    }
    postpone(lease, entry, again, left);
    return false;
  }

  private Outcome attempt(EntryHandler handler, Lease lease, Entry entry, List<Link> done) {
    try {
      return handler.handle(
          entry,
          link -> {
            if (!insist(lease, () -> store.record(lease.lane(), entry, link))) {
              throw new LaneLostException();
            }
            done.add(link);
          });
    } catch (LaneLostException e) {
      throw e;
    } catch (StoreUnavailableException | UncheckedIOException e) {
      return new Outcome.TryAgain("a store is not available: " + e.getMessage(), null);
    } catch (RuntimeException | Error e) {
      log.error("{} met an unforeseen failure", entry, Wordless.of(e));
      unforeseen.merge(entry.sequence(), 1, Integer::sum);
      return new Outcome.TryAgain("unforeseen " + e.getClass().getName(), null);
    }
  }

  private void postpone(Lease lease, Entry entry, Outcome.TryAgain again, Duration left) {
    Duration wanted = wanted(entry, again);
    Duration delay = wanted.compareTo(left) < 0 ? wanted : left;
    if (insist(lease, () -> store.postpone(lease.lane(), entry, delay, again.reason()))) {
      log.info("{} rests for {}: {}", entry, delay, again.reason());
      listener.onEvent(
          new BridgeEvent.Postponed(
              entry.route(), entry.kind(), entry.sequence(), delay, again.reason()));
    }
  }

  private Duration wanted(Entry entry, Outcome.TryAgain again) {
    return again.after() == null ? retries.delay(entry.attempts(), random) : again.after();
  }

  private boolean finish(Lease lease, Entry entry, Completion completion, List<Link> done) {
    if (!insist(lease, () -> store.complete(lease.lane(), entry, completion))) {
      log.warn("{} was done, but its lane is lost: it may be carried twice", entry);
      return false;
    }
    unforeseen.remove(entry.sequence());
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

  private static Completion dead(List<NewEntry> followUps, String reason) {
    return new Completion(EntryState.DEAD, reason, List.of(), followUps);
  }

  /**
   * What is done at the far side must be written down: a store that is away for a moment is asked
   * again.
   */
  private boolean insist(Lease lease, BooleanSupplier write) {
    while (true) {
      try {
        return write.getAsBoolean();
      } catch (StoreUnavailableException e) {
        log.warn("the store is not available: {}", e.getMessage());
        if (stopped() || !lease.holds() || pauseEnds()) {
          return false;
        }
      }
    }
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  /** Returns true when the work is being stopped meanwhile. */
  private boolean pauseEnds() {
    try {
      return stopping.await(STORE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
