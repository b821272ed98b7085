// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * By which way a message reaches the customer. Open: a name this version does not know is kept as
 * it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a
 *     href="https://developer.genesys.cloud/commdigital/digital/openmessaging/normalizedMessageFormat">Normalized
 *     message format</a>
 */
public record MessengerType(@JsonValue String value) {
  /** Open Messaging. */
  public static final MessengerType OPEN = new MessengerType("open");

  /** Text messages of a telephone network. */
  public static final MessengerType SMS = new MessengerType("sms");

  /** Facebook Messenger, connected by Genesys Cloud itself. */
  public static final MessengerType FACEBOOK = new MessengerType("facebook");

  /** X, formerly Twitter. */
  public static final MessengerType TWITTER = new MessengerType("twitter");

  /** WhatsApp, connected by Genesys Cloud itself. */
  public static final MessengerType WHATSAPP = new MessengerType("whatsapp");

  /** The chat window of Genesys Cloud. */
  public static final MessengerType WEBMESSAGING = new MessengerType("webmessaging");

  /** Instagram, connected by Genesys Cloud itself. */
  public static final MessengerType INSTAGRAM = new MessengerType("instagram");

  /** Apple Messages for Business. */
  public static final MessengerType APPLE = new MessengerType("apple");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MessengerType {
    value =
        OpenNames.canonical(
            value,
            "open",
            "sms",
            "facebook",
            "twitter",
            "whatsapp",
            "webmessaging",
            "instagram",
            "apple");
  }

  @Override
  public String toString() {
    return value;
  }
}
