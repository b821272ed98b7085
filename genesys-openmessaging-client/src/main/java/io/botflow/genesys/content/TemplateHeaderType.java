// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * What the header of a notification template holds. Open: a name this version does not know is kept
 * as it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record TemplateHeaderType(@JsonValue String value) {
  /** A line of text. */
  public static final TemplateHeaderType TEXT = new TemplateHeaderType("Text");

  /** An attachment. */
  public static final TemplateHeaderType MEDIA = new TemplateHeaderType("Media");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TemplateHeaderType {
    value = OpenNames.canonical(value, "Text", "Media");
  }

  @Override
  public String toString() {
    return value;
  }
}
