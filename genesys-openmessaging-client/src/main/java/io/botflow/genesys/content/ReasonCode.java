// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * Why a message failed. Open: a name this version does not know is kept as it came; known names are
 * read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record ReasonCode(@JsonValue String value) {
  /** The message was too old. */
  public static final ReasonCode MESSAGE_EXPIRED = new ReasonCode("MessageExpired");

  /** Too many messages. */
  public static final ReasonCode RATE_LIMITED = new ReasonCode("RateLimited");

  /** The message was not allowed. */
  public static final ReasonCode MESSAGE_NOT_ALLOWED = new ReasonCode("MessageNotAllowed");

  /** No better reason is known. */
  public static final ReasonCode GENERAL_ERROR = new ReasonCode("GeneralError");

  /** The far side cannot take this kind of message. */
  public static final ReasonCode UNSUPPORTED_MESSAGE = new ReasonCode("UnsupportedMessage");

  /** The message is not known. */
  public static final ReasonCode UNKNOWN_MESSAGE = new ReasonCode("UnknownMessage");

  /** The message is malformed. */
  public static final ReasonCode INVALID_MESSAGE_STRUCTURE =
      new ReasonCode("InvalidMessageStructure");

  /** The recipient does not exist. */
  public static final ReasonCode INVALID_DESTINATION = new ReasonCode("InvalidDestination");

  /** The far side failed. */
  public static final ReasonCode SERVER_ERROR = new ReasonCode("ServerError");

  /** The type of the attachment is not allowed. */
  public static final ReasonCode MEDIA_TYPE_NOT_ALLOWED = new ReasonCode("MediaTypeNotAllowed");

  /** The attachment is too large. */
  public static final ReasonCode INVALID_MEDIA_CONTENT_LENGTH =
      new ReasonCode("InvalidMediaContentLength");

  /** The customer does not want messages. */
  public static final ReasonCode RECIPIENT_OPTED_OUT = new ReasonCode("RecipientOptedOut");

  /** The message was filtered out. */
  public static final ReasonCode DATA_FILTERED = new ReasonCode("DataFiltered");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReasonCode {
    value =
        OpenNames.canonical(
            value,
            "MessageExpired",
            "RateLimited",
            "MessageNotAllowed",
            "GeneralError",
            "UnsupportedMessage",
            "UnknownMessage",
            "InvalidMessageStructure",
            "InvalidDestination",
            "ServerError",
            "MediaTypeNotAllowed",
            "InvalidMediaContentLength",
            "RecipientOptedOut",
            "DataFiltered");
  }

  @Override
  public String toString() {
    return value;
  }
}
