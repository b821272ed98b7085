// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leases and fencing tokens promise. */
abstract class LeaseContract extends StoreFixture {

  @Test
  void aLeaseHoldsUntilItsEnd() {
    accept("lane", "1");
    ClaimedLane first = claimOne();
    clock.advance(LEASE.minusMillis(1));
    assertEquals(List.of(), claim(10));
    clock.advance(Duration.ofMillis(1));

    ClaimedLane second = claimOne();
    assertEquals(payloads(first), payloads(second));
    assertTrue(second.token() > first.token());
  }

  @Test
  void aRenewedLeaseHoldsFromNow() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    clock.advance(LEASE.minusMillis(1));
    assertTrue(store.renew(lane, LEASE));
    clock.advance(LEASE.minusMillis(1));

    assertEquals(List.of(), claim(10));
    assertTrue(complete(lane, lane.entries().get(0)));
  }

  @ParameterizedTest
  @EnumSource
  void aLeaseThatRanOutChangesNothing(Call call) {
    assertFencedOff(call, lane -> clock.advance(LEASE));
    assertEquals(List.of("1", "2"), payloads(claimOne()));
  }

  @ParameterizedTest
  @EnumSource
  void anEarlierClaimChangesNothing(Call call) {
    assertFencedOff(
        call,
        lane -> {
          clock.advance(LEASE);
          claimOne();
        });
    assertEquals(List.of(), claim(10), "the later claim still holds");
  }

  @ParameterizedTest
  @EnumSource
  void aReleasedClaimChangesNothing(Call call) {
    assertFencedOff(call, store::release);
    assertEquals(List.of("1", "2"), payloads(claimOne()));
  }

  @ParameterizedTest
  @EnumSource
  void aPostponedClaimChangesNothing(Call call) {
    Duration rest = Duration.ofMinutes(5);
    assertFencedOff(call, lane -> store.postpone(lane, lane.entries().get(0), rest, "earlier"));

    clock.advance(rest.minusMillis(1));
    assertEquals(List.of(), claim(10), "the lane still rests");
  }

  @Test
  void aClaimOfAnUnknownLaneChangesNothing() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    ClaimedLane unknown = new ClaimedLane("unknown", "target", lane.token(), lane.entries());

    for (Call call : Call.values()) {
      assertFalse(call.changes(store, unknown), call::name);
    }
    assertEquals(1, store.waiting());
  }

  private void assertFencedOff(Call call, Loss loss) {
    accept("lane", "1", "2");
    ClaimedLane lane = claimOne();
    loss.of(lane);
    Duration untilDue = store.untilDue().orElseThrow();

    assertFalse(call.changes(store, lane), call + " returned true");

    assertEquals(2, store.waiting());
    assertEquals(untilDue, store.untilDue().orElseThrow());
    assertEquals(List.of(), store.deadLetters(10));
    assertEquals(List.of(), store.linksByGenesysId(ROUTE, "genesys"));
  }

  /** How a worker loses its claim. */
  private interface Loss {
    void of(ClaimedLane lane);
  }

  /** Each call that changes something under a claim. */
  enum Call {
    RENEW {
      @Override
      boolean changes(BridgeStore store, ClaimedLane lane) {
        return store.renew(lane, LEASE.multipliedBy(2));
      }
    },
    RECORD {
      @Override
      boolean changes(BridgeStore store, ClaimedLane lane) {
        return store.record(lane, head(lane), link(0, "messenger", "genesys"));
      }
    },
    COMPLETE {
      @Override
      boolean changes(BridgeStore store, ClaimedLane lane) {
        return store.complete(
            lane,
            head(lane),
            new Completion(
                EntryState.DEAD,
                "reason",
                List.of(link(0, "messenger", "genesys")),
                List.of(entry("later", "follow-up"))));
      }
    },
    POSTPONE {
      @Override
      boolean changes(BridgeStore store, ClaimedLane lane) {
        return store.postpone(lane, head(lane), Duration.ofHours(1), "reason");
      }
    },
    RELEASE {
      @Override
      boolean changes(BridgeStore store, ClaimedLane lane) {
        store.release(lane);
        return false;
      }
    };

    abstract boolean changes(BridgeStore store, ClaimedLane lane);

    private static Entry head(ClaimedLane lane) {
      return lane.entries().get(0);
    }
  }
}
