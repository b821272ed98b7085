// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.util.Locale;

/**
 * Texts and captions as Telegram keeps them: markup taken out, blanks at both ends cut, measured.
 */
final class Texts {
  private static final int MAX_TEXT = 4096;
  private static final int MAX_CAPTION = 1024;

  private Texts() {}

  static String message(Call call) {
    String text = plain(call, "text");
    if (text.isEmpty()) {
      throw ApiError.badRequest("message text is empty");
    }
    if (text.length() > MAX_TEXT) {
      throw ApiError.badRequest("message is too long");
    }
    return text;
  }

  static String caption(Call call) {
    return caption(call.text("caption"), call.text("parse_mode"));
  }

  static String caption(String caption, String parseMode) {
    String text = plain(caption, parseMode);
    if (text.length() > MAX_CAPTION) {
      throw ApiError.badRequest("message caption is too long");
    }
    return text;
  }

  private static String plain(Call call, String name) {
    return plain(call.text(name), call.text("parse_mode"));
  }

  private static String plain(String text, String parseMode) {
    return switch (parseMode.toLowerCase(Locale.ROOT)) {
      // Markdown is measured with its marks: stricter than Telegram, never laxer.
      case "", "none", "markdown", "markdownv2" -> text.strip();
      case "html" -> HtmlText.plain(text).strip();
      default -> throw ApiError.badRequest("unsupported parse_mode");
    };
  }
}
