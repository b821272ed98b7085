// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * The limits that Genesys Cloud sets for a bot's description, checked where the description is
 * made.
 */
final class Limits {
  static final int NAME_CHARS = 100;
  static final int DESCRIPTION_CHARS = 256;
  static final int COUNT = 50;

  private Limits() {}

  static String name(@Nullable String value, String field) {
    Objects.requireNonNull(value, field);
    if (value.isEmpty() || value.length() > NAME_CHARS || !value.strip().equals(value)) {
      throw new IllegalArgumentException(
          field + " must have 1 to " + NAME_CHARS + " characters, without spaces at its ends");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(field + " must not have control characters");
    }
    return value;
  }

  static <T> List<T> unique(List<T> values, Function<T, String> key, int min, String field) {
    List<T> copy = List.copyOf(Objects.requireNonNull(values, field));
    if (copy.size() < min || copy.size() > COUNT) {
      throw new IllegalArgumentException(
          field + " must have " + min + " to " + COUNT + " entries, has " + copy.size());
    }
    Set<String> seen = new HashSet<>();
    for (T value : copy) {
      if (!seen.add(key.apply(value))) {
        throw new IllegalArgumentException(field + " has " + key.apply(value) + " twice");
      }
    }
    return copy;
  }
}
