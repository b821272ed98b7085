// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.NewEntry;
import io.botflow.testkit.history.Findings;
import io.botflow.testkit.history.History;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramFaults;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Breaks the bridge on purpose: a check that cannot fail would prove nothing. */
class CheckTest {
  private static final List<String> TEXTS =
      IntStream.range(0, 9).mapToObj(i -> "повідомлення " + i).toList();

  @Test
  void theCheckPassesWithAGoodStore() throws IOException {
    NothingLost.onceInOrder(TEXTS, carriedBy(UnaryOperator.identity()));
  }

  @Test
  void theCheckSeesAStoreThatForgets() throws IOException {
    AtomicInteger count = new AtomicInteger();
    List<String> arrived =
        carriedBy(
            entries -> entries.stream().filter(e -> count.getAndIncrement() % 4 != 2).toList());

    AssertionFailedError failure =
        assertThrows(AssertionFailedError.class, () -> NothingLost.onceInOrder(TEXTS, arrived));
    assertEquals("[повідомлення 2, повідомлення 6]", failure.getActual().getStringRepresentation());
    assertThrows(AssertionFailedError.class, () -> NothingLost.atLeastOnceInOrder(TEXTS, arrived));
  }

  @Test
  void theCheckSeesAStoreThatDoesNotRecogniseRepeats() throws IOException {
    List<String> arrived =
        carriedBy(entries -> entries.stream().flatMap(e -> List.of(e, again(e)).stream()).toList());

    assertThrows(AssertionFailedError.class, () -> NothingLost.onceInOrder(TEXTS, arrived));
    NothingLost.atLeastOnceInOrder(TEXTS, arrived);
  }

  @Test
  void theCheckSeesAnotherOrder() {
    List<String> swapped = new ArrayList<>(TEXTS);
    Collections.swap(swapped, 3, 4);

    assertThrows(AssertionFailedError.class, () -> NothingLost.onceInOrder(TEXTS, swapped));
    assertThrows(AssertionFailedError.class, () -> NothingLost.atLeastOnceInOrder(TEXTS, swapped));
  }

  /** Each entry a lane of its own: two of one customer are worked on at once. */
  @Test
  void theJudgeSeesTwoWorkersInOneLane() throws IOException {
    AtomicInteger lanes = new AtomicInteger();
    Findings findings =
        judged(
            entries -> entries.stream().map(e -> inLane(e, lanes.getAndIncrement())).toList(),
            faults -> faults.next("sendMessage", 502, 1));

    assertEquals(List.of(), findings.lost());
    // One for certain; whoever else is overtaken depends on the workers.
    assertFalse(findings.outOfOrder().isEmpty(), findings.toString());
    assertThrows(AssertionError.class, findings::requireAtLeastOnce);
  }

  @Test
  void theJudgeSeesWhatIsForgottenAndWhatIsRepeated() throws IOException {
    AtomicInteger count = new AtomicInteger();
    Findings forgotten =
        judged(
            entries -> entries.stream().filter(e -> count.getAndIncrement() % 4 != 2).toList(),
            faults -> {});
    assertEquals(2, forgotten.lost().size(), forgotten.toString());
    assertThrows(AssertionError.class, forgotten::requireAtLeastOnce);

    Findings repeated =
        judged(
            entries -> entries.stream().flatMap(e -> List.of(e, again(e)).stream()).toList(),
            faults -> {});
    assertEquals(TEXTS.size(), repeated.unexplained().size(), repeated.toString());
    assertThrows(AssertionError.class, repeated::requireAtLeastOnce);
  }

  @Test
  void theJudgePassesAGoodStore() throws IOException {
    judged(UnaryOperator.identity(), faults -> faults.next("sendMessage", 502, 1))
        .requireExactlyOnce();
  }

  private static NewEntry inLane(NewEntry entry, int lane) {
    return new NewEntry(
        entry.lane() + "|" + lane,
        entry.target(),
        entry.kind(),
        entry.route(),
        entry.dedupeKey(),
        entry.payload());
  }

  private static NewEntry again(NewEntry entry) {
    return new NewEntry(
        entry.lane(),
        entry.target(),
        entry.kind(),
        entry.route(),
        entry.dedupeKey() + "|again",
        entry.payload());
  }

  /** What reaches the telephone when the bridge stores its messages so. */
  private static List<String> carriedBy(UnaryOperator<List<NewEntry>> change) throws IOException {
    List<String> arrived = new ArrayList<>();
    carry(change, faults -> {}, ivan -> arrived.addAll(TestRoute.onPhone(ivan)));
    return arrived;
  }

  private static Findings judged(
      UnaryOperator<List<NewEntry>> change, Consumer<TelegramFaults> weather) throws IOException {
    History history = new History();
    carry(
        change,
        weather,
        ivan -> {
          TEXTS.forEach(text -> history.sent(Long.toString(ivan.id()), text, Instant.now()));
          Histories.shown(ivan, history);
        });
    return history.findings();
  }

  private static void carry(
      UnaryOperator<List<NewEntry>> change,
      Consumer<TelegramFaults> weather,
      Consumer<TelegramCustomer> look)
      throws IOException {
    boolean[] armed = new boolean[1];
    BridgeStore store =
        Stores.accepting(
            new InMemoryStore(), entries -> armed[0] ? change.apply(entries) : entries);
    try (TestRoute route = TestRoute.builder().store(store).start()) {
      TelegramCustomer ivan = route.ivan();
      route.connect(ivan);
      armed[0] = true;
      weather.accept(route.telegram.faults());
      for (int i = 0; i < TEXTS.size(); i++) {
        String body = Webhooks.text("m-" + i, ivan.id(), TEXTS.get(i)).toString();
        assertEquals(200, route.postSigned(body).statusCode());
      }
      route.awaitIdle();
      look.accept(ivan);
    }
  }
}
