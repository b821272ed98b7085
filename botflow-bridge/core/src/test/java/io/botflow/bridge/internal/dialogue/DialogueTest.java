// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.Notes;
import io.botflow.connector.bot.Attribute;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private static final Attribute<Long> COUNT = Attribute.number("count");

  private final Notes notes = Notes.inMemory(Clock.systemUTC());
  private final Dialogue dialogue = dialogue("bot", "conversation");

  private Dialogue dialogue(String bot, String conversation) {
    return new Dialogue(notes, bot, conversation, Duration.ofHours(1));
  }

  @Test
  void whatOneTurnRemembersTheNextOneKnowsAlsoOnAnotherInstance() {
    dialogue.put(Attribute.text("name"), "Іван");
    Dialogue elsewhere = dialogue("bot", "conversation");
    assertEquals(Optional.of("Іван"), elsewhere.get(Attribute.text("name")));
    elsewhere.remove(Attribute.text("name"));
    assertEquals(Optional.empty(), dialogue.get(Attribute.text("name")));
  }

  @Test
  void conversationsAndBotsAreApart() {
    dialogue.put(COUNT, 1L);
    assertEquals(Optional.empty(), dialogue("bot", "another").get(COUNT));
    assertEquals(Optional.empty(), dialogue("another", "conversation").get(COUNT));
  }

  @Test
  void concurrentTurnsLoseNeitherEachOthersCountsNorOtherAttributes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<? extends Future<?>> turns =
          IntStream.range(0, 4)
              .mapToObj(turn -> threads.submit(() -> countTo(100, "own-" + turn)))
              .toList();
      for (Future<?> turn : turns) {
        turn.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(Optional.of(400L), dialogue.get(COUNT));
    IntStream.range(0, 4)
        .forEach(
            turn -> assertEquals(Optional.of(99L), dialogue.get(Attribute.number("own-" + turn))));
  }

  private void countTo(int end, String own) {
    Dialogue mine = dialogue("bot", "conversation");
    for (long i = 0; i < end; i++) {
      mine.update(COUNT, known -> known.orElse(0L) + 1);
      mine.put(Attribute.number(own), i);
    }
  }

  @Test
  void variablesStayEachWithItsLastValue() {
    dialogue.change(state -> state.entered("s-1", Map.of("a", "1", "b", "2")));
    dialogue.change(state -> state.entered("s-1", Map.of()));
    dialogue.change(state -> state.entered("s-2", Map.of("b", "3")));
    DialogueState state = dialogue.change(same -> same);
    assertEquals(Map.of("a", "1", "b", "3"), state.variables());
    assertEquals("s-2", state.sessionId());
  }

  @Test
  void whatIsKeptIsTakenOnce() {
    dialogue.change(state -> state.entered("s-1", Map.of()));
    dialogue.change(state -> state.keeping("s-1", "one", false));
    dialogue.change(state -> state.keeping("another", "not mine", false));
    dialogue.change(state -> state.keeping("s-1", "two", true));
    dialogue.change(state -> state.keeping("s-1", "after the end", false));
    assertEquals(List.of("one", "two"), dialogue.take());
    assertEquals(List.of(), dialogue.take());
    dialogue.change(state -> state.ended(null));
    dialogue.change(state -> state.keeping("s-1", "too late", false));
    assertEquals(List.of(), dialogue.take());
  }

  @Test
  void whatIsKeptOutlivesItsSessionButEndsNothingInTheNext() {
    dialogue.change(state -> state.entered("s-1", Map.of()));
    dialogue.change(state -> state.keeping("s-1", "the end", true));
    dialogue.change(state -> state.entered("s-2", Map.of()));
    DialogueState state = dialogue.change(same -> same);
    assertEquals(List.of("the end"), state.kept());
    assertFalse(state.ending());
    assertTrue(state.takes("s-2"));
  }

  @Test
  void theSameOutcomeIsCountedInARow() {
    assertEquals(1, dialogue.change(state -> state.ended("done")).timesWith("done"));
    assertEquals(2, dialogue.change(state -> state.ended("done")).timesWith("done"));
    assertEquals(3, dialogue.change(state -> state.ended("done")).timesWith("done"));
    assertEquals(1, dialogue.change(state -> state.ended("other")).timesWith("other"));
    assertEquals(1, dialogue.change(state -> state.ended("done")).timesWith("done"));
  }

  @Test
  void nothingOfWhatWasSaidIsShown() {
    dialogue.put(Attribute.text("card"), "4111");
    dialogue.change(state -> state.entered("s", Map.of("phone", "4111")));
    assertFalse(
        dialogue.change(state -> state.keeping("s", "4111", false)).toString().contains("4111"));
  }
}
