// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryNotesTest {
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final TestClock clock = new TestClock();
  private final MemoryNotes notes = new MemoryNotes(clock, () -> {});

  private long write(String name, long version) {
    return notes.write(name, version, "text", LIFE);
  }

  @Test
  void whatIsOverMakesRoomAsOthersCome() {
    for (int i = 0; i < 100; i++) {
      write("old " + i, Notes.ABSENT);
    }
    clock.advance(LIFE);
    for (int i = 0; i < 50; i++) {
      write("new " + i, Notes.ABSENT);
    }
    assertEquals(50, notes.size());
    assertTrue(notes.read("new 0").isPresent());
  }

  @Test
  void aNoteThatWasWrittenAgainLivesByItsLastWriting() {
    long version = write("kept", Notes.ABSENT);
    clock.advance(LIFE.minusSeconds(1));
    version = write("kept", version);
    clock.advance(LIFE.minusSeconds(1));
    write("another", Notes.ABSENT);
    assertEquals(version, notes.read("kept").orElseThrow().version());
    clock.advance(Duration.ofSeconds(1));
    write("a third", Notes.ABSENT);
    assertEquals(2, notes.size());
  }

  @Test
  void aNoteThatIsOverCanBeWrittenAnew() {
    write("note", Notes.ABSENT);
    clock.advance(LIFE);
    assertTrue(write("note", Notes.ABSENT) != Notes.ABSENT);
    assertEquals(1, notes.size());
    assertTrue(notes.read("note").isPresent());
  }
}
