// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Text in Telegram's HTML mode: a few tags, which must nest, and four named entities. */
final class HtmlText {
  private static final Set<String> TAGS =
      Set.of(
          "b",
          "strong",
          "i",
          "em",
          "u",
          "ins",
          "s",
          "strike",
          "del",
          "span",
          "a",
          "code",
          "pre",
          "blockquote",
          "tg-spoiler",
          "tg-emoji",
          "tg-time");

  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"");

  private final String html;
  private final StringBuilder plain = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private HtmlText(String html) {
    this.html = html;
  }

  /**
   * The text without its tags.
   *
   * @throws ApiError 400 {@code can't parse entities} where Telegram says so
   */
  static String plain(String html) {
    HtmlText text = new HtmlText(html);
    text.read();
    return text.plain.toString();
  }

  private void read() {
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      if (c == '<') {
        i = readTag(i);
      } else if (c == '&') {
        i = readEntity(i);
      } else {
        plain.append(c);
        i++;
      }
    }
    if (!open.isEmpty()) {
      throw refusal("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
    }
  }

  private int readTag(int start) {
    int end = html.indexOf('>', start);
    if (end < 0) {
      throw refusal("Unclosed start tag at byte offset " + offset(start));
    }
    boolean closing = html.startsWith("</", start);
    String inside = html.substring(start + (closing ? 2 : 1), end);
    String name = inside.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    if (!closing) {
      if (!TAGS.contains(name)) {
        throw refusal("Unsupported start tag \"" + name + "\" at byte offset " + offset(start));
      }
      open.push(name);
    } else if (open.isEmpty()) {
      throw refusal("Unexpected end tag at byte offset " + offset(start));
    } else if (!open.peek().equals(name)) {
      throw refusal(
          "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
              .formatted(offset(start), open.peek(), name));
    } else {
      open.pop();
    }
    return end + 1;
  }

  private int readEntity(int start) {
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      if (html.startsWith(entity.getKey(), start)) {
        plain.append(entity.getValue());
        return start + entity.getKey().length();
      }
    }
    int end = html.indexOf(';', start);
    if (html.startsWith("&#", start) && end > 0) {
      String number = html.substring(start + 2, end);
      if (number.matches("\\d{1,6}") || number.matches("[xX]\\p{XDigit}{1,5}")) {
        boolean hex = number.charAt(0) == 'x' || number.charAt(0) == 'X';
        plain.appendCodePoint(
            hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number));
        return end + 1;
      }
    }
    plain.append('&');
    return start + 1;
  }

  private int offset(int index) {
    return html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
  }

  private static ApiError refusal(String reason) {
    return ApiError.badRequest("can't parse entities: " + reason);
  }
}
