// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a customer's app that a press was noticed: <a
 * href="https://core.telegram.org/bots/api#answercallbackquery">answerCallbackQuery</a>. Nothing
 * depends on it, so nothing waits long for it.
 */
final class CallbackAnswer {
  private static final Logger log = LoggerFactory.getLogger(CallbackAnswer.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private CallbackAnswer() {}

  static void send(BotApi api, String callbackQueryId) {
    try {
      ApiAnswer answer =
          api.callWithin(
              TIMEOUT,
              "answerCallbackQuery",
              Json.object().put("callback_query_id", callbackQueryId));
      if (!answer.ok()) {
        log.debug("a press was not acknowledged: {}", answer.detail());
      }
    } catch (IOException e) {
      log.debug("a press was not acknowledged: {}", e.getMessage());
    }
  }
}
