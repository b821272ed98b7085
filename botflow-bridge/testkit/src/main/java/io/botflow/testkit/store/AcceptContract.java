// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.PollCursor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code accept} and the poll cursors promise. */
abstract class AcceptContract extends StoreFixture {

  @Test
  void entriesComeBackInTheOrderOfAcceptance() {
    assertEquals(List.of(true, true), accept("lane", "first", "second"));
    assertEquals(List.of(true), accept("lane", "third"));

    assertEquals(List.of("first", "second", "third"), payloads(claimOne()));
  }

  @Test
  void sequencesGrowWithTheOrderOfAcceptance() {
    accept("a", "1");
    accept("b", "2");
    accept("a", "3");

    List<Long> sequences =
        claim(2).stream()
            .flatMap(lane -> lane.entries().stream())
            .sorted((left, right) -> left.payload().compareTo(right.payload()))
            .map(Entry::sequence)
            .toList();
    assertEquals(sequences.stream().sorted().distinct().toList(), sequences);
  }

  @ParameterizedTest
  @EnumSource
  void anEntryKeepsAllItsFields(EntryKind kind) {
    store.accept(List.of(new NewEntry("lane", "target", kind, "route", "key", "payload")), null);
    clock.advance(TICK);

    ClaimedLane claimed = claimOne();
    Entry entry = claimed.entries().get(0);
    assertEquals("lane", claimed.lane());
    assertEquals(
        new Entry(entry.sequence(), "lane", kind, "route", "payload", 0, TICK, List.of()), entry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "it's \"quoted\"; -- %_?", "Grüße, 你好, \uD83D\uDE80", "two\r\nlines\t"})
  void textsComeBackAsTheyWere(String text) {
    String key = "key " + text;
    store.accept(
        List.of(new NewEntry("lane " + text, "target", EntryKind.INBOUND, text, key, text)), null);

    ClaimedLane claimed = claimOne();
    assertEquals("lane " + text, claimed.lane());
    assertEquals(text, claimed.entries().get(0).payload());
    assertEquals(text, claimed.entries().get(0).route());
    assertEquals(
        List.of(false),
        store.accept(
            List.of(new NewEntry("other", "target", EntryKind.INBOUND, text, key, text)), null));
  }

  @Test
  void aLargePayloadComesBackAsItWas() {
    String payload = "0123456789abcdef".repeat(128 * 1024);
    store.accept(
        List.of(new NewEntry("lane", "target", EntryKind.INBOUND, ROUTE, "key", payload)), null);

    assertEquals(payload, claimOne().entries().get(0).payload());
  }

  @Test
  void aKeyThatRepeatsInOneCallIsStoredOnce() {
    assertEquals(List.of(true, false, true), accept("lane", "a", "a", "b"));

    assertEquals(List.of("a", "b"), payloads(claimOne()));
  }

  @Test
  void aKeyThatRepeatsInALaterCallIsLeftOutWhileTheRestIsStored() {
    accept("lane", "a", "b");
    assertEquals(List.of(false, true, false), accept("lane", "b", "c", "a"));

    assertEquals(List.of("a", "b", "c"), payloads(claimOne()));
  }

  @Test
  void aKeyIsKnownInEveryLane() {
    accept("a", "key");
    assertEquals(List.of(false), accept("b", "key"));

    assertEquals(List.of("a"), lanes(claim(10)));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "WAITING")
  void aKeyStaysKnownAfterItsEntryEnded(EntryState state) {
    accept("lane", "key");
    ClaimedLane lane = claimOne();
    assertTrue(store.complete(lane, lane.entries().get(0), ending(state)));
    store.release(lane);

    assertEquals(List.of(false), accept("lane", "key"));
    assertEquals(Optional.empty(), store.untilDue());
    assertEquals(List.of(), claim(10));
  }

  @Test
  void acceptingNothingChangesNothing() {
    assertEquals(List.of(), store.accept(List.of(), null));

    assertEquals(0, store.waiting());
    assertEquals(Optional.empty(), store.untilDue());
  }

  @Test
  void aFailedCallStoresNeitherEntriesNorCursor() {
    List<NewEntry> broken = Arrays.asList(entry("lane", "key"), null);
    assertThrows(
        NullPointerException.class, () -> store.accept(broken, new PollCursor("source", "1")));

    assertEquals(0, store.waiting());
    assertEquals(Optional.empty(), store.cursor("source"));
    assertEquals(List.of(true), accept("lane", "key"));
  }

  @Test
  void aCursorIsStoredWithTheEntries() {
    store.accept(List.of(entry("lane", "key")), new PollCursor("source", "17"));

    assertEquals(Optional.of("17"), store.cursor("source"));
    assertEquals(1, store.waiting());
  }

  @Test
  void aCursorMovesOnWithoutNewEntries() {
    store.accept(List.of(entry("lane", "key")), new PollCursor("source", "17"));
    store.accept(List.of(entry("lane", "key")), new PollCursor("source", "18"));
    assertEquals(Optional.of("18"), store.cursor("source"));

    store.accept(List.of(), new PollCursor("source", "19"));
    assertEquals(Optional.of("19"), store.cursor("source"));
  }

  @Test
  void eachSourceHasItsOwnCursor() {
    store.accept(List.of(), new PollCursor("a", "1"));
    store.accept(List.of(), new PollCursor("b", "2"));

    assertEquals(Optional.of("1"), store.cursor("a"));
    assertEquals(Optional.of("2"), store.cursor("b"));
    assertEquals(Optional.empty(), store.cursor("c"));
  }

  @Test
  void waitingCountsWhatHasNotEnded() {
    accept("a", "1", "2");
    accept("b", "3");
    assertEquals(3, store.waiting());

    ClaimedLane lane = claimOne();
    assertEquals(3, store.waiting());
    complete(lane, lane.entries().get(0));
    assertEquals(2, store.waiting());
  }

  @Test
  void anEntryGrowsOlderByTheStoresClock() {
    accept("lane", "1");
    clock.advance(Duration.ofDays(3));
    accept("lane", "2");
    clock.advance(TICK);

    assertEquals(
        List.of(Duration.ofDays(3).plus(TICK), TICK),
        claimOne().entries().stream().map(Entry::age).toList());
  }
}
