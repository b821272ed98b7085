// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import io.botflow.connector.messenger.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import javax.annotation.Nullable;

/**
 * Thrown when Telegram answers a call with an error. The message carries Telegram's own words and
 * what to do about them, never the token.
 */
public final class TelegramApiException extends IOException implements RetryAfter {
  private static final long serialVersionUID = 1L;

  private final int errorCode;
  private final @Nullable Duration retryAfter;
  private final @Nullable Long migratedTo;

  TelegramApiException(
      String message, int errorCode, @Nullable Duration retryAfter, @Nullable Long migratedTo) {
    super(message);
    this.errorCode = errorCode;
    this.retryAfter = retryAfter;
    this.migratedTo = migratedTo;
  }

  /**
   * Telegram's code of the error, which is mostly the HTTP status.
   *
   * @return for example 409 when the updates go to a webhook, or to another poller
   */
  public int errorCode() {
    return errorCode;
  }

  @Override
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /**
   * The id that a chat has from now on.
   *
   * @return what Telegram says in {@code migrate_to_chat_id}, or null when the chat kept its id
   */
  public @Nullable Long migratedTo() {
    return migratedTo;
  }
}
