// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.InvalidBodyException;
import io.botflow.testkit.genesys.internal.rest.JsonView;
import java.util.List;

/** The fields that bodies of outbound calls have in common. */
final class OutboundFields {
  private static final int MAX_TEXT = 2000;

  private OutboundFields() {}

  static void requireOpen(JsonView body, List<String> messengers) {
    String field = "toAddressMessengerType";
    if (!body.oneOf(field, "MessengerType", messengers).equals("open")) {
      throw InvalidBodyException.of(field + ": only open is simulated");
    }
  }

  static String text(JsonView body) {
    String text = body.nonEmpty("textBody");
    if (text.length() > MAX_TEXT) {
      throw InvalidBodyException.of(
          "textBody should be at most " + MAX_TEXT + " characters, has " + text.length());
    }
    return text;
  }
}
