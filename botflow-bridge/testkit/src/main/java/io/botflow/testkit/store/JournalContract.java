// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.Backlog;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.Ended;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.Journal;
import io.botflow.bridge.store.JournalRecord;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.Notes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the journal of a store promises. */
abstract class JournalContract extends StoreFixture {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void aRecordTellsTheWholeWayOfAMessage() {
    accept("lane", "key");
    Instant accepted = only(journal().ofLanes(List.of("lane"), 9)).acceptedAt();
    for (String reason : List.of("refused [id 1]", "timed out [id 2]")) {
      clock.advance(TICK);
      ClaimedLane lane = claimOne();
      store.postpone(lane, lane.entries().get(0), TICK, reason);
    }
    clock.advance(TICK);
    ClaimedLane lane = claimOne();
    Link sent = new Link(0, "user-1", "messenger-1", "genesys-1", "conversation-1");
    store.complete(
        lane,
        lane.entries().get(0),
        new Completion(EntryState.DEGRADED, "shortened", List.of(sent), List.of()));

    JournalRecord record = only(journal().ofMessage("messenger-1", 9));
    assertEquals(EntryState.DEGRADED, record.state());
    assertEquals("key", record.dedupeKey());
    assertEquals("shortened", record.detail());
    assertEquals(2, record.attempts());
    assertEquals(accepted.plus(TICK.multipliedBy(3)), record.endedAt());
    assertEquals(
        List.of(
            new JournalRecord.Failure(accepted.plus(TICK), "refused [id 1]"),
            new JournalRecord.Failure(accepted.plus(TICK.multipliedBy(2)), "timed out [id 2]")),
        record.failures());
    assertEquals(List.of(sent), record.links());
    assertEquals(record, only(journal().ofMessage("genesys-1", 9)));
    assertEquals(record, only(journal().ofMessage("conversation-1", 9)));
    assertEquals(Optional.of(record), journal().find(record.sequence()));
    assertEquals(List.of(), journal().ofMessage("unknown", 9));
  }

  @Test
  void ofManyFailuresTheFirstAndTheLastAreKept() {
    accept("lane", "key");
    for (int i = 1; i <= 30; i++) {
      ClaimedLane lane = claimOne();
      store.postpone(lane, lane.entries().get(0), Duration.ZERO, "failure " + i);
    }

    List<String> reasons =
        only(journal().ofLanes(List.of("lane"), 9)).failures().stream()
            .map(JournalRecord.Failure::reason)
            .toList();
    assertEquals(JournalRecord.KEPT_FAILURES + 1, reasons.size());
    assertEquals("failure 1", reasons.get(0));
    assertEquals("failure 20", reasons.get(19));
    assertEquals("failure 30", reasons.get(20));
  }

  @Test
  void lanesTellTheYoungestFirstWhateverBecameOfThem() {
    accept("lane", "1", "2");
    ClaimedLane lane = claimOne();
    complete(lane, lane.entries().get(0));
    accept("other", "3");

    assertEquals(List.of("2", "1"), keys(journal().ofLanes(List.of("lane"), 9)));
    assertEquals(List.of("3", "2"), keys(journal().ofLanes(List.of("lane", "other"), 2)));
  }

  @Test
  void aPayloadIsThereAsLongAsItIsNeeded() {
    Entry dead = deadLetter("dead", "the words", "reason");
    accept("lane", "other words");
    Entry waiting = claimOne().entries().get(0);

    assertEquals(Optional.of("the words"), journal().payload(dead.sequence()));
    assertEquals(Optional.of("other words"), journal().payload(waiting.sequence()));
    journal().discard(dead.sequence(), "a test");
    assertEquals(Optional.empty(), journal().payload(dead.sequence()));
    assertEquals(Optional.empty(), journal().payload(12345));
  }

  @Test
  void aDiscardedLetterIsGivenUpForGood() {
    Entry dead = deadLetter("lane", "key", "reason");

    assertTrue(journal().discard(dead.sequence(), "nobody needs it"));
    assertFalse(journal().discard(dead.sequence(), "again"));
    assertFalse(store.replay(dead.sequence()));
    assertEquals(List.of(), store.deadLetters(9));
    JournalRecord record = journal().find(dead.sequence()).orElseThrow();
    assertEquals(EntryState.DISCARDED, record.state());
    assertEquals("nobody needs it", record.detail());
    assertEquals(List.of(false), accept("lane", "key"), "its key is remembered");
  }

