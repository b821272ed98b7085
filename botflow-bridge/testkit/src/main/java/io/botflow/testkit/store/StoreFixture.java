// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty store per test, and short words for what the tests do with it. */
abstract class StoreFixture {
  static final Duration LEASE = Duration.ofSeconds(30);
  static final Duration TICK = Duration.ofSeconds(1);
  static final String ROUTE = "route-1";

  final SettableClock clock = new SettableClock();
  BridgeStore store;

  abstract BridgeStore open(Clock clock) throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open(clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** An entry of the lane whose key is its payload as well. */
  static NewEntry entry(String lane, String key) {
    return new NewEntry(lane, "target", EntryKind.INBOUND, ROUTE, key, key);
  }

  List<Boolean> accept(String lane, String... keys) {
    return store.accept(Stream.of(keys).map(key -> entry(lane, key)).toList(), null);
  }

  List<ClaimedLane> claim(int maxLanes) {
    return store.claim("test", maxLanes, 100, LEASE);
  }

  ClaimedLane claimOne() {
    List<ClaimedLane> claims = claim(1);
    assertEquals(1, claims.size(), "number of lanes claimed");
    return claims.get(0);
  }

  boolean complete(ClaimedLane lane, Entry entry) {
    return store.complete(lane, entry, ending(EntryState.DELIVERED));
  }

  /** Claims the only due lane, completes everything in it and gives it up. */
  void drain() {
    ClaimedLane lane = claimOne();
    lane.entries().forEach(entry -> complete(lane, entry));
    store.release(lane);
  }

  /** Accepts an entry and lets it fail for good; returns it. */
  Entry deadLetter(String lane, String key, String reason) {
    accept(lane, key);
    ClaimedLane claimed = claimOne();
    Entry entry = claimed.entries().get(0);
    store.complete(claimed, entry, new Completion(EntryState.DEAD, reason, List.of(), List.of()));
    store.release(claimed);
    return entry;
  }

  static Completion ending(EntryState state) {
    return new Completion(state, null, List.of(), List.of());
  }

  static Link link(int part, String messengerId, String genesysId) {
    return new Link(part, "user-1", messengerId, genesysId, null);
  }

  static List<String> payloads(ClaimedLane lane) {
    return lane.entries().stream().map(Entry::payload).toList();
  }

  static List<String> lanes(List<ClaimedLane> claims) {
    return claims.stream().map(ClaimedLane::lane).toList();
  }
}
