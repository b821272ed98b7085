// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * Which way a message goes, seen from Genesys Cloud. Open: a name this version does not know is
 * kept as it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record Direction(@JsonValue String value) {
  /** From the customer. */
  public static final Direction INBOUND = new Direction("Inbound");

  /** To the customer. */
  public static final Direction OUTBOUND = new Direction("Outbound");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Direction {
    value = OpenNames.canonical(value, "Inbound", "Outbound");
  }

  @Override
  public String toString() {
    return value;
  }
}
