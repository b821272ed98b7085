// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.lane;

import io.botflow.bridge.store.Entry;
import io.botflow.connector.message.MessageJson;
import java.util.Optional;
import java.util.function.Function;

/** The content of entries in our own JSON. */
public final class Payload {
  private Payload() {}

  /**
   * Reads the content of an entry and goes on with it; what cannot be read becomes a dead letter.
   *
   * @param entry the entry
   * @param type what its content is
   * @param next what to do with it
   * @param <T> what its content is
   * @return what became of it
   */
  public static <T> Outcome read(Entry entry, Class<T> type, Function<T, Outcome> next) {
    T content;
    try {
      content = MessageJson.read(entry.payload(), type);
    } catch (IllegalArgumentException e) {
      return Outcome.dead("unreadable: " + e.getMessage());
    }
    return next.apply(content);
  }

  /**
   * Reads the content of an entry.
   *
   * @param entry the entry
   * @param type what its content is
   * @param <T> what its content is
   * @return the content; empty when it cannot be read
   */
  public static <T> Optional<T> find(Entry entry, Class<T> type) {
    try {
      return Optional.of(MessageJson.read(entry.payload(), type));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
