// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a bot remembers of a conversation, from turn to turn.
 *
 * <p>It belongs to the conversation and not to one entry of the flow into the bot, lives as long as
 * Genesys Cloud said that the bot session lives, counted from the last turn, and is kept where the
 * endpoint keeps its state, so that another instance finds it too. Two turns of one conversation
 * may use it at once: each method is one step that others see whole or not at all. Methods throw an
 * unchecked exception when the store cannot be reached; let it pass, the turn then fails.
 */
public interface BotSession {

  /**
   * A session that lasts as long as the object, as a bot's own tests need it.
   *
   * @return an empty session
   */
  static BotSession inMemory() {
    return new MemorySession();
  }

  /**
   * Reads an attribute.
   *
   * @param attribute the attribute
   * @param <T> its type
   * @return the value, or empty when there is none
   */
  <T> Optional<T> get(Attribute<T> attribute);

  /**
   * Sets an attribute.
   *
   * @param attribute the attribute
   * @param value the value
   * @param <T> its type
   */
  default <T> void put(Attribute<T> attribute, T value) {
    update(attribute, known -> value);
  }

  /**
   * Changes an attribute in one step.
   *
   * @param attribute the attribute
   * @param change makes the new value of the known one; may be called several times, so it must not
   *     do anything else
   * @param <T> its type
   * @return the new value
   */
  <T> T update(Attribute<T> attribute, Function<Optional<T>, T> change);

  /**
   * Forgets an attribute.
   *
   * @param attribute the attribute
   */
  void remove(Attribute<?> attribute);
}
