// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * What the id of a person or integration looks like. Open: a name this version does not know is
 * kept as it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record IdType(@JsonValue String value) {
  /** An e-mail address. */
  public static final IdType EMAIL = new IdType("Email");

  /** A telephone number. */
  public static final IdType PHONE = new IdType("Phone");

  /** Any other id; the usual one for messengers. */
  public static final IdType OPAQUE = new IdType("Opaque");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IdType {
    value = OpenNames.canonical(value, "Email", "Phone", "Opaque");
  }

  @Override
  public String toString() {
    return value;
  }
}
