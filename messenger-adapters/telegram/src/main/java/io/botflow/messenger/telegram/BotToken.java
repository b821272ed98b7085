// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * A bot's token. Telegram wants it in the path of every URL, so everything that may quote a URL
 * goes through {@link #redact}.
 */
final class BotToken {
  private static final Pattern FORMAT = Pattern.compile("(\\d+):([A-Za-z0-9_-]+)");

  private final String value;
  private final String account;
  private final String secret;

  private BotToken(String value, String account, String secret) {
    this.value = value;
    this.account = account;
    this.secret = secret;
  }

  static BotToken of(String value) {
    Matcher matcher = FORMAT.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "token must be the whole token that BotFather gave: digits, a colon, and letters,"
              + " digits, '_' or '-'");
    }
    return new BotToken(value, matcher.group(1), matcher.group(2));
  }

  /** The bot's own id, which is no secret. */
  String account() {
    return account;
  }

  /** The path segment that Telegram expects: {@code bot} and the token. */
  String pathSegment() {
    return "bot" + value;
  }

  /** The same text without the token; an absent text is empty. */
  String redact(@Nullable String text) {
    return text == null ? "" : text.replace(secret, "***");
  }

  @Override
  public String toString() {
    return account + ":***";
  }
}
