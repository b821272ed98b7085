// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.botflow.connector.message.Choice;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Buttons below a message, one in each row: a press brings back its payload and the message. */
final class InlineKeyboard {
  private final ObjectNode markup = Json.object();
  private final ArrayNode rows = markup.putArray("inline_keyboard");

  static InlineKeyboard of(List<Choice> choices) {
    InlineKeyboard keyboard = new InlineKeyboard();
    choices.forEach(choice -> keyboard.press(choice.label(), choice.payload()));
    return keyboard;
  }

  void press(String label, String payload) {
    rows.addArray().addObject().put("text", label).put("callback_data", payload);
  }

  void link(String label, String url) {
    rows.addArray().addObject().put("text", label).put("url", url);
  }

  /** Whether Telegram takes a link as a button; one that it does not costs the whole message. */
  static boolean takes(String url) {
    try {
      URI uri = URI.create(url);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = uri.getHost();
      return scheme.equals("tg")
          || (host != null
              && host.contains(".")
              && (scheme.equals("https") || scheme.equals("http")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  int size() {
    return rows.size();
  }

  /** As the parameter {@code reply_markup}; without any row it takes buttons away. */
  ObjectNode markup() {
    return markup;
  }
}
