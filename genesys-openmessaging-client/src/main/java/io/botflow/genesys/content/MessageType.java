// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * The kind of a message, webhook or bot reply. Open: a name this version does not know is kept as
 * it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record MessageType(@JsonValue String value) {
  /** Text, an attachment, or both. */
  public static final MessageType TEXT = new MessageType("Text");

  /** Content such as buttons and cards, with text as a fallback. */
  public static final MessageType STRUCTURED = new MessageType("Structured");

  /** The fate of an earlier message. */
  public static final MessageType RECEIPT = new MessageType("Receipt");

  /** Something that is no message, such as typing. */
  public static final MessageType EVENT = new MessageType("Event");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MessageType {
    value = OpenNames.canonical(value, "Text", "Structured", "Receipt", "Event");
  }

  @Override
  public String toString() {
    return value;
  }
}
