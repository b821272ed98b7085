// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.internal.gate.Gate;
import io.botflow.bridge.internal.turn.Wordless;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Ended;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
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
import java.util.function.Consumer;
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

  private static final EntryHandler NOBODY =
      (entry, progress) -> Outcome.dead("nobody carries " + entry.kind());

  private final BridgeStore store;
  private final Map<EntryKind, EntryHandler> handlers;
  private final Groups groups;
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
   * @param groupWait how long entries that belong together wait for more; zero when none do
   * @param retries how often and how long to repeat
   * @param listener who is told
   * @param random where the randomness of rests comes from; safe for concurrent use
   */
  public LaneRun(
      BridgeStore store,
      Map<EntryKind, EntryHandler> handlers,
      Duration groupWait,
      RetryPolicy retries,
      BridgeListener listener,
      RandomGenerator random) {
    this.store = store;
    this.handlers = Map.copyOf(handlers);
    this.groups = new Groups(groupWait);
    this.retries = retries;
    this.listener = listener;
    this.random = random;
  }

  /** Lets each lane end after the entry it is at. */
  void stop() {
    stopping.countDown();
  }

  void run(Lease lease, Gate.Passage passage) {
    List<Entry> entries = lease.lane().entries();
    int next = 0;
    while (next < entries.size() && !stopped()) {
      EntryHandler handler = handlers.getOrDefault(entries.get(next).kind(), NOBODY);
      Groups.Group group = groups.at(entries, next, handler);
      if (!lease.holds()) {
        return;
      }
      if (group.open() && next > 0) {
        // Whether a group is complete is seen from a claim that begins with it, and is fresh.
        break;
      }
      Duration wait = groups.left(group);
      if (!wait.isZero()) {
        giveUp(lease, lane -> store.awaitMore(lane, wait));
        return;
      }
      if (!carry(lease, group, handler, passage)) {
        return;
      }
      next += group.entries().size();
    }
    giveUp(lease, store::release);
  }

  private void giveUp(Lease lease, Consumer<ClaimedLane> how) {
    insist(
        lease,
        () -> {
          how.accept(lease.lane());
          return true;
        });
  }

  /**
   * Returns false when this worker is done with the lane: an entry has to wait, or the lane is
   * lost.
   */
  private boolean carry(
      Lease lease, Groups.Group group, EntryHandler handler, Gate.Passage passage) {
    EntryHandler carrier = group.one() ? handler.together(group.entries()) : handler;
    List<Carried> carried = new ArrayList<>();
    boolean lastCarried = false;
    for (Entry entry : group.entries()) {
      if (stopped()) {
        giveUp(lease, store::release);
        return false;
      }
      // What is recorded in part was admitted before: asking again could wait for ever.
      Duration rest = entry.done().isEmpty() ? passage.admit() : Duration.ZERO;
      if (!rest.isZero()) {
        giveUp(lease, lane -> store.rest(lane, rest));
        return false;
      }
      List<Link> done = new ArrayList<>(entry.done());
      Outcome outcome;
      try {
        outcome = attempt(carrier, lease, entry, done);
      } catch (LaneLostException e) {
        log.warn("{} went to another worker", entry);
        return false;
      }
      passage.asked(Math.max(1, done.size() - entry.done().size() + links(outcome)));
      if (outcome instanceof Outcome.TryAgain again) {
        tell(passage, entry, again);
        Duration left = retries.giveUpAfter().minus(entry.age());
        if (!isGivenUp(entry, left)) {
          postpone(lease, entry, again, left);
          return false;
        }
        outcome = gaveUp(handler, entry, again);
      }
      Carried ended = new Carried(new Ended(entry, ((Outcome.Final) outcome).completion()), done);
      if (ended.wasAnswered()) {
        passage.passed();
      }
      lastCarried = ended.arrived();
      if (lastCarried) {
        carried.add(ended);
      } else if (!finish(lease, List.of(ended))) {
        return false;
      }
    }
    if (lastCarried) {
      return finish(lease, carried);
    }
    // What the last one would have brought for all, the one before it brings: in a new claim.
    carried.stream().findFirst().ifPresent(any -> giveUp(lease, store::release));
    return carried.isEmpty();
  }

  /** An entry that came to its end, with the parts of it that are recorded. */
  private record Carried(Ended ended, List<Link> done) {
    /** Whether the far side was asked, and answered; what nobody wanted carried was not. */
    boolean wasAnswered() {
      Completion completion = ended.completion();
      boolean notCarried =
          completion.state() == EntryState.DEGRADED
              && completion.links().isEmpty()
              && ended.entry().kind() == EntryKind.INBOUND;
      return completion.state() != EntryState.DEAD && !notCarried;
    }

    boolean arrived() {
      EntryState state = ended.completion().state();
      return state == EntryState.DELIVERED || state == EntryState.DEGRADED;
    }
  }

  private static int links(Outcome outcome) {
    return outcome instanceof Outcome.Final last ? last.completion().links().size() : 1;
  }

  private void tell(Gate.Passage passage, Entry entry, Outcome.TryAgain again) {
    switch (again.scope()) {
      case TARGET -> passage.failed(entry.lane(), again.reason(), again.after());
      case LIMIT -> passage.limited(again.reason(), wanted(entry, again));
      case ENTRY -> {}
    }
  }

  private boolean isGivenUp(Entry entry, Duration left) {
    return left.isNegative()
        || left.isZero()
        || unforeseen.getOrDefault(entry.sequence(), 0) >= MAX_UNFORESEEN;
  }

  private static Outcome gaveUp(EntryHandler handler, Entry entry, Outcome.TryAgain again) {
    String reason = "gave up after " + (entry.attempts() + 1) + " attempts: " + again.reason();
    return new Outcome.Final(
        new Completion(EntryState.DEAD, reason, List.of(), handler.gaveUp(entry, reason)));
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

  /** Whether an entry ended as we wanted: by our own write, whose answer was lost. */
  private boolean isStored(Ended ended) {
    try {
      return store
          .journal()
          .find(ended.entry().sequence())
          .filter(entry -> entry.state() == ended.completion().state())
          .isPresent();
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  private Duration wanted(Entry entry, Outcome.TryAgain again) {
    return again.after() == null ? retries.delay(entry.attempts(), random) : again.after();
  }

  /** Ends entries together. */
  private boolean finish(Lease lease, List<Carried> carried) {
    List<Ended> ended = carried.stream().map(Carried::ended).toList();
    boolean[] inDoubt = new boolean[1];
    if (!insist(lease, inDoubt, () -> store.complete(lease.lane(), ended))
        && !(inDoubt[0] && ended.stream().allMatch(this::isStored))) {
      log.warn("{} was done, but its lane is lost: it may be carried twice", ended.get(0).entry());
      giveUp(lease, store::release);
      return false;
    }
    carried.forEach(each -> tell(each, lease.held()));
    return true;
  }

  private void tell(Carried carried, Duration sinceClaim) {
    Entry entry = carried.ended().entry();
    Completion completion = carried.ended().completion();
    unforeseen.remove(entry.sequence());
    switch (completion.state()) {
      case DEAD -> log.error("{} is a dead letter: {}", entry, completion.detail());
      case REJECTED -> log.warn("{} was rejected: {}", entry, completion.detail());
      case DEGRADED -> log.info("{} was degraded: {}", entry, completion.detail());
      default -> log.debug("{} was delivered", entry);
    }
    List<Link> done = new ArrayList<>(carried.done());
    done.addAll(completion.links());
    listener.onEvent(
        new BridgeEvent.Finished(
            entry.route(),
            entry.kind(),
            entry.sequence(),
            completion.state(),
            completion.detail(),
            List.copyOf(done),
            entry.age().plus(sinceClaim)));
  }

  /**
   * What is done at the far side must be written down: a store that is away for a moment is asked
   * again.
   */
  private boolean insist(Lease lease, BooleanSupplier write) {
    return insist(lease, new boolean[1], write);
  }

  /** Sets {@code inDoubt} when a write failed that may have been carried out nevertheless. */
  private boolean insist(Lease lease, boolean[] inDoubt, BooleanSupplier write) {
    while (true) {
      try {
        return write.getAsBoolean();
      } catch (StoreUnavailableException e) {
        inDoubt[0] = true;
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
