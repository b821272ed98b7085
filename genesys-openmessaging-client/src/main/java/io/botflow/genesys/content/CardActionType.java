// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * What pressing a button of a card does. Open: a name this version does not know is kept as it
 * came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record CardActionType(@JsonValue String value) {
  /** Opens a page. */
  public static final CardActionType LINK = new CardActionType("Link");

  /** Sends the payload back as a button response. */
  public static final CardActionType POSTBACK = new CardActionType("Postback");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CardActionType {
    value = OpenNames.canonical(value, "Link", "Postback");
  }

  @Override
  public String toString() {
    return value;
  }
}
