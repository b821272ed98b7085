// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.Allowance;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.NewEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What claims by target promise, and {@code rest}. */
abstract class TargetContract extends StoreFixture {
  private static final Duration REST = Duration.ofMinutes(2);

  @Test
  void aClaimBringsNoMoreLanesOfATargetThanItIsAllowed() {
    for (int i = 0; i < 5; i++) {
      accept("genesys", "g" + i);
      accept("messenger", "m" + i);
      clock.advance(TICK);
    }

    assertEquals(
        List.of("g0", "m0", "g1", "m1", "m2", "m3"),
        lanes(claim(6, Map.of("genesys", 2, "messenger", 9))));
    assertEquals(List.of("m4"), lanes(claim(6, Map.of("messenger", 9))));
    assertEquals(List.of("g2", "g3", "g4"), lanes(claim(6, Map.of("genesys", 9))));
  }

  @Test
  void aTargetWithoutAllowanceIsPassedOverHoweverMuchWaitsForIt() {
    for (int i = 0; i < 50; i++) {
      accept("away", "a" + i);
    }
    clock.advance(TICK);
    accept("there", "t");

    assertEquals(List.of("t"), lanes(claim(1, Map.of("there", 1))));
    assertEquals(List.of(), claim(10, Map.of("there", 1, "away", 0)));
    assertEquals(List.of(), claim(10, Map.of("away", -3)));
  }

  @Test
  void aClaimNamesItsTarget() {
    accept("genesys", "g");

    assertEquals("genesys", claimOne().target());
  }

  @Test
  void lanesWithoutEntriesDoNotUseUpTheAllowance() {
    accept("target", "empty");
    ClaimedLane empty = claimOne();
    complete(empty, empty.entries().get(0));
    clock.advance(LEASE);
    accept("target", "lane");

    assertEquals(List.of("lane"), lanes(claim(5, Map.of("target", 1))));
  }

  @Test
  void untilDueLooksAtTheTargetsThatCount() {
    accept("now", "lane");
    accept("later", "resting");
    ClaimedLane resting = claim(1, Map.of("later", 1)).get(0);
    store.rest(resting, REST);

    assertEquals(Optional.of(Duration.ZERO), store.untilDue(allowance(Map.of("now", 1))));
    assertEquals(Optional.of(REST), store.untilDue(allowance(Map.of("later", 1))));
    assertEquals(Optional.empty(), store.untilDue(allowance(Map.of("now", 0))));
    assertEquals(Optional.of(Duration.ZERO), store.untilDue());
  }

  @Test
  void aLaneThatIsLaidToRestCountsNoAttempt() {
    accept("target", "lane");
    ClaimedLane lane = claimOne();
    store.rest(lane, REST);

    assertEquals(List.of(), claim(10));
    assertFalse(store.renew(lane, LEASE), "the claim is given up");
    clock.advance(REST);
    ClaimedLane again = claimOne();
    assertEquals("lane", again.lane());
    assertEquals(List.of(0), again.entries().stream().map(Entry::attempts).toList());
    assertTrue(again.token() > lane.token());
  }

  @Test
  void aReplayedEntryLeadsWhereItsLaneLeads() {
    Entry dead = deadLetter("lane", "key", "reason");
    store.replay(dead.sequence());

    assertEquals("target", claimOne().target());
  }

  private void accept(String target, String lane) {
    store.accept(List.of(new NewEntry(lane, target, EntryKind.INBOUND, ROUTE, lane, lane)), null);
  }

  private List<ClaimedLane> claim(int maxLanes, Map<String, Integer> allowed) {
    return store.claim("test", maxLanes, allowance(allowed), 10, LEASE);
  }

  private static Allowance allowance(Map<String, Integer> allowed) {
    return target -> allowed.getOrDefault(target, 0);
  }
}
