// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.ClaimedLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code claim}, {@code release} and {@code untilDue} promise. */
abstract class ClaimContract extends StoreFixture {

  @Test
  void anEmptyStoreHasNothingToClaim() {
    assertEquals(List.of(), claim(10));
    assertEquals(Optional.empty(), store.untilDue());
  }

  @Test
  void aClaimBringsNoMoreLanesThanAskedFor() {
    for (String lane : List.of("a", "b", "c")) {
      accept(lane, lane);
    }

    assertEquals(2, claim(2).size());
    assertEquals(1, claim(2).size());
    assertEquals(0, claim(2).size());
  }

  @Test
  void aClaimBringsNoMoreEntriesThanAskedForFromTheHead() {
    accept("a", "a1", "a2", "a3");
    accept("b", "b1");

    List<List<String>> loaded =
        store.claim("test", 10, 2, LEASE).stream()
            .map(StoreFixture::payloads)
            .sorted((left, right) -> left.get(0).compareTo(right.get(0)))
            .toList();
    assertEquals(List.of(List.of("a1", "a2"), List.of("b1")), loaded);
  }

  @Test
  void entriesBeyondTheLimitComeWithALaterClaim() {
    accept("lane", "1", "2", "3");
    ClaimedLane first = store.claim("test", 1, 2, LEASE).get(0);
    first.entries().forEach(entry -> complete(first, entry));
    store.release(first);

    assertEquals(List.of("3"), payloads(claimOne()));
  }

  @Test
  void lanesThatWaitLongestComeFirst() {
    for (String lane : List.of("c", "a", "b")) {
      accept(lane, lane);
      clock.advance(TICK);
    }

    assertEquals(List.of("c", "a", "b"), lanes(claim(3)));
  }

  @Test
  void aLaneThatWasWorkedOnGoesBehindThoseThatWait() {
    for (String lane : List.of("busy", "a", "b")) {
      accept(lane, lane, lane + " again");
      clock.advance(TICK);
    }
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ClaimedLane lane = store.claim("test", 1, 1, LEASE).get(0);
      complete(lane, lane.entries().get(0));
      order.add(lane.lane());
      store.release(lane);
      clock.advance(TICK);
    }

    assertEquals(List.of("busy", "a", "b", "busy", "a", "b"), order);
  }

  @Test
  void aClaimedLaneIsNotClaimedAgain() {
    accept("lane", "1");
    claimOne();

    assertEquals(List.of(), claim(10));
    accept("lane", "2");
    assertEquals(List.of(), claim(10));
  }

  @Test
  void aReleasedLaneIsDueAtOnceIfEntriesWait() {
    accept("lane", "1", "2");
    ClaimedLane lane = claimOne();
    complete(lane, lane.entries().get(0));
    store.release(lane);

    assertEquals(Optional.of(Duration.ZERO), store.untilDue());
    assertEquals(List.of("2"), payloads(claimOne()));
  }

  @Test
  void aDrainedLaneIsNotClaimed() {
    accept("lane", "1");
    drain();

    assertEquals(Optional.empty(), store.untilDue());
    assertEquals(List.of(), claim(10));
  }

  @Test
  void aDrainedLaneThatWasNeverReleasedIsNotClaimed() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    complete(lane, lane.entries().get(0));
    assertEquals(Optional.empty(), store.untilDue());
    clock.advance(LEASE);

    assertEquals(Optional.empty(), store.untilDue());
    assertEquals(List.of(), claim(10));
    accept("lane", "2");
    assertEquals(List.of("2"), payloads(claimOne()));
  }

  @Test
  void lanesWithoutEntriesDoNotUseUpTheLimit() {
    accept("empty", "1");
    ClaimedLane empty = claimOne();
    complete(empty, empty.entries().get(0));
    clock.advance(LEASE);
    accept("lane", "2");

    assertEquals(List.of("lane"), lanes(claim(1)));
  }

  @Test
  void aDrainedLaneWakesWithItsNextEntry() {
    accept("lane", "1");
    drain();
    accept("lane", "2");

    assertEquals(Optional.of(Duration.ZERO), store.untilDue());
    assertEquals(List.of("2"), payloads(claimOne()));
  }

  @Test
  void anEntryAcceptedDuringAClaimComesAfterTheRelease() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    accept("lane", "2");
    complete(lane, lane.entries().get(0));
    store.release(lane);

    assertEquals(List.of("2"), payloads(claimOne()));
  }

  @Test
  void tokensGrowWithEachClaimOfALane() {
    accept("lane", "1");
    long last = Long.MIN_VALUE;
    for (int i = 0; i < 5; i++) {
      ClaimedLane lane = claimOne();
      assertTrue(lane.token() > last, "token " + lane.token() + " after " + last);
      last = lane.token();
      store.release(lane);
    }
  }

  @Test
  void aLaneThatIsWorkedOnDoesNotHoldOthers() {
    accept("slow", "1", "2", "3");
    claimOne();
    accept("other", "4");

    assertEquals(Optional.of(Duration.ZERO), store.untilDue());
    assertEquals(List.of("other"), lanes(claim(10)));
  }

  @Test
  void untilDueIsTheRestOfTheLeaseWhenAllLanesAreClaimed() {
    accept("lane", "1");
    claimOne();
    clock.advance(TICK);

    assertEquals(Optional.of(LEASE.minus(TICK)), store.untilDue());
  }

  @Test
  void limitsThatWouldClaimNothingAreRefused() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();

    assertThrows(IllegalArgumentException.class, () -> store.claim("test", 1, 0, LEASE));
    assertThrows(
        IllegalArgumentException.class, () -> store.claim("test", 1, 1, Duration.ofNanos(1)));
    assertThrows(IllegalArgumentException.class, () -> store.renew(lane, Duration.ZERO));
    assertEquals(List.of(), claim(0));
    assertTrue(complete(lane, lane.entries().get(0)));
  }
}
