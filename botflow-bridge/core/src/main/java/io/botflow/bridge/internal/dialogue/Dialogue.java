// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.dialogue;

import io.botflow.bridge.store.Notes;
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
  private static final StoredValue.Form<DialogueState> FORM =
      new StoredValue.Form<>(DialogueState.NEW, DialogueState::parse, DialogueState::toJson);

  private final StoredValue<DialogueState> state;

  /**
   * Names a dialogue; nothing is read yet.
   *
   * @param notes where it is kept
   * @param botId the bot
   * @param conversationId the conversation
   * @param life how long it is remembered after its last change
   */
  public Dialogue(Notes notes, String botId, String conversationId, Duration life) {
    this.state = new StoredValue<>(notes, "dialogue:" + botId + ":" + conversationId, life, FORM);
  }

  /**
   * Changes the state in one step.
   *
   * @param change makes the new state of the present one; may be called several times
   * @return the state before the change
   */
  public DialogueState change(UnaryOperator<DialogueState> change) {
    return state.change(change);
  }

  /**
   * Takes what is kept, once.
   *
   * @return the answers in the form of the protocol
   */
  public List<String> take() {
    return !state.read().kept().isEmpty() ? change(DialogueState::emptied).kept() : List.of();
  }

  @Override
  public <T> Optional<T> get(Attribute<T> attribute) {
    return Optional.ofNullable(state.read().attributes().get(attribute.name()))
        .map(attribute::read);
  }

  @Override
  public <T> T update(Attribute<T> attribute, Function<Optional<T>, T> change) {
    AtomicReference<T> made = new AtomicReference<>();
    change(
        newest -> {
          String known = newest.attributes().get(attribute.name());
          T value = change.apply(Optional.ofNullable(known).map(attribute::read));
          made.set(value);
          return newest.withAttribute(attribute.name(), attribute.write(value));
        });
    return Objects.requireNonNull(made.get());
  }

  @Override
  public void remove(Attribute<?> attribute) {
    change(newest -> newest.withAttribute(attribute.name(), null));
  }
}
