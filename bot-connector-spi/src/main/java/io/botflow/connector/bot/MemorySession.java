// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A session in a map. */
final class MemorySession implements BotSession {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public <T> Optional<T> get(Attribute<T> attribute) {
    return Optional.ofNullable(values.get(attribute.name())).map(attribute::read);
  }

  @Override
  public <T> T update(Attribute<T> attribute, Function<Optional<T>, T> change) {
    String text =
        values.compute(
            attribute.name(),
            (name, known) ->
                attribute.write(change.apply(Optional.ofNullable(known).map(attribute::read))));
    return attribute.read(Objects.requireNonNull(text));
  }

  @Override
  public void remove(Attribute<?> attribute) {
    values.remove(attribute.name());
  }
}
