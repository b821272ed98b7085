// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.store;

import static io.botflow.bridge.store.Notes.ABSENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.store.Notes.Note;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link io.botflow.bridge.store.Notes} promises. */
abstract class NotesContract extends StoreFixture {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int WRITERS = 4;
  private static final int INCREMENTS = 50;

  @Test
  void aNoteIsThereUntilItsLifeIsOver() {
    assertEquals(Optional.empty(), store.notes().read("a"));
    long version = write("a", ABSENT, "привіт");
    assertEquals(Optional.of(new Note("привіт", version)), store.notes().read("a"));
    assertEquals(Optional.empty(), store.notes().read("b"));

    clock.advance(LIFE.minusMillis(1));
    assertEquals("привіт", text("a"));
    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), store.notes().read("a"));
  }

  @Test
  void aChangeGivesItANewLifeAndALargerVersion() {
    long first = write("a", ABSENT, "one");
    clock.advance(LIFE.minusMillis(1));
    long second = write("a", first, "two");
    assertTrue(second > first, "versions grow");
    clock.advance(LIFE.minusMillis(1));
    assertEquals("two", text("a"));
  }

  @Test
  void whoeverReadAnOlderVersionChangesNothing() {
    long first = write("a", ABSENT, "one");
    long second = write("a", first, "two");
    assertEquals(ABSENT, write("a", first, "late"));
    assertEquals(ABSENT, write("a", ABSENT, "late"));
    assertEquals(ABSENT, write("b", first, "not there"));
    assertEquals(Optional.of(new Note("two", second)), store.notes().read("a"));
  }

  @Test
  void aNoteWhoseLifeIsOverCanBeMadeAnewButNotChanged() {
    long first = write("a", ABSENT, "one");
    clock.advance(LIFE);
    assertEquals(ABSENT, write("a", first, "late"));
    long second = write("a", ABSENT, "anew");
    assertNotEquals(first, second);
    assertEquals(ABSENT, write("a", first, "late"));
    assertEquals("anew", text("a"));
  }

  @Test
  void aVersionIsNotUsedAgainAfterManyOtherNotesCameAndWent() {
    long first = write("a", ABSENT, "one");
    clock.advance(LIFE);
    for (int i = 0; i < 10; i++) {
      write("other-" + i, ABSENT, "x");
    }
    long second = write("a", ABSENT, "anew");
    assertTrue(second > first, "versions grow");
  }

  @Test
  void aLifeLastsAMillisecondAtLeast() {
    assertThrows(
        IllegalArgumentException.class,
        () -> store.notes().write("a", ABSENT, "text", Duration.ZERO));
  }

  @Test
  void ofManyWhoChangeItAtOnceNoneIsOverwritten() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(threads.submit(this::countUp));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(Integer.toString(WRITERS * INCREMENTS), text("count"));
  }

  private void countUp() {
    for (int done = 0; done < INCREMENTS; ) {
      Optional<Note> known = store.notes().read("count");
      int next = known.map(note -> Integer.parseInt(note.text())).orElse(0) + 1;
      long version = known.map(Note::version).orElse(ABSENT);
      if (write("count", version, Integer.toString(next)) != ABSENT) {
        done++;
      }
    }
  }

  private long write(String name, long version, String text) {
    return store.notes().write(name, version, text, LIFE);
  }

  private String text(String name) {
    return store.notes().read(name).orElseThrow().text();
  }
}
