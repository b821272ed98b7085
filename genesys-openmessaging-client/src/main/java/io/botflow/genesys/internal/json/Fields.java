// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal.json;

import io.botflow.genesys.error.InvalidFieldException;
import java.math.BigDecimal;
import java.util.Collection;
import javax.annotation.Nullable;

/** Checks of what the caller builds; each failure names the field by its path on the wire. */
public final class Fields {
  private Fields() {}

  /**
   * Passes a text that must be there.
   *
   * @param value the text
   * @param field its path on the wire
   * @return the text
   * @throws InvalidFieldException if the text is absent or blank
   */
  public static String text(@Nullable String value, String field) {
    if (value == null || value.isBlank()) {
      throw new InvalidFieldException(field, "is required");
    }
    return value;
  }

  /**
   * Passes a text that must be there and has a greatest length.
   *
   * @param value the text
   * @param maxLength the greatest length in UTF-16 units
   * @param field its path on the wire
   * @return the text
   * @throws InvalidFieldException if the text is absent, blank, too long, or has space at its ends
   */
  public static String name(@Nullable String value, int maxLength, String field) {
    String name = text(value, field);
    if (name.length() > maxLength) {
      throw new InvalidFieldException(
          field, "has " + name.length() + " characters, " + maxLength + " are allowed");
    }
    if (!name.equals(name.strip())) {
      throw new InvalidFieldException(field, "must not begin or end with white space");
    }
    return name;
  }

  /**
   * Passes a value that must be there.
   *
   * @param value the value
   * @param field its path on the wire
   * @param <T> the value
   * @return the value
   * @throws InvalidFieldException if the value is absent
   */
  public static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw new InvalidFieldException(field, "is required");
    }
    return value;
  }

  /**
   * Checks how many elements there are.
   *
   * @param elements the elements
   * @param min the least number
   * @param max the greatest number
   * @param field their path on the wire
   * @throws InvalidFieldException if there are fewer or more
   */
  public static void size(Collection<?> elements, int min, int max, String field) {
    if (elements.size() < min || elements.size() > max) {
      throw new InvalidFieldException(
          field, "has " + elements.size() + " elements, allowed are " + min + " to " + max);
    }
  }

  /**
   * Passes a share between 0 and 1, or none.
   *
   * @param value the share
   * @param field its path on the wire
   * @return the share
   * @throws InvalidFieldException if it is out of range
   */
  @Nullable
  public static BigDecimal share(@Nullable BigDecimal value, String field) {
    if (value != null && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)) {
      throw new InvalidFieldException(field, "must be between 0 and 1");
    }
    return value;
  }
}
