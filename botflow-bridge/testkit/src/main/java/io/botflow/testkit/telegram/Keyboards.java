// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The four forms of {@code reply_markup} and what Telegram refuses in them. */
final class Keyboards {
  private static final int MAX_CALLBACK_BYTES = 64;
  private static final int MAX_BUTTONS = 100;
  private static final int MAX_PLACEHOLDER = 64;

  private static final Set<String> INLINE_ACTIONS =
      Set.of(
          "url",
          "callback_data",
          "web_app",
          "login_url",
          "switch_inline_query",
          "switch_inline_query_current_chat",
          "switch_inline_query_chosen_chat",
          "copy_text",
          "callback_game",
          "pay");

  private Keyboards() {}

  /** The call's keyboard, checked; a missing node when it has none. */
  static JsonNode of(Call call) {
    JsonNode markup = call.json("reply_markup").orElse(MissingNode.getInstance());
    if (!markup.isMissingNode()) {
      check(markup);
    }
    return markup;
  }

  static boolean inline(JsonNode markup) {
    return markup.has("inline_keyboard");
  }

  /** All buttons of either kind of keyboard, row by row. */
  static List<JsonNode> buttons(JsonNode markup) {
    List<JsonNode> buttons = new ArrayList<>();
    JsonNode rows = markup.path(inline(markup) ? "inline_keyboard" : "keyboard");
    rows.forEach(row -> row.forEach(buttons::add));
    return List.copyOf(buttons);
  }

  /** A button's label; a reply keyboard's button may be a bare text. */
  static String label(JsonNode button) {
    return button.isTextual() ? button.asText() : button.path("text").asText("");
  }

  private static void check(JsonNode markup) {
    if (!markup.isObject()) {
      throw ApiError.badRequest("object expected as reply markup");
    }
    boolean inline = inline(markup);
    JsonNode rows = markup.path(inline ? "inline_keyboard" : "keyboard");
    if (!rows.isMissingNode()) {
      if (!rows.isArray()) {
        throw ApiError.badRequest(
            "field \"" + (inline ? "inline_" : "") + "keyboard\" must be of type Array");
      }
      for (JsonNode row : rows) {
        if (!row.isArray()) {
          throw ApiError.badRequest("can't parse keyboard button: Expected an Array of Button");
        }
      }
    }
    List<JsonNode> buttons = buttons(markup);
    if (buttons.size() > MAX_BUTTONS) {
      throw ApiError.badRequest("REPLY_MARKUP_TOO_LONG");
    }
    buttons.forEach(button -> checkButton(button, inline));
    if (markup.path("input_field_placeholder").asText("").length() > MAX_PLACEHOLDER) {
      throw ApiError.badRequest("INPUT_FIELD_PLACEHOLDER_TOO_LONG");
    }
  }

  private static void checkButton(JsonNode button, boolean inline) {
    if (label(button).isBlank()) {
      throw ApiError.badRequest("can't parse keyboard button: Field \"text\" must be non-empty");
    }
    if (!inline) {
      return;
    }
    if (INLINE_ACTIONS.stream().noneMatch(button::has)) {
      throw ApiError.badRequest(
          "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }
    String data = button.path("callback_data").asText("");
    if (button.has("callback_data")
        && (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > MAX_CALLBACK_BYTES)) {
      throw ApiError.badRequest("BUTTON_DATA_INVALID");
    }
    String url = button.path("url").asText("");
    if (button.has("url") && !linkable(url)) {
      throw ApiError.badRequest(
          "inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
    }
  }

  private static boolean linkable(String url) {
    if (url.startsWith("tg://")) {
      return true;
    }
    try {
      URI uri = URI.create(url);
      String host = uri.getHost();
      return host != null && host.contains(".") && uri.getScheme().matches("(?i)https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
