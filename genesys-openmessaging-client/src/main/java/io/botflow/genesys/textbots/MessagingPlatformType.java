// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.textbots;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.botflow.genesys.internal.json.OpenNames;

/**
 * The messenger that a conversation takes place on, as Genesys Cloud counts it. Open: a name this
 * version does not know is kept as it came; known names are read in any case.
 *
 * @param value the name on the wire
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public record MessagingPlatformType(@JsonValue String value) {
  /** Telephone. */
  public static final MessagingPlatformType PHONE = new MessagingPlatformType("Phone");

  /** Text messages of a telephone network. */
  public static final MessagingPlatformType SMS = new MessagingPlatformType("SMS");

  /** The chat window of Genesys Cloud. */
  public static final MessagingPlatformType GENESYS_WEB_WIDGET =
      new MessagingPlatformType("GenesysWebWidget");

  /** Facebook Messenger. */
  public static final MessagingPlatformType FACEBOOK_MESSENGER =
      new MessagingPlatformType("FacebookMessenger");

  /** WeChat. */
  public static final MessagingPlatformType WE_CHAT = new MessagingPlatformType("WeChat");

  /** WhatsApp. */
  public static final MessagingPlatformType WHATSAPP = new MessagingPlatformType("Whatsapp");

  /** Apple Messages for Business by its former name. */
  public static final MessagingPlatformType APPLE_BUSINESS_CHAT =
      new MessagingPlatformType("AppleBusinessChat");

  /** Apple Messages for Business. */
  public static final MessagingPlatformType APPLE = new MessagingPlatformType("Apple");

  /** Telegram. */
  public static final MessagingPlatformType TELEGRAM = new MessagingPlatformType("Telegram");

  /** Slack. */
  public static final MessagingPlatformType SLACK = new MessagingPlatformType("Slack");

  /** Signal. */
  public static final MessagingPlatformType SIGNAL = new MessagingPlatformType("Signal");

  /** LINE. */
  public static final MessagingPlatformType LINE = new MessagingPlatformType("Line");

  /** Discord. */
  public static final MessagingPlatformType DISCORD = new MessagingPlatformType("Discord");

  /** Direct messages of X, formerly Twitter. */
  public static final MessagingPlatformType TWITTER_DIRECT_MESSAGE =
      new MessagingPlatformType("TwitterDirectMessage");

  /** Open Messaging. */
  public static final MessagingPlatformType OPEN = new MessagingPlatformType("Open");

  /** Instagram. */
  public static final MessagingPlatformType INSTAGRAM = new MessagingPlatformType("Instagram");

  /** Another one. */
  public static final MessagingPlatformType OTHER = new MessagingPlatformType("Other");

  /** It is not known which. */
  public static final MessagingPlatformType UNKNOWN = new MessagingPlatformType("Unknown");

  /** {@inheritDoc} */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MessagingPlatformType {
    value =
        OpenNames.canonical(
            value,
            "Phone",
            "SMS",
            "GenesysWebWidget",
            "FacebookMessenger",
            "WeChat",
            "Whatsapp",
            "AppleBusinessChat",
            "Apple",
            "Telegram",
            "Slack",
            "Signal",
            "Line",
            "Discord",
            "TwitterDirectMessage",
            "Open",
            "Instagram",
            "Other",
            "Unknown");
  }

  @Override
  public String toString() {
    return value;
  }
}
