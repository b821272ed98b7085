// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.util.Objects;

/**
 * A button beside the customer's keyboard, for {@link TelegramMessages#sendReplyKeyboard}; mirrors
 * <a href="https://core.telegram.org/bots/api#keyboardbutton">KeyboardButton</a>. A label that is
 * blank is refused with IllegalArgumentException.
 *
 * @param label the text on the button
 * @param asks what a press sends
 */
public record TelegramReplyButton(String label, Asks asks) {

  /** What a press sends. */
  public enum Asks {
    /** The label, as a text of the customer's. */
    TEXT,
    /** The customer's own telephone number, once they have agreed. */
    CONTACT,
    /** Where the customer is, once they have agreed. */
    LOCATION
  }

  /** {@inheritDoc} */
  public TelegramReplyButton {
    Objects.requireNonNull(asks, "asks");
    if (label.isBlank()) {
      throw new IllegalArgumentException("label must not be blank");
    }
  }
}
