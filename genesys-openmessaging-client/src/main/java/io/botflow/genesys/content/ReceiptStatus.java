// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * What became of a message. Open: a name this version does not know is kept as it came; known names
 * are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record ReceiptStatus(@JsonValue String value) {
  /** Handed to the far side. */
  public static final ReceiptStatus SENT = new ReceiptStatus("Sent");

  /** Arrived at the customer. */
  public static final ReceiptStatus DELIVERED = new ReceiptStatus("Delivered");

  /** Not delivered; the receipt carries reasons. */
  public static final ReceiptStatus FAILED = new ReceiptStatus("Failed");

  /** Shown in the conversation. */
  public static final ReceiptStatus PUBLISHED = new ReceiptStatus("Published");

  /** Taken back. */
  public static final ReceiptStatus REMOVED = new ReceiptStatus("Removed");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReceiptStatus {
    value = OpenNames.canonical(value, "Sent", "Delivered", "Failed", "Published", "Removed");
  }

  @Override
  public String toString() {
    return value;
  }
}
