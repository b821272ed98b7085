// SPDX-License-Identifier: Apache-2.0
package io.botflow.messenger.telegram;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a customer that someone types: <a
 * href="https://core.telegram.org/bots/api#sendchataction">sendChatAction</a>. Nothing depends on
 * it, so nothing waits long for it.
 */
final class Typing {
  private static final Logger log = LoggerFactory.getLogger(Typing.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Typing() {}

  static void show(BotApi api, ChatAddress chat) {
    try {
      ApiAnswer answer =
          api.callWithin(TIMEOUT, "sendChatAction", chat.request().put("action", "typing"));
      if (!answer.ok()) {
        log.debug("typing was not shown: {}", answer.detail());
      }
    } catch (IOException e) {
      log.debug("typing was not shown: {}", e.getMessage());
    }
  }
}
