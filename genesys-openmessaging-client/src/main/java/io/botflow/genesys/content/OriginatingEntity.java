// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * Who wrote a message on the Genesys Cloud side. Open: a name this version does not know is kept as
 * it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record OriginatingEntity(@JsonValue String value) {
  /** An agent. */
  public static final OriginatingEntity HUMAN = new OriginatingEntity("Human");

  /** A bot or flow. */
  public static final OriginatingEntity BOT = new OriginatingEntity("Bot");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OriginatingEntity {
    value = OpenNames.canonical(value, "Human", "Bot");
  }

  @Override
  public String toString() {
    return value;
  }
}
