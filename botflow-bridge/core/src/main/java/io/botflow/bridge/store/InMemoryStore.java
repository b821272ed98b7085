// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/**
 * A store that forgets everything when the process ends: for tests, for trying things out, and as
 * the reference that shows what a store has to do.
 *
 * <p>It keeps dedupe keys and links for as long as it lives, so it grows. Safe for concurrent use.
 */
public final class InMemoryStore implements BridgeStore {
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<String> dedupeKeys = new HashSet<>();
  private final Map<String, MemoryLane> lanes = new HashMap<>();
  // The lanes that have a time at which they become due, the earliest first.
  private final NavigableSet<MemoryLane> timed = new TreeSet<>(MemoryLane.BY_TIME);
  private final NavigableMap<Long, MemoryEntry> dead = new TreeMap<>();
  private final MemoryLinks links = new MemoryLinks();
  private final Map<String, String> cursors = new HashMap<>();
  private final Map<String, String> shared = new HashMap<>();
  private final Notes notes;
  private long lastSequence;
  private boolean closed;

  /** Makes an empty store on the system's clock. */
  public InMemoryStore() {
    this(Clock.systemUTC());
  }

  /**
   * Makes an empty store.
   *
   * @param clock tells when rests and leases are over
   */
  public InMemoryStore(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.notes = new MemoryNotes(clock, () -> locked(() -> true));
  }

  @Override
  public List<Boolean> accept(List<NewEntry> entries, @Nullable PollCursor cursor) {
    List<NewEntry> inOrder = List.copyOf(entries);
    return locked(
        () -> {
          if (cursor != null) {
            cursors.put(cursor.source(), cursor.value());
          }
          return append(inOrder);
        });
  }

  @Override
  public Optional<String> cursor(String source) {
    return locked(() -> Optional.ofNullable(cursors.get(source)));
  }

  @Override
  public List<ClaimedLane> claim(String owner, int maxLanes, int maxEntries, Duration lease) {
    Objects.requireNonNull(owner, "owner");
    if (maxEntries < 1) {
      throw new IllegalArgumentException("maxEntries must be at least 1, was " + maxEntries);
    }
    long leaseMillis = millis(lease);
    return locked(
        () -> {
          long now = clock.millis();
          List<ClaimedLane> claims = new ArrayList<>();
          while (claims.size() < maxLanes && !timed.isEmpty() && timed.first().isDue(now)) {
            MemoryLane lane = timed.first();
            if (lane.waiting.isEmpty()) {
              giveUp(lane, now);
            } else {
              lane.token++;
              lane.claimed = true;
              moveTo(lane, now + leaseMillis);
              claims.add(new ClaimedLane(lane.id, lane.token, head(lane, maxEntries, now)));
            }
          }
          return claims;
        });
  }

  @Override
  public Optional<Duration> untilDue() {
    return locked(
        () -> {
          long now = clock.millis();
          return timed.stream()
              .filter(lane -> !lane.waiting.isEmpty())
              .findFirst()
              .map(lane -> Duration.ofMillis(Math.max(0, lane.visibleAt - now)));
        });
  }

  @Override
  public boolean renew(ClaimedLane lane, Duration lease) {
    long leaseMillis = millis(lease);
    return whileHeld(
        lane,
        held -> {
          moveTo(held, clock.millis() + leaseMillis);
          return true;
        });
  }

  @Override
  public boolean record(ClaimedLane lane, Entry entry, Link link) {
    Objects.requireNonNull(link, "link");
    return whileHeld(
        lane,
        held -> {
          links.put(entry.sequence(), entry.route(), link);
          return true;
        });
  }

  @Override
  public boolean complete(ClaimedLane lane, Entry entry, Completion completion) {
    Objects.requireNonNull(completion, "completion");
    return whileHeld(
        lane,
        held -> {
          MemoryEntry done = held.waiting.remove(entry.sequence());
          if (done == null) {
            return false;
          }
          if (completion.state() == EntryState.DEAD) {
            done.detail = completion.detail();
            dead.put(done.sequence, done);
          }
          completion.links().forEach(link -> links.put(done.sequence, done.content.route(), link));
          append(completion.followUps());
          return true;
        });
  }

