// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.message;

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

  static double within(double value, double limit, String field) {
    if (!(Math.abs(value) <= limit)) {
      throw new IllegalArgumentException(
          field + " must lie between -" + limit + " and " + limit + ", was " + value);
    }
    return value;
  }
}
