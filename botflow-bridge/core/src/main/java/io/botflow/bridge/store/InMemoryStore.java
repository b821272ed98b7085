// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.Nullable;

/**
 * A store that forgets everything when the process ends: for tests, for trying things out, and as
 * the reference that shows what a store has to do.
 *
 * <p>It keeps the records of what has ended until its journal is cleared. Safe for concurrent use.
 */
public final class InMemoryStore implements BridgeStore {
  private final Clock clock;
  private final MemoryLock lock = new MemoryLock();
  private final MemoryLanes lanes = new MemoryLanes();
  private final MemoryLinks links = new MemoryLinks();
  private final MemoryEntries entries = new MemoryEntries(lanes, links);
  private final Map<String, String> cursors = new HashMap<>();
  private final Map<String, String> shared = new HashMap<>();
  private final Notes notes;
  private final Pacing pacing;
  private final Journal journal;

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
    this.notes = new MemoryNotes(clock, () -> lock.locked(() -> true));
    this.pacing = new MemoryPacing(lock, clock);
    this.journal = new MemoryJournal(entries, lock, clock);
  }

  @Override
  public List<Boolean> accept(List<NewEntry> newEntries, @Nullable PollCursor cursor) {
    List<NewEntry> inOrder = List.copyOf(newEntries);
    return lock.locked(
        () -> {
          if (cursor != null) {
            cursors.put(cursor.source(), cursor.value());
          }
          return append(inOrder);
        });
  }

  @Override
  public Optional<String> cursor(String source) {
    return lock.locked(() -> Optional.ofNullable(cursors.get(source)));
  }

  @Override
  public List<ClaimedLane> claim(
      String owner, int maxLanes, Allowance allowance, int maxEntries, Duration lease) {
    Objects.requireNonNull(owner, "owner");
    if (maxEntries < 1) {
      throw new IllegalArgumentException("maxEntries must be at least 1, was " + maxEntries);
    }
    long leaseMillis = millis(lease);
    return lock.locked(
        () -> {
          long now = clock.millis();
          List<ClaimedLane> claims = new ArrayList<>();
          for (MemoryLane lane : lanes.due(maxLanes, allowance, now)) {
            lane.token++;
            lane.claimed = true;
            lane.awaitsMore = false;
            lanes.moveTo(lane, now + leaseMillis);
            claims.add(
                new ClaimedLane(lane.id, lane.target, lane.token, head(lane, maxEntries, now)));
          }
          return claims;
        });
  }

  @Override
  public Optional<Duration> untilDue(Allowance allowance) {
    return lock.locked(
        () -> {
          long now = clock.millis();
          return lanes.next(allowance).map(next -> Duration.ofMillis(Math.max(0, next - now)));
        });
  }

  @Override
  public boolean renew(ClaimedLane lane, Duration lease) {
    long leaseMillis = millis(lease);
    return whileHeld(
        lane,
        held -> {
          lanes.moveTo(held, clock.millis() + leaseMillis);
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
  public boolean complete(ClaimedLane lane, List<Ended> ended) {
    List<Ended> inOrder = List.copyOf(ended);
    return whileHeld(
        lane,
        held -> {
          if (!inOrder.stream()
              .allMatch(each -> held.waiting.containsKey(each.entry().sequence()))) {
            return false;
          }
          inOrder.forEach(each -> end(held, each));
          return true;
        });
  }

  private void end(MemoryLane lane, Ended ended) {
    MemoryEntry done = Objects.requireNonNull(lane.waiting.remove(ended.entry().sequence()));
    Completion completion = ended.completion();
    done.end(completion.state(), completion.detail(), clock.millis());
    completion.links().forEach(link -> links.put(done.sequence, done.content.route(), link));
    append(completion.followUps());
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
          failed.failed(reason, clock.millis());
          lanes.giveUp(held, clock.millis() + delayMillis);
          return true;
        });
  }

  @Override
  public void awaitMore(ClaimedLane lane, Duration longest) {
    long seen = lane.entries().get(lane.entries().size() - 1).sequence();
    long longestMillis = Math.max(0, longest.toMillis());
    whileHeld(
        lane,
        held -> {
          boolean more = !held.waiting.tailMap(seen, false).isEmpty();
          lanes.giveUp(held, clock.millis() + (more ? 0 : longestMillis));
          held.awaitsMore = true;
          return true;
        });
  }

  @Override
  public void rest(ClaimedLane lane, Duration delay) {
    long delayMillis = Math.max(0, delay.toMillis());
    whileHeld(
        lane,
        held -> {
          lanes.giveUp(held, clock.millis() + delayMillis);
          return true;
        });
  }

  @Override
  public List<Link> linksByMessengerId(String route, String userId, String messengerId) {
    return lock.locked(() -> links.byMessengerId(route, userId, messengerId));
  }

  @Override
  public List<Link> linksByGenesysId(String route, String genesysId) {
    return lock.locked(() -> links.byGenesysId(route, genesysId));
  }

  @Override
  public long waiting() {
    return lock.locked(() -> lanes.all().mapToLong(lane -> lane.waiting.size()).sum());
  }

  @Override
  public List<DeadLetter> deadLetters(int max) {
    return deadLetters(any -> true, max);
  }

  @Override
  public List<DeadLetter> deadLetters(String route, int max) {
    Objects.requireNonNull(route, "route");
    return deadLetters(entry -> entry.content.route().equals(route), max);
  }

  private List<DeadLetter> deadLetters(Predicate<MemoryEntry> wanted, int max) {
    return lock.locked(
        () -> {
          long now = clock.millis();
          return entries
              .in(EntryState.DEAD)
              .filter(wanted)
              .limit(max)
              .map(it -> it.asDeadLetter(now))
              .toList();
        });
  }

  @Override
  public boolean replay(long sequence) {
    return lock.locked(
        () -> {
          MemoryEntry entry = entries.dead(sequence);
          if (entry != null) {
            entry.waitAgain(clock.millis());
            lanes.enqueue(entry, entry.acceptedAt);
          }
          return entry != null;
        });
  }

  @Override
  public String shared(String name, String candidate) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(candidate, "candidate");
    return lock.locked(
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
  public Pacing pacing() {
    return pacing;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    lock.close();
  }

  private List<Boolean> append(List<NewEntry> newEntries) {
    long now = clock.millis();
    return newEntries.stream().map(entry -> entries.append(entry, now)).toList();
  }

  private List<Entry> head(MemoryLane lane, int maxEntries, long now) {
    return lane.waiting.values().stream()
        .limit(maxEntries)
        .map(entry -> entry.asEntry(now, links.of(entry.sequence)))
        .toList();
  }

  private boolean whileHeld(ClaimedLane claim, Change change) {
    return lock.locked(
        () -> {
          MemoryLane lane = lanes.find(claim.lane());
          return lane != null
              && lane.isHeldWith(claim.token(), clock.millis())
              && change.apply(lane);
        });
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
