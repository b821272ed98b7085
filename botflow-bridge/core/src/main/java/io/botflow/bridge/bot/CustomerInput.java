// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.message.Selection;
import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.content.ButtonResponse;
import io.botflow.genesys.content.ButtonType;
import javax.annotation.Nullable;

/** What the customer said, in our own terms: a text, and the button if one was pressed. */
record CustomerInput(String text, @Nullable Selection selection) {

  static CustomerInput of(@Nullable InputMessage message) {
    if (message == null) {
      return new CustomerInput("", null);
    }
    String text = message.text();
    return message
        .buttonResponse()
        .map(press -> pressed(text, press))
        .orElseGet(() -> new CustomerInput(firstOf(text), null));
  }

  /** A press may lack its label or its payload; each then stands in for the other. */
  private static CustomerInput pressed(@Nullable String text, ButtonResponse press) {
    String label = firstOf(press.text(), text, press.payload());
    Selection selection =
        new Selection(
            source(press.type()),
            label,
            firstOf(press.payload(), label),
            press.originatingMessageId());
    return new CustomerInput(firstOf(text, press.text()), selection);
  }

  private static Selection.Source source(@Nullable ButtonType type) {
    if (ButtonType.BUTTON.equals(type)) {
      return Selection.Source.CARD;
    }
    return ButtonType.DATE_PICKER.equals(type)
        ? Selection.Source.DATE_PICKER
        : Selection.Source.QUICK_REPLY;
  }

  private static String firstOf(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Shows nothing of what was said. */
  @Override
  public String toString() {
    return "CustomerInput[***]";
  }
}
