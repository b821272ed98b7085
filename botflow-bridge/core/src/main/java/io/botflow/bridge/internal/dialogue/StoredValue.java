// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Notes.Note;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A value in a note. Each change is made on the newest value and gives it a new life. Safe for
 * concurrent use, on several instances too.
 *
 * @param <T> the value; immutable
 */
public final class StoredValue<T> {
  private final Notes notes;
  private final String name;
  private final Duration life;
  private final Form<T> form;

  /**
   * How a value is written.
   *
   * @param empty the value when there is no note
   * @param parse reads it
   * @param write writes it
   * @param <T> the value
   */
  public record Form<T>(T empty, Function<String, T> parse, Function<T, String> write) {}

  /**
   * Names a value; nothing is read yet.
   *
   * @param notes where it is kept
   * @param name the note's name
   * @param life how long it is kept after its last change
   * @param form how it is written
   */
  public StoredValue(Notes notes, String name, Duration life, Form<T> form) {
    this.notes = Objects.requireNonNull(notes, "notes");
    this.name = name;
    this.life = life;
    this.form = form;
  }

  /**
   * Reads the value.
   *
   * @return the value; the empty one when there is none
   */
  public T read() {
    return parsed(notes.read(name));
  }

  /**
   * Changes the value in one step.
   *
   * @param change makes the new value of the present one; may be called several times
   * @return the value before the change
   */
  public T change(UnaryOperator<T> change) {
    while (true) {
      Optional<Note> note = notes.read(name);
      T before = parsed(note);
      long version = note.map(Note::version).orElse(Notes.ABSENT);
      String after = form.write().apply(change.apply(before));
      if (notes.write(name, version, after, life) != Notes.ABSENT) {
        return before;
      }
    }
  }

  private T parsed(Optional<Note> note) {
    return note.map(Note::text).map(form.parse()).orElse(form.empty());
  }
}
