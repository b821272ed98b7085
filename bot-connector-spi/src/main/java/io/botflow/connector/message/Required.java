// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/** The checks that the records of this package share; each failure names the field. */
final class Required {
  private Required() {}

  static String text(@Nullable String value, String field) {
    Objects.requireNonNull(value, field);
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
    return value;
  }

  static <T> T present(@Nullable T value, String field) {
    return Objects.requireNonNull(value, field);
  }

  /** An unmodifiable copy; like {@link List#copyOf}, but what is refused is named. */
  static <T> List<T> list(@Nullable List<? extends T> values, String field) {
    Objects.requireNonNull(values, field);
    for (T value : values) {
      Objects.requireNonNull(value, field + " must not contain null");
    }
    return List.copyOf(values);
  }

  static <T> List<T> some(@Nullable List<? extends T> values, String field) {
    List<T> copy = list(values, field);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(field + " must not be empty");
    }
    return copy;
  }

  /** An unmodifiable copy; what is refused is named. */
  static Map<String, String> map(@Nullable Map<String, String> values, String field) {
    Objects.requireNonNull(values, field);
    values.forEach(
        (key, value) -> {
          Objects.requireNonNull(key, field + " must not contain null");
          Objects.requireNonNull(value, field + " must not contain null");
        });
    return Map.copyOf(values);
  }

  static double within(double value, double limit, String field) {
    if (!(Math.abs(value) <= limit)) {
      throw new IllegalArgumentException(
          field + " must lie between -" + limit + " and " + limit + ", was " + value);
    }
    return value;
  }
}
