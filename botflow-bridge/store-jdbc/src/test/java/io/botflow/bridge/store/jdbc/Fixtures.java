// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.NewEntry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Short words for what the tests do with a store. */
final class Fixtures {
  static final Duration LEASE = Duration.ofSeconds(30);
  static final String ROUTE = "route-1";

  private Fixtures() {}

  static NewEntry entry(String lane, String key) {
    return new NewEntry(lane, "target", EntryKind.INBOUND, ROUTE, key, "payload of " + key);
  }

  static List<Boolean> accept(BridgeStore store, String lane, String... keys) {
    return store.accept(Stream.of(keys).map(key -> entry(lane, key)).toList(), null);
  }

  static ClaimedLane claimOne(BridgeStore store) {
    List<ClaimedLane> claims = store.claim("test", 1, 100, LEASE);
    if (claims.size() != 1) {
      throw new AssertionError("nothing to claim");
    }
    return claims.get(0);
  }

  static void endHead(BridgeStore store, EntryState state) {
    ClaimedLane lane = claimOne(store);
    store.complete(
        lane, lane.entries().get(0), new Completion(state, "detail", List.of(), List.of()));
    store.release(lane);
  }

  static List<String> payloads(ClaimedLane lane) {
    return lane.entries().stream().map(Entry::payload).toList();
  }
}
