// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.Notes.Note;
import io.botflow.connector.bot.Attribute;
import io.botflow.connector.bot.BotSession;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One conversation with one bot, and with that the bot's session. Each change is made on the newest
 * state and gives it a new life. Safe for concurrent use, on several instances too.
 */
public final class Dialogue implements BotSession {
  private final Notes notes;
  private final String name;
  private final Duration life;

  /**
   * Names a dialogue; nothing is read yet.
   *
   * @param notes where it is kept
   * @param botId the bot
   * @param conversationId the conversation
   * @param life how long it is remembered after its last change
   */
  public Dialogue(Notes notes, String botId, String conversationId, Duration life) {
    this.notes = Objects.requireNonNull(notes, "notes");
    this.name = "dialogue:" + botId + ":" + conversationId;
    this.life = life;
  }

  /**
   * Changes the state in one step.
   *
   * @param change makes the new state of the present one; may be called several times
   * @return the state before the change
   */
  public DialogueState change(UnaryOperator<DialogueState> change) {
    while (true) {
      Optional<Note> note = notes.read(name);
      DialogueState before =
          note.map(Note::text).map(DialogueState::parse).orElse(DialogueState.NEW);
      long version = note.map(Note::version).orElse(Notes.ABSENT);
      if (notes.write(name, version, change.apply(before).toJson(), life) != Notes.ABSENT) {
        return before;
      }
    }
  }

  /**
   * Takes what is kept, once.
   *
   * @return the answers in the form of the protocol
   */
  public List<String> take() {
    boolean some =
        notes
            .read(name)
            .filter(note -> !DialogueState.parse(note.text()).kept().isEmpty())
            .isPresent();
    return some ? change(DialogueState::emptied).kept() : List.of();
  }

  @Override
  public <T> Optional<T> get(Attribute<T> attribute) {
    return notes
        .read(name)
        .map(note -> DialogueState.parse(note.text()).attributes().get(attribute.name()))
        .map(attribute::read);
  }

  @Override
  public <T> T update(Attribute<T> attribute, Function<Optional<T>, T> change) {
    AtomicReference<T> made = new AtomicReference<>();
    change(
        state -> {
          String known = state.attributes().get(attribute.name());
          T value = change.apply(Optional.ofNullable(known).map(attribute::read));
          made.set(value);
          return state.withAttribute(attribute.name(), attribute.write(value));
        });
    return Objects.requireNonNull(made.get());
  }

  @Override
  public void remove(Attribute<?> attribute) {
    change(state -> state.withAttribute(attribute.name(), null));
  }
}
