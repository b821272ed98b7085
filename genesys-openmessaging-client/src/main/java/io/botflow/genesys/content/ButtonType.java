// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * Which kind of offer a button response answers. Open: a name this version does not know is kept as
 * it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record ButtonType(@JsonValue String value) {
  /** A button of a card. */
  public static final ButtonType BUTTON = new ButtonType("Button");

  /** A quick reply. */
  public static final ButtonType QUICK_REPLY = new ButtonType("QuickReply");

  /** A time of a date picker. */
  public static final ButtonType DATE_PICKER = new ButtonType("DatePicker");

  /** An entry of a list; other channels only. */
  public static final ButtonType LIST_PICKER = new ButtonType("ListPicker");

  /** A form; other channels only. */
  public static final ButtonType FORM = new ButtonType("Form");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ButtonType {
    value = OpenNames.canonical(value, "Button", "QuickReply", "DatePicker", "ListPicker", "Form");
  }

  @Override
  public String toString() {
    return value;
  }
}
