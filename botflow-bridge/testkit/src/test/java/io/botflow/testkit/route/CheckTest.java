// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.store.NewEntry;
import io.botflow.testkit.telegram.TelegramCustomer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    boolean[] armed = new boolean[1];
    BridgeStore store =
        Stores.accepting(
            new InMemoryStore(), entries -> armed[0] ? change.apply(entries) : entries);
    try (TestRoute route = TestRoute.builder().store(store).start()) {
      TelegramCustomer ivan = route.ivan();
      route.connect(ivan);
      armed[0] = true;
      for (int i = 0; i < TEXTS.size(); i++) {
        String body = Webhooks.text("m-" + i, ivan.id(), TEXTS.get(i)).toString();
        assertEquals(200, route.postSigned(body).statusCode());
      }
      route.awaitIdle();
      return TestRoute.onPhone(ivan);
    }
  }
}
