// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a customer what the bot is doing, for five seconds or until the next message: <a
 * href="https://core.telegram.org/bots/api#sendchataction">sendChatAction</a>. Nothing depends on
 * it, so nothing waits long for it.
 */
final class ChatAction {
  private static final Logger log = LoggerFactory.getLogger(ChatAction.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private ChatAction() {}

  /**
   * Shows it.
   *
   * @param chat a request with nothing but the chat in it
   */
  static void show(BotApi api, ObjectNode chat, TelegramAction action) {
    try {
      ApiAnswer answer =
          api.callWithin(TIMEOUT, "sendChatAction", chat.put("action", action.wire()));
      if (!answer.ok()) {
        log.debug("{} was not shown: {}", action, answer.detail());
      }
    } catch (IOException e) {
      log.debug("{} was not shown: {}", action, e.getMessage());
    }
  }
}