  @Override
  public boolean postpone(ClaimedLane lane, Entry entry, Duration delay, String reason) {
    Objects.requireNonNull(reason, "reason");
    long delayMillis = Math.max(0, delay.toMillis());
    return whileHeld(
        lane,
        held -> {
          MemoryEntry failed = held.waiting.get(entry.sequence());
          if (failed == null) {
            return false;
          }
          failed.attempts++;
          failed.detail = reason;
          giveUp(held, clock.millis() + delayMillis);
          return true;
        });
  }

  @Override
  public void release(ClaimedLane lane) {
    whileHeld(
        lane,
        held -> {
          giveUp(held, clock.millis());
          return true;
        });
  }

  @Override
  public List<Link> linksByMessengerId(String route, String userId, String messengerId) {
    return locked(() -> links.byMessengerId(route, userId, messengerId));
  }

  @Override
  public List<Link> linksByGenesysId(String route, String genesysId) {
    return locked(() -> links.byGenesysId(route, genesysId));
  }

  @Override
  public long waiting() {
    return locked(() -> timed.stream().mapToLong(lane -> lane.waiting.size()).sum());
  }

  @Override
  public List<DeadLetter> deadLetters(int max) {
    return locked(
        () -> {
          long now = clock.millis();
          return dead.values().stream().limit(max).map(entry -> entry.asDeadLetter(now)).toList();
        });
  }

  @Override
  public boolean replay(long sequence) {
    return locked(
        () -> {
          MemoryEntry entry = dead.remove(sequence);
          if (entry == null) {
            return false;
          }
          entry.attempts = 0;
          entry.acceptedAt = clock.millis();
          enqueue(entry, entry.acceptedAt);
          return true;
        });
  }

  @Override
  public String shared(String name, String candidate) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(candidate, "candidate");
    return locked(
        () -> {
          String stored = shared.putIfAbsent(name, candidate);
          return stored == null ? candidate : stored;
        });
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private List<Boolean> append(List<NewEntry> entries) {
    long now = clock.millis();
    List<Boolean> isNew = new ArrayList<>(entries.size());
    for (NewEntry entry : entries) {
      boolean added = dedupeKeys.add(entry.dedupeKey());
      if (added) {
        enqueue(new MemoryEntry(++lastSequence, entry, now), now);
      }
      isNew.add(added);
    }
    return isNew;
  }

  private void enqueue(MemoryEntry entry, long now) {
    MemoryLane lane =
        lanes.computeIfAbsent(entry.content.lane(), id -> new MemoryLane(id, lanes.size()));
    lane.waiting.put(entry.sequence, entry);
    if (!timed.contains(lane)) {
      moveTo(lane, now);
    }
  }

  private List<Entry> head(MemoryLane lane, int maxEntries, long now) {
    return lane.waiting.values().stream()
        .limit(maxEntries)
        .map(entry -> entry.asEntry(now, links.of(entry.sequence)))
        .toList();
  }

  private void giveUp(MemoryLane lane, long visibleAt) {
    lane.claimed = false;
    moveTo(lane, visibleAt);
    if (lane.waiting.isEmpty()) {
      timed.remove(lane);
    }
  }

  private void moveTo(MemoryLane lane, long visibleAt) {
    timed.remove(lane);
    lane.visibleAt = visibleAt;
    timed.add(lane);
  }

  private boolean whileHeld(ClaimedLane claim, Change change) {
    return locked(
        () -> {
          MemoryLane lane = lanes.get(claim.lane());
          return lane != null
              && lane.isHeldWith(claim.token(), clock.millis())
              && change.apply(lane);
        });
  }

  private <T> T locked(Supplier<T> body) {
    lock.lock();
    try {
      if (closed) {
        throw new StoreUnavailableException("The store is closed");
      }
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  private static long millis(Duration lease) {
    if (lease.toMillis() < 1) {
      throw new IllegalArgumentException("lease must be at least a millisecond, was " + lease);
    }
    return lease.toMillis();
  }

  /** A change of a lane that its worker holds. */
  private interface Change {
    boolean apply(MemoryLane lane);
  }
}
