// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.media.TestClock;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.DeadLetter;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.JournalRecord;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationsTest {
  private final InMemoryStore store = new InMemoryStore(new TestClock());
  private final AtomicInteger woken = new AtomicInteger();
  private final Operations operations = Operations.of(store, woken::incrementAndGet);

  @Test
  void deadLettersOfARouteAreCarriedAgainInTheirOrder() {
    for (String key : List.of("1", "2", "3")) {
      accept(EntryKind.INBOUND, "route", "ivan", key);
    }
    accept(EntryKind.INBOUND, "other", "ivan", "4");
    endAll(EntryState.DEAD);

    assertEquals(3, operations.replayAll("route", 100));
    assertEquals(1, woken.get());
    assertEquals(List.of("1", "2", "3"), carried());
    assertEquals(1, operations.deadLetters(9).size());
  }

  @Test
  void aDeadLetterIsShownAndThenReplayedOrDiscarded() {
    accept(EntryKind.INBOUND, "route", "ivan", "{\"type\":\"TEXT\",\"text\":\"my words\"}");
    accept(EntryKind.INBOUND, "route", "olena", "unreadable words");
    endAll(EntryState.DEAD);
    DeadLetter first = operations.deadLetters(9).get(0);
    DeadLetter second = operations.deadLetters(9).get(1);

    String shown = operations.redactedPayload(first.sequence()).orElseThrow();
    assertTrue(shown.contains("\"type\" : \"TEXT\""), shown);
    assertTrue(shown.contains("\"text\" : \"*** (8)\""), shown);
    assertFalse(operations.redactedPayload(second.sequence()).orElseThrow().contains("words"));
    assertTrue(operations.payload(first.sequence()).orElseThrow().contains("my words"));
    assertTrue(operations.discard(first.sequence(), "a test"));
    assertFalse(operations.replay(first.sequence()));
    assertTrue(operations.replay(second.sequence()));
    assertEquals(List.of(), operations.deadLetters(9));
    assertEquals(EntryState.DISCARDED, operations.find(first.sequence()).orElseThrow().state());
  }

  @Test
  void aCustomersEntriesAreFoundInBothDirections() {
    accept(EntryKind.INBOUND, "route", "ivan", "1");
    accept(EntryKind.OUTBOUND, "route", "ivan", "2");
    accept(EntryKind.INBOUND, "route", "olena", "3");
    endAll(EntryState.DELIVERED);

    List<JournalRecord> found = operations.ofCustomer("route", "ivan", 9);
    assertEquals(
        List.of(EntryKind.OUTBOUND, EntryKind.INBOUND),
        found.stream().map(JournalRecord::kind).toList());
    assertEquals(found, operations.ofMessage("conversation of ivan", 9));
  }

  @Test
  void anErasedCustomerLeavesNothingAndOthersEverything() {
    for (String customer : List.of("ivan", "olena")) {
      accept(EntryKind.INBOUND, "route", customer, "1");
    }
    endAll(EntryState.DELIVERED);
    for (String customer : List.of("ivan", "olena")) {
      accept(EntryKind.OUTBOUND, "route", customer, "2");
      note("offers:route:" + customer);
      note("dialogue:bot:conversation of " + customer);
      note("dialogue:bot:a session:route:" + customer);
      note("turn:a digest:route:" + customer);
    }

    assertEquals(6, operations.erase("route", "ivan"));
    assertEquals(List.of(), operations.ofCustomer("route", "ivan", 9));
    assertEquals(List.of(), operations.ofMessage("conversation of ivan", 9));
    assertEquals(Optional.empty(), store.notes().read("offers:route:ivan"));
    assertEquals(Optional.empty(), store.notes().read("dialogue:bot:conversation of ivan"));
    assertEquals(2, operations.ofCustomer("route", "olena", 9).size());
    assertTrue(store.notes().read("offers:route:olena").isPresent());
    assertTrue(store.notes().read("dialogue:bot:conversation of olena").isPresent());
    assertEquals(1, store.waiting());
    assertEquals(0, operations.erase("route", "ivan"));
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void ofEachKindACustomersEntriesAreFoundAndErased(EntryKind kind) {
    List<NewEntry> entries = EveryKind.of(kind, "route", "ivan");
    store.accept(entries, null);
    store.accept(EveryKind.of(kind, "route", "olena"), null);

    assertEquals(entries.size(), operations.ofCustomer("route", "ivan", 9).size());
    assertEquals(entries.size(), operations.erase("route", "ivan"));
    assertEquals(List.of(), operations.ofCustomer("route", "ivan", 9));
    assertEquals(entries.size(), operations.ofCustomer("route", "olena", 9).size());
  }

  @Test
  void whatFailedHalfWayIsErasedTheNextTime() {
    accept(EntryKind.INBOUND, "route", "ivan", "1");
    endAll(EntryState.DELIVERED);
    note("dialogue:bot:conversation of ivan");
    for (int failing = 1; failing <= 3; failing++) {
      Operations interrupted = Operations.of(FailingStore.atRemoval(store, failing));
      assertThrows(StoreUnavailableException.class, () -> interrupted.erase("route", "ivan"));
      if (failing == 1) {
        assertTrue(store.notes().read("dialogue:bot:conversation of ivan").isPresent());
      }
    }

    operations.erase("route", "ivan");
    assertEquals(List.of(), operations.ofCustomer("route", "ivan", 9));
    assertEquals(Optional.empty(), store.notes().read("dialogue:bot:conversation of ivan"));
  }

  @Test
  void ofManyDeadLettersNoMoreAreReplayedThanAsked() {
    for (int i = 0; i < 1200; i++) {
      accept(EntryKind.INBOUND, "route", "customer " + i, "words");
    }
    for (ClaimedLane lane : store.claim("test", 1200, 1, Duration.ofMinutes(1))) {
      Completion dead = new Completion(EntryState.DEAD, "reason", List.of(), List.of());
      store.complete(lane, lane.entries().get(0), dead);
      store.release(lane);
    }

    assertEquals(0, operations.replayAll("route", 0));
    assertEquals(700, operations.replayAll("route", 700));
    assertEquals(500, operations.replayAll("route", Integer.MAX_VALUE));
  }

  @Test
  void healthTellsWhatWaitsLongest() {
    Health health = new Health(true, null, Map.of(), operations.backlog(), 0);
    assertTrue(health.ready());
    assertEquals(Duration.ZERO, health.oldestWaiting());
    assertFalse(new Health(true, "full", Map.of(), List.of(), 0).ready());
    assertFalse(new Health(false, null, Map.of(), List.of(), 0).ready());
  }

  private void accept(EntryKind kind, String route, String customer, String payload) {
    store.accept(List.of(LaneKeys.entry(kind, route, customer, customer + payload, payload)), null);
  }

  private void note(String name) {
    store.notes().write(name, Notes.ABSENT, "text", Duration.ofDays(1));
  }

  private void endAll(EntryState state) {
    for (ClaimedLane lane : store.claim("test", 9, 9, Duration.ofMinutes(1))) {
      for (Entry entry : lane.entries()) {
        String customer = lane.lane().substring(lane.lane().lastIndexOf('|') + 1);
        Link link = new Link(0, customer, "m", "g", "conversation of " + customer);
        List<Link> links = state == EntryState.DEAD ? List.of() : List.of(link);
        store.complete(lane, entry, new Completion(state, null, links, List.of()));
      }
      store.release(lane);
    }
  }

  private List<String> carried() {
    List<String> payloads = new ArrayList<>();
    for (ClaimedLane lane : store.claim("test", 9, 9, Duration.ofMinutes(1))) {
      lane.entries().forEach(entry -> payloads.add(entry.payload()));
    }
    return payloads;
  }
}
