// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * What a button of a notification template does. Open: a name this version does not know is kept as
 * it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record TemplateButtonType(@JsonValue String value) {
  /** Sends its payload back. */
  public static final TemplateButtonType QUICK_REPLY = new TemplateButtonType("QuickReply");

  /** Calls a number. */
  public static final TemplateButtonType PHONE_NUMBER = new TemplateButtonType("PhoneNumber");

  /** Opens a page. */
  public static final TemplateButtonType URL = new TemplateButtonType("Url");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TemplateButtonType {
    value = OpenNames.canonical(value, "QuickReply", "PhoneNumber", "Url");
  }

  @Override
  public String toString() {
    return value;
  }
}
