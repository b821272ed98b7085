// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.botflow.bridge.internal.lane.Outcome;
import io.botflow.bridge.store.ClaimedLane;
import io.botflow.bridge.store.Completion;
import io.botflow.bridge.store.Entry;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.store.EntryState;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.Link;
import io.botflow.bridge.store.NewEntry;
import io.botflow.connector.message.MessageJson;
import io.botflow.connector.message.Peer;
import io.botflow.connector.messenger.FailureReason;
import io.botflow.connector.messenger.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Genesys Cloud is told of its messages, and when. */
class StatusDeliveryTest {
  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final Peer ANNA = new Peer("letters", "us", "anna");

  private final InMemoryStore store = new InMemoryStore();
  private final Arrivals arrivals = new Arrivals(store.notes());
  private final StatusDelivery delivery = new StatusDelivery(store, arrivals);
  private final List<String> told = new ArrayList<>();

  @Test
  void aMessageInOnePartIsDeliveredWithIt() {
    sent(0);

    status("d0");
    assertEquals(List.of("Delivered"), told);
  }

  @Test
  void theFirstPartAloneIsNoDeliveryEvenBeforeTheSecondIsSent() {
    arrivals.sending("open", "m1", 2);
    sent(0);
    status("d0");
    assertEquals(List.of(), told);
    sent(1);
    status("d1");

    assertEquals(List.of("Delivered"), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d0 d1 d2",
        "d2 d1 d0",
        "d1 d1 d2 d0",
        "r2 d0 d2 d0 r1",
        "d0 r0 d1 d2 r2 d2 d0",
      })
  void whateverTheOrderAMessageIsDeliveredOnceAllItsPartsAre(String statuses) {
    arrivals.sending("open", "m1", 3);
    sent(0, 1, 2);
    status(statuses.split(" "));

    assertEquals(List.of("Delivered"), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d0 d1", "d2 d2 d2", "r0 d0 d1 r1", "r2"})
  void aPartThatIsMissingKeepsTheMessageUndelivered(String statuses) {
    arrivals.sending("open", "m1", 3);
    sent(0, 1, 2);
    status(statuses.split(" "));

    assertEquals(List.of(), told);
  }

  @ParameterizedTest
  @CsvSource({
    "f1 d0 d1 d2, Failed",
    "d0 f1 d2 f1, Failed",
    "d2 d0 f1 f0, Failed",
    "d0 d1 d2 f1, Delivered"
  })
  void theFirstThatIsFinalIsTheOnlyReceipt(String statuses, String receipt) {
    arrivals.sending("open", "m1", 3);
    sent(0, 1, 2);
    status(statuses.split(" "));

    assertEquals(List.of(receipt), told);
  }

  @Test
  void theBridgesOwnMessagesHaveNoReceipts() {
    arrivals.sending("open", "bot:m1", 2);
    link(new Link(0, "anna", "part-0", "bot:m1", null));
    status("d0");

    assertEquals(List.of(), told);
  }

  @Test
  void aPartThatIsNotWrittenDownYetIsAskedForAgain() {
    assertInstanceOf(
        Outcome.TryAgain.class, delivery.handle(entry("d0", Duration.ZERO), link -> {}));
    assertEquals(
        EntryState.DEGRADED,
        ended(delivery.handle(entry("d0", Duration.ofMinutes(1)), link -> {})).state());
  }

  @Test
  void whatIsNoStatusOrCannotBeReadIsADeadLetter() {
    String typing = MessageJson.write(new Update.Typing("u", ANNA, AT));
    for (String payload : List.of("not JSON", typing)) {
      Entry entry =
          new Entry(1, "l", EntryKind.STATUS, "open", payload, 0, Duration.ZERO, List.of());
      assertEquals(EntryState.DEAD, ended(delivery.handle(entry, link -> {})).state());
    }
  }

  private void sent(int... parts) {
    for (int part : parts) {
      link(new Link(part, "anna", "part-" + part, "m1", "c1"));
    }
  }

  /** As if it had been recorded by the entry that holds the message. */
  private void link(Link link) {
    if (store.linksByGenesysId("open", "m1").isEmpty()) {
      store.accept(
          List.of(new NewEntry("out", "messenger", EntryKind.OUTBOUND, "open", "m1", "x")), null);
    }
    for (ClaimedLane lane : store.claim("test", 1, 1, Duration.ofMinutes(1))) {
      store.record(lane, lane.entries().get(0), link);
      store.release(lane);
    }
  }

  /** Hands over statuses like {@code d0}: the first letter says what, the number which part. */
  private void status(String... statuses) {
    for (String status : statuses) {
      Completion completion = ended(delivery.handle(entry(status, Duration.ZERO), link -> {}));
      List<Boolean> fresh = store.accept(completion.followUps(), null);
      for (int i = 0; i < fresh.size(); i++) {
        if (fresh.get(i)) {
          Receipt receipt =
              MessageJson.read(completion.followUps().get(i).payload(), Receipt.class);
          told.add(receipt.code() == null ? "Delivered" : "Failed");
        }
      }
    }
  }

  private static Completion ended(Outcome outcome) {
    return assertInstanceOf(Outcome.Final.class, outcome).completion();
  }

  private static Entry entry(String status, Duration age) {
    String part = "part-" + status.substring(1);
    Update update =
        switch (status.charAt(0)) {
          case 'd' -> new Update.Delivered("u", ANNA, part, AT);
          case 'r' -> new Update.Read("u", ANNA, part, AT);
          default -> new Update.Failed("u", ANNA, part, FailureReason.UNKNOWN, "no", AT);
        };
    return new Entry(
        1, "status", EntryKind.STATUS, "open", MessageJson.write(update), 0, age, List.of());
  }
}
