// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.error;

import java.util.Objects;

/** A value that Genesys Cloud would refuse, found where the message was built. Nothing was sent. */
public final class InvalidFieldException extends IllegalArgumentException {
  private final String field;

  /**
   * Creates the exception.
   *
   * @param field the field at fault by its path on the wire, for example {@code channel.from.id}
   * @param problem what is wrong and what would be right
   */
  public InvalidFieldException(String field, String problem) {
    super(field + ": " + problem);
    this.field = Objects.requireNonNull(field, "field");
  }

  /**
   * The field at fault.
   *
   * @return its path on the wire
   */
  public String field() {
    return field;
  }
}
