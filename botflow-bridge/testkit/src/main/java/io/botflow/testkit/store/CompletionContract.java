// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.Ended;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Link;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code complete}, {@code record}, the links and the dead letters promise. */
abstract class CompletionContract extends StoreFixture {
  private static final Comparator<List<String>> BY_TEXT = Comparator.comparing(List::toString);

  @Test
  void theClaimGoesOnToHold() {
    accept("lane", "1", "2");
    ClaimedLane lane = claimOne();

    assertTrue(complete(lane, lane.entries().get(0)));
    assertEquals(List.of(), claim(10));
    assertTrue(complete(lane, lane.entries().get(1)));
    assertEquals(0, store.waiting());
  }

  @Test
  void anEntryEndsOnce() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    Entry entry = lane.entries().get(0);
    complete(lane, entry);

    Completion again =
        new Completion(
            EntryState.DEAD, "reason", List.of(link(0, "m", "g")), List.of(entry("next", "2")));
    assertFalse(store.complete(lane, entry, again));
    assertEquals(0, store.waiting());
    assertEquals(List.of(), store.deadLetters(10));
    assertEquals(List.of(), store.linksByGenesysId(ROUTE, "g"));
  }

  @Test
  void severalEntriesEndTogether() {
    accept("lane", "1", "2", "3");
    ClaimedLane lane = claimOne();
    List<Entry> entries = lane.entries();
    Completion linked =
        new Completion(
            EntryState.DEGRADED, "why", List.of(link(0, "m", "g")), List.of(entry("other", "4")));
    assertTrue(
        store.complete(
            lane,
            List.of(
                new Ended(entries.get(0), linked),
                new Ended(entries.get(2), ending(EntryState.DELIVERED)))));
    store.release(lane);

    assertEquals(List.of(link(0, "m", "g")), store.linksByGenesysId(ROUTE, "g"));
    assertEquals(
        List.of(List.of("2"), List.of("4")),
        claim(10).stream().map(StoreFixture::payloads).sorted(BY_TEXT).toList());
  }

  @Test
  void severalEntriesOfWhichOneHasEndedAreAllLeftAsTheyAre() {
    accept("lane", "1", "2");
    ClaimedLane lane = claimOne();
    Entry first = lane.entries().get(0);
    complete(lane, lane.entries().get(1));
    Completion linked =
        new Completion(
            EntryState.DEAD, "why", List.of(link(0, "m", "g")), List.of(entry("other", "3")));

    assertFalse(
        store.complete(
            lane,
            List.of(
                new Ended(first, linked),
                new Ended(lane.entries().get(1), ending(EntryState.DELIVERED)))));
    assertEquals(1, store.waiting());
    assertEquals(List.of(), store.deadLetters(10));
    assertEquals(List.of(), store.linksByGenesysId(ROUTE, "g"));
    assertTrue(complete(lane, first), "the claim still holds");
  }

  @Test
  void followUpsAreAcceptedAndWakeTheirLanes() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    Completion completion =
        new Completion(
            EntryState.DELIVERED,
            null,
            List.of(),
            List.of(entry("other", "2"), entry("lane", "3"), entry("other", "1")));
    assertTrue(store.complete(lane, lane.entries().get(0), completion));

    assertEquals(2, store.waiting(), "the follow-up with a known key is left out");
    assertEquals(List.of("2"), payloads(claimOne()));
    store.release(lane);
    assertEquals(List.of("3"), payloads(claimOne()));
  }

  @Test
  void doneLinksComeWithTheEntryInTheOrderOfTheirParts() {
    accept("lane", "1", "2");
    ClaimedLane lane = claimOne();
    Link first = link(0, "m0", "g");
    Link second = new Link(1, "user-1", "m1", "g", "conversation");
    assertTrue(store.record(lane, lane.entries().get(0), second));
    assertTrue(store.record(lane, lane.entries().get(0), first));
    store.release(lane);

    List<Entry> entries = claimOne().entries();
    assertEquals(List.of(first, second), entries.get(0).done());
    assertEquals(List.of(), entries.get(1).done());
  }

  @Test
  void aPartThatIsRecordedAgainReplacesItsRecord() {
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    store.record(lane, lane.entries().get(0), link(0, "old", "old"));
    store.record(lane, lane.entries().get(0), link(0, "new", "new"));
    store.release(lane);

    assertEquals(List.of(link(0, "new", "new")), claimOne().entries().get(0).done());
    assertEquals(List.of(), store.linksByGenesysId(ROUTE, "old"));
    assertEquals(List.of(), store.linksByMessengerId(ROUTE, "user-1", "old"));
  }

  @Test
  void linksAreFoundByTheIdInGenesysCloudInTheOrderOfTheirParts() {
    Link recorded = link(0, "m0", "g");
    Link first = link(1, "m1", "g");
    Link second = new Link(2, "user-1", "m2", "g", "conversation");
    accept("lane", "1");
    ClaimedLane lane = claimOne();
    store.record(lane, lane.entries().get(0), recorded);
    completeWith(lane, second, first);

    assertEquals(List.of(recorded, first, second), store.linksByGenesysId(ROUTE, "g"));
    assertEquals(List.of(), store.linksByGenesysId(ROUTE, "other"));
    assertEquals(List.of(), store.linksByGenesysId("other", "g"));
  }

  @Test
  void linksAreFoundByTheIdAtTheMessengerTheNewestFirst() {
    Link older = link(0, "m", "g1");
    Link newer = link(0, "m", "g2");
    for (Link link : List.of(older, newer)) {
      accept("lane", link.genesysId());
      ClaimedLane lane = claimOne();
      completeWith(lane, link, link(1, "other " + link.genesysId(), link.genesysId()));
      store.release(lane);
      clock.advance(TICK);
    }

    assertEquals(List.of(newer, older), store.linksByMessengerId(ROUTE, "user-1", "m"));
    assertEquals(List.of(), store.linksByMessengerId(ROUTE, "user-2", "m"));
    assertEquals(List.of(), store.linksByMessengerId("other", "user-1", "m"));
    assertEquals(List.of(), store.linksByMessengerId(ROUTE, "user-1", "unknown"));
  }

  @Test
  void deadLettersAreListedTheOldestFirst() {
    Entry first = deadLetter("a", "1", "refused");
    clock.advance(TICK);
    accept("b", "2");
    ClaimedLane lane = claimOne();
    store.postpone(lane, lane.entries().get(0), TICK, "busy");
    clock.advance(TICK);
    ClaimedLane again = claimOne();
    Entry second = again.entries().get(0);
    store.complete(again, second, ending(EntryState.DEAD));
    clock.advance(Duration.ofDays(1));

    DeadLetter older =
        new DeadLetter(
            first.sequence(),
            EntryKind.INBOUND,
            ROUTE,
            0,
            Duration.ofDays(1).plus(TICK.multipliedBy(2)),
            "refused");
    DeadLetter younger =
        new DeadLetter(
            second.sequence(), EntryKind.INBOUND, ROUTE, 1, Duration.ofDays(1).plus(TICK), null);
    assertEquals(List.of(older, younger), store.deadLetters(10));
    assertEquals(List.of(older), store.deadLetters(1));
  }

  @Test
  void aDeadLetterDoesNotHoldItsLane() {
    deadLetter("lane", "1", "refused");
    assertEquals(0, store.waiting());
    accept("lane", "2");

    assertEquals(List.of("2"), payloads(claimOne()));
  }

  @Test
  void aReplayedDeadLetterComesBeforeYoungerEntries() {
    Entry dead = deadLetter("lane", "1", "refused");
    accept("lane", "2");

    assertTrue(store.replay(dead.sequence()));
    assertEquals(List.of("1", "2"), payloads(claimOne()));
    assertEquals(List.of(), store.deadLetters(10));
  }

  @Test
  void aReplayWakesADrainedLane() {
    Entry dead = deadLetter("lane", "1", "refused");

    assertTrue(store.replay(dead.sequence()));
    assertEquals(Duration.ZERO, store.untilDue().orElseThrow());
    assertEquals(1, store.waiting());
    assertEquals(dead, claimOne().entries().get(0));
  }

  @Test
  void aReplayCountsAttemptsAnewAndKeepsWhatWasDone() {
    accept("lane", "1");
    ClaimedLane failing = claimOne();
    store.postpone(failing, failing.entries().get(0), Duration.ZERO, "busy");
    ClaimedLane lane = claimOne();
    Entry entry = lane.entries().get(0);
    assertEquals(1, entry.attempts());
    store.record(lane, entry, link(0, "m", "g"));
    store.complete(lane, entry, ending(EntryState.DEAD));
    store.release(lane);
    clock.advance(Duration.ofDays(2));
    store.replay(entry.sequence());

    Entry replayed = claimOne().entries().get(0);
    assertEquals(0, replayed.attempts());
    assertEquals(Duration.ZERO, replayed.age(), "it would be given up at once");
    assertEquals(List.of(link(0, "m", "g")), replayed.done());
  }

  @Test
  void onlyDeadLettersAreReplayed() {
    Entry dead = deadLetter("lane", "1", "refused");
    accept("done", "2");
    ClaimedLane done = claimOne();
    complete(done, done.entries().get(0));
    accept("waiting", "3");

    assertFalse(store.replay(done.entries().get(0).sequence()), "delivered");
    assertFalse(store.replay(claimOne().entries().get(0).sequence()), "waiting");
    assertFalse(store.replay(Long.MAX_VALUE), "unknown");
    assertTrue(store.replay(dead.sequence()));
    assertFalse(store.replay(dead.sequence()), "replayed already");
  }

  @Test
  void theFirstCandidateOfASharedValueStays() {
    assertEquals("first", store.shared("name", "first"));
    assertEquals("first", store.shared("name", "second"));
    assertEquals("other", store.shared("other name", "other"));
  }

  private void completeWith(ClaimedLane lane, Link... links) {
    Completion completion = new Completion(EntryState.DELIVERED, null, List.of(links), List.of());
    assertTrue(store.complete(lane, lane.entries().get(0), completion));
  }
}
