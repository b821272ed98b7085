// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * The kind of an event. Open: a name this version does not know is kept as it came; known names are
 * read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record EventType(@JsonValue String value) {
  /** Somebody is writing. */
  public static final EventType TYPING = new EventType("Typing");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EventType {
    value = OpenNames.canonical(value, "Typing");
  }

  @Override
  public String toString() {
    return value;
  }
}