  @Test
  void onlyDeadLettersCanBeDiscarded() {
    accept("lane", "key");
    Entry waiting = claimOne().entries().get(0);

    assertFalse(journal().discard(waiting.sequence(), "reason"));
    assertFalse(journal().discard(4711, "reason"));
  }

  @Test
  void theBacklogIsCountedByTarget() {
    assertEquals(List.of(), journal().backlog());
    accept("a", "1", "2");
    clock.advance(TICK);
    accept("b", "3");
    accept("done", "4");
    deadLetterOf("done");
    clock.advance(TICK);

    assertEquals(List.of(new Backlog("target", 2, 3, TICK.multipliedBy(2))), journal().backlog());
  }

  @Test
  void clearingRemovesWhatEndedLongAgoAndNothingElse() {
    Entry dead = deadLetter("dead", "3", "reason");
    accept("old", "1", "2");
    accept("waiting", "4");
    ClaimedLane old =
        claim(9).stream().filter(lane -> lane.lane().equals("old")).findFirst().orElseThrow();
    store.complete(
        old,
        old.entries().get(0),
        new Completion(EntryState.DELIVERED, null, List.of(link(0, "m", "g")), List.of()));
    complete(old, old.entries().get(1));
    clock.advance(DAY);
    accept("young", "5");
    ClaimedLane young =
        claim(9).stream().filter(lane -> lane.lane().equals("young")).findFirst().orElseThrow();
    complete(young, young.entries().get(0));

    assertEquals(1, journal().clear(DAY.minus(TICK), 1));
    assertEquals(1, journal().clear(DAY.minus(TICK), 100));
    assertEquals(0, journal().clear(DAY.minus(TICK), 100));
    assertEquals(List.of(), journal().ofLanes(List.of("old"), 9));
    assertEquals(List.of(), store.linksByMessengerId(ROUTE, "user-1", "m"));
    assertEquals(List.of(), store.linksByGenesysId(ROUTE, "g"));
    assertEquals(
        List.of("5", "4", "3"),
        keys(journal().ofLanes(List.of("dead", "waiting", "young", "old"), 9)));
    assertTrue(store.replay(dead.sequence()), "dead letters stay");
    assertEquals(List.of(true, false), accept("old", "1", "5"), "keys end with their entries");
    assertEquals(List.of("1"), payloads(claimLane("old")));
  }

  @Test
  void erasingALaneLeavesNothingOfIt() {
    accept("lane", "1", "2", "3");
    ClaimedLane lane = claimOne();
    store.complete(
        lane,
        lane.entries().get(0),
        new Completion(EntryState.DELIVERED, null, List.of(link(0, "m", "g")), List.of()));
    store.complete(
        lane,
        lane.entries().get(1),
        new Completion(EntryState.DEAD, "reason", List.of(), List.of()));
    accept("other", "4");

    assertEquals(3, journal().erase(List.of("lane", "unknown")));
    assertEquals(List.of(), journal().ofLanes(List.of("lane"), 9));
    assertEquals(List.of(), store.deadLetters(9));
    assertEquals(List.of(), store.linksByMessengerId(ROUTE, "user-1", "m"));
    assertEquals(1, store.waiting());
    assertFalse(complete(lane, lane.entries().get(2)), "its worker is told");
    accept("lane", "5");
    assertEquals(List.of("5"), payloads(claimLane("lane")));
  }

