// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.event.BridgeEvent;
import io.botflow.bridge.media.TestClock;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.Pacing.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final TestClock clock = new TestClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final AtomicReference<Rate> rate = new AtomicReference<>(new Rate(INTERVAL, 8));
  private final List<BridgeEvent> events = new ArrayList<>();
  private final Meter meter = meter();
  private final Gates gates =
      new Gates(
          3,
          target ->
              target.startsWith("metered")
                  ? new Terms(meter, !target.endsWith("beside"))
                  : Terms.UNCOUNTED,
          events::add,
          new Random(1),
          this::nanos);

  private long nanos() {
    return clock.millis() * 1_000_000;
  }

  private Meter meter() {
    return Meter.of(store.pacing(), "name", rate::get, this::nanos);
  }

  @Test
  void atMostSoManyLanesOfATargetAreWorkedOn() {
    Gate gate = gates.of("target");
    assertEquals(3, gates.lanes("target"));
    gate.enter();
    gate.enter();
    Gate.Passage last = gate.enter();
    assertEquals(0, gates.lanes("target"));
    assertNull(gates.untilChange(), "a worker that is done opens it");
    last.close();
    assertEquals(1, gates.lanes("target"));
    assertEquals(3, gates.lanes("other"));
  }

  @Test
  void aTargetThatFailsForSeveralIsClosedUntilAProbePasses() {
    Gate gate = gates.of("target");
    for (String lane : List.of("a", "b", "c")) {
      try (Gate.Passage passage = gate.enter()) {
        passage.failed(lane, "503", null);
      }
    }

    assertEquals(0, gates.lanes("target"));
    assertEquals(Map.of("target", "503"), gates.closed());
    BridgeEvent.TargetClosed closed =
        assertInstanceOf(BridgeEvent.TargetClosed.class, events.get(0));
    assertEquals(closed.pause(), gates.untilChange());
    clock.advance(closed.pause().plusMillis(1));
    assertEquals(1, gates.lanes("target"));
    try (Gate.Passage probe = gate.enter()) {
      assertEquals(0, gates.lanes("target"));
      probe.passed();
    }
    assertEquals(3, gates.lanes("target"));
    assertEquals(Map.of(), gates.closed());
    assertEquals(new BridgeEvent.TargetOpened("target"), events.get(1));
    assertEquals(2, events.size());
  }

  @Test
  void aLimitClosesTheTargetForAsLongAsItSays() {
    Gate gate = gates.of("metered");
    gates.refill();
    Meter receipts = meter.sharing(() -> rate.get().leaving(4));
    receipts.refill();
    assertEquals(1, receipts.room());
    gate.enter().limited("429", Duration.ofSeconds(42));

    assertEquals(0, receipts.room(), "the permits that others hold count no more");
    assertEquals(0, gates.lanes("metered"));
    assertEquals(Duration.ofSeconds(42), gates.untilChange());
    assertEquals(Map.of("metered", "429"), gates.closed());
    assertEquals(0, store.pacing().take("name", rate.get(), 1).permits(), "other instances too");
    clock.advance(Duration.ofSeconds(42));
    gates.refill();
    assertEquals(2, gates.lanes("metered"), "those that were taken before");
    assertEquals(Map.of(), gates.closed());
  }

  @Test
  void noMoreLanesAreClaimedThanThereArePermits() {
    Gate gate = gates.of("metered 1");
    assertEquals(0, gates.lanes("metered 1"), "none was taken so far");
    gates.refill();
    assertEquals(2, gates.lanes("metered 1"), "a quarter of the burst");
    assertEquals(2, gates.lanes("metered 2"), "of the same limit");
    try (Gate.Passage passage = gate.enter()) {
      assertEquals(Duration.ZERO, passage.admit());
      assertEquals(Duration.ZERO, gates.of("metered 2").enter().admit());
      assertTrue(passage.admit().toMillis() >= 1);
    }
    assertEquals(0, gates.lanes("metered 1"));
    gates.refill();
    assertEquals(2, gates.lanes("metered 1"));
  }

  @Test
  void whenNothingIsLeftItTellsHowLongToWait() {
    Gate gate = gates.of("metered");
    store.pacing().take("name", rate.get(), 8);
    gates.refill();

    assertEquals(0, gates.lanes("metered"));
    Gate.Passage passage = gate.enter();
    assertEquals(INTERVAL, passage.admit());
    assertEquals(INTERVAL, gates.untilChange());
    clock.advance(INTERVAL);
    gates.refill();
    assertEquals(1, gates.lanes("metered"));
    assertEquals(Duration.ZERO, passage.admit());
  }

  @Test
  void aMessageOfSeveralRequestsIsCountedInFull() {
    Gate gate = gates.of("metered");
    gates.refill();
    Gate.Passage passage = gate.enter();
    passage.admit();
    passage.asked(3);
    passage.asked(1);

    assertEquals(8 - 2 - 3, store.pacing().take("name", rate.get(), 8).permits());
  }

  @Test
  void whereMostGoesElsewhereNothingIsHeldBackAndStillCounted() {
    Gate gate = gates.of("metered beside");
    for (String lane : List.of("a", "b", "c")) {
      try (Gate.Passage passage = gate.enter()) {
        assertEquals(Duration.ZERO, passage.admit());
        passage.asked(1);
        passage.failed(lane, "503", null);
        passage.limited("429", INTERVAL);
      }
    }

    assertEquals(3, gates.lanes("metered beside"));
    assertEquals(0, gates.lanes("metered"), "the others heed the limit");
    assertEquals(List.of(), events);
    assertEquals(0, store.pacing().take("name", rate.get(), 8).permits());
  }

  @Test
  void aPauseWithoutReasonIsBounded() {
    Gate gate = gates.of("target");
    gate.enter().limited("429", Duration.ofSeconds(Long.MAX_VALUE));

    assertEquals(Duration.ofHours(1), gates.untilChange());
  }

  @Test
  void withoutAKnownLimitNothingIsHeldBack() {
    rate.set(null);
    Gate gate = gates.of("metered");

    assertEquals(3, gates.lanes("metered"));
    Gate.Passage passage = gate.enter();
    assertEquals(Duration.ZERO, passage.admit());
    assertTrue(meter.spare());
    passage.asked(9);
    passage.close();
    assertNull(gates.untilChange());
  }

  @Test
  void aStoreThatIsAwayHoldsNoWorkerUp() {
    Gate gate = gates.of("metered");
    store.close();

    Gate.Passage passage = gate.enter();
    passage.asked(3);
    passage.limited("429", INTERVAL);
    assertEquals(false, meter().spare());
  }
}
