// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code postpone} and {@code awaitMore} promise. */
abstract class RestContract extends StoreFixture {
  private static final Duration REST = Duration.ofMinutes(2);

  @Test
  void aPostponedLaneRestsAndIsThenDue() {
    accept("lane", "1", "2");
    postponeHead();
    clock.advance(REST.minusMillis(1));
    assertEquals(List.of(), claim(10));
    assertEquals(Optional.of(Duration.ofMillis(1)), store.untilDue());
    clock.advance(Duration.ofMillis(1));

    assertEquals(Optional.of(Duration.ZERO), store.untilDue());
    assertEquals(List.of("1", "2"), payloads(claimOne()));
  }

  @Test
  void aRestWithoutLengthIsOverAtOnce() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    assertTrue(store.postpone(lane, lane.entries().get(0), Duration.ZERO, "reason"));

    assertEquals(List.of("1"), payloads(claimOne()));
  }

  @Test
  void attemptsAreCountedPerEntry() {
    accept("lane", "1", "2");
    postponeHead();
    clock.advance(REST);
    postponeHead();
    clock.advance(REST);

    assertEquals(List.of(2, 0), claimOne().entries().stream().map(Entry::attempts).toList());
  }

  @Test
  void newEntriesDoNotWakeALaneThatRests() {
    accept("lane", "1");
    postponeHead();
    accept("lane", "2");

    assertEquals(List.of(), claim(10));
    assertEquals(Optional.of(REST), store.untilDue());
    clock.advance(REST);
    assertEquals(List.of("1", "2"), payloads(claimOne()));
  }

  @Test
  void aLaneThatRestsDoesNotHoldOthers() {
    accept("resting", "1");
    postponeHead();
    accept("other", "2");

    assertEquals(Optional.of(Duration.ZERO), store.untilDue());
    assertEquals(List.of("other"), lanes(claim(10)));
  }

  @Test
  void untilDueIsTheShortestRest() {
    accept("long", "1");
    postponeHead();
    clock.advance(TICK);
    accept("short", "2");
    ClaimedLane lane = claimOne();
    store.postpone(lane, lane.entries().get(0), TICK, "reason");

    assertEquals(Optional.of(TICK), store.untilDue());
  }

  @Test
  void anEntryThatEndedCannotBePostponed() {
    accept("lane", "1", "2");
    ClaimedLane lane = claimOne();
    complete(lane, lane.entries().get(0));

    assertFalse(store.postpone(lane, lane.entries().get(0), REST, "reason"));
    assertTrue(store.renew(lane, LEASE), "the claim still holds");
  }

  @Test
  void aLaneThatAwaitsMoreIsDueWhenTheNextEntryComes() {
    accept("lane", "1");
    store.awaitMore(claimOne(), REST);
    assertEquals(List.of(), claim(10));
    assertEquals(Optional.of(REST), store.untilDue());
    accept("lane", "2");

    assertEquals(Optional.of(Duration.ZERO), store.untilDue());
    ClaimedLane lane = claimOne();
    assertEquals(List.of("1", "2"), payloads(lane));
    assertEquals(List.of(0, 0), lane.entries().stream().map(Entry::attempts).toList());
  }

  @Test
  void aLaneThatAwaitsMoreInVainIsDueAfterTheLongestTime() {
    accept("lane", "1");
    store.awaitMore(claimOne(), REST);
    clock.advance(REST.minusMillis(1));
    assertEquals(List.of(), claim(10));
    clock.advance(Duration.ofMillis(1));

    assertEquals(List.of("1"), payloads(claimOne()));
  }

  @Test
  void whatCameSinceTheClaimIsNotAwaited() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    accept("lane", "2");
    store.awaitMore(lane, REST);

    assertEquals(List.of("1", "2"), payloads(claimOne()));
  }

  @Test
  void whoAwaitsMoreHoldsNoClaim() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    store.awaitMore(lane, REST);

    assertFalse(complete(lane, lane.entries().get(0)));
    assertFalse(store.renew(lane, LEASE));
    store.release(lane);
    store.awaitMore(lane, Duration.ZERO);
    assertEquals(List.of(), claim(10), "what is no claim changes nothing");
  }

  @Test
  void aRestAfterAFailureIsNotShortenedByAnEarlierWait() {
    accept("lane", "1");
    store.awaitMore(claimOne(), REST);
    accept("lane", "2");
    postponeHead();
    accept("lane", "3");

    assertEquals(List.of(), claim(10));
  }

  private void postponeHead() {
    ClaimedLane lane = claimOne();
    assertTrue(store.postpone(lane, lane.entries().get(0), REST, "reason"));
  }
}