  @Test
  void notesGoByTheEndOfTheirNames() {
    Notes notes = store.notes();
    for (String name : List.of("offers:r:1", "talk:r:1", "talk:r:11", "offers:r:1:x")) {
      notes.write(name, Notes.ABSENT, "text", DAY);
    }

    assertEquals(2, notes.removeEndingWith(List.of(":r:1", ":r:7")));
    assertEquals(Optional.empty(), notes.read("offers:r:1"));
    assertTrue(notes.read("talk:r:11").isPresent());
    assertTrue(notes.read("offers:r:1:x").isPresent());
    assertEquals(0, notes.removeEndingWith(List.of(":r:1")));
    assertEquals(2, notes.removeEndingWith(List.of(":r:11", ":x")), "by several ends at once");
    assertEquals(0, notes.removeEndingWith(List.of()));
    assertThrows(IllegalArgumentException.class, () -> notes.removeEndingWith(List.of(":r:1", "")));
  }

  @Test
  void ofManyNotesAllThatAreMeantGo() {
    Notes notes = store.notes();
    for (int i = 0; i < 2500; i++) {
      notes.write("note " + i + (i % 2 == 0 ? ":even" : ":odd"), Notes.ABSENT, "text", DAY);
    }

    assertEquals(1250, notes.removeEndingWith(List.of(":even")));
    assertEquals(1250, notes.removeEndingWith(List.of(":even", ":odd")));
  }

  @Test
  void theConversationsOfLanesAreToldWhateverBecameOfTheirEntries() {
    accept("lane", "1", "2", "3");
    ClaimedLane lane = claimOne();
    for (int i = 0; i < 2; i++) {
      Link sent = new Link(0, "user-1", "m" + i, "g" + i, "conversation-" + i % 2);
      store.complete(
          lane,
          lane.entries().get(i),
          new Completion(EntryState.DELIVERED, null, List.of(sent), List.of()));
    }
    store.record(
        lane, lane.entries().get(2), new Link(0, "user-1", "m", "g", "conversation-begun"));
    store.release(lane);
    accept("other", "4");
    ClaimedLane other = claimLane("other");
    store.record(other, other.entries().get(0), new Link(0, "user-2", "m", "g", "another"));

    assertEquals(
        Set.of("conversation-0", "conversation-1", "conversation-begun"),
        journal().conversations(List.of("lane", "unknown")));
    assertEquals(Set.of(), journal().conversations(List.of()));
  }

  @Test
  void alsoALaneWithManyEntriesIsErasedAndItsConversationsAreTold() {
    String[] keys = IntStream.range(0, 1200).mapToObj(Integer::toString).toArray(String[]::new);
    accept("lane", keys);
    for (int batch = 0; batch < 6; batch++) {
      ClaimedLane lane = claimOne();
      List<Ended> ended = new ArrayList<>();
      for (Entry entry : lane.entries()) {
        Link sent = new Link(0, "user-1", "m", "g", "conversation-" + entry.sequence());
        ended.add(
            new Ended(entry, new Completion(EntryState.DELIVERED, null, List.of(sent), List.of())));
      }
      store.complete(lane, ended);
      store.release(lane);
    }

    assertEquals(600, journal().conversations(List.of("lane")).size());
    assertEquals(1200, journal().erase(List.of("lane")));
    assertEquals(0, journal().erase(List.of("lane")));
    assertEquals(0, store.waiting());
    assertEquals(Set.of(), journal().conversations(List.of("lane")));
  }

  @Test
  void deadLettersAreToldByRoute() {
    Entry dead = deadLetter("dead", "1", "reason");
    deadLetter("dead", "2", "reason");

    assertEquals(
        List.of(dead.sequence()),
        store.deadLetters(ROUTE, 1).stream().map(DeadLetter::sequence).toList());
    assertEquals(2, store.deadLetters(ROUTE, 9).size());
    assertEquals(List.of(), store.deadLetters("another route", 9));
  }

  private Journal journal() {
    return store.journal();
  }

  private ClaimedLane claimLane(String name) {
    return claim(9).stream().filter(it -> it.lane().equals(name)).findFirst().orElseThrow();
  }

  private void deadLetterOf(String lane) {
    ClaimedLane claimed = claimLane(lane);
    store.complete(claimed, claimed.entries().get(0), ending(EntryState.DEAD));
    store.release(claimed);
  }

  private static List<String> keys(List<JournalRecord> records) {
    return records.stream().map(JournalRecord::dedupeKey).toList();
  }

  private static <T> T only(List<T> found) {
    assertEquals(1, found.size());
    return found.get(0);
  }
}
