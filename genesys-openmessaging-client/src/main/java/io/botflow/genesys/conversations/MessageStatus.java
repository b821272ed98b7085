// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.conversations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * How far a message got. Open: a name this version does not know is kept as it came; known names
 * are read in any case.
 *
 * @param value the name on the wire
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public record MessageStatus(@JsonValue String value) {
  /** Not sent yet. */
  public static final MessageStatus QUEUED = new MessageStatus("queued");

  /** Handed on. */
  public static final MessageStatus SENT = new MessageStatus("sent");

  /** Not sent. */
  public static final MessageStatus FAILED = new MessageStatus("failed");

  /** Came in from the customer. */
  public static final MessageStatus RECEIVED = new MessageStatus("received");

  /** Reported as arrived. */
  public static final MessageStatus DELIVERY_SUCCESS = new MessageStatus("delivery-success");

  /** Reported as not arrived. */
  public static final MessageStatus DELIVERY_FAILED = new MessageStatus("delivery-failed");

  /** Reported as read. */
  public static final MessageStatus READ = new MessageStatus("read");

  /** Taken back. */
  public static final MessageStatus REMOVED = new MessageStatus("removed");

  /** Shown in the conversation. */
  public static final MessageStatus PUBLISHED = new MessageStatus("published");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MessageStatus {
    value =
        OpenNames.canonical(
            value,
            "queued",
            "sent",
            "failed",
            "received",
            "delivery-success",
            "delivery-failed",
            "read",
            "removed",
            "published");
  }

  @Override
  public String toString() {
    return value;
  }
}
