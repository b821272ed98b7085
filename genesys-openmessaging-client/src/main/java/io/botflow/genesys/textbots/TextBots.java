// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.textbots;

/**
 * The text bots of an organisation, to be talked to without a flow: Genesys Cloud calls the bot's
 * webhook as a flow would, and hands the answer over. Of use to try out a bot of the classic Bot
 * Connector with the real platform. Thread-safe. Obtained from {@code GenesysCloud}; implemented
 * outside only by tests, since later versions add methods.
 *
 * <pre>{@code
 * TextBotTurn turn =
 *     TextBotTurn.builder(integrationId, "order-bot", sessionId, InputMessage.text("Hello"))
 *         .version("1")
 *         .languageCode("en-us")
 *         .build();
 * TextBotAnswer answer = genesys.textBots().execute(turn);
 * }</pre>
 *
 * <p>Mirrors {@code POST /api/v2/textbots/bots/execute}.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public interface TextBots {

  /**
   * Gives a bot one turn. The first one of a session opens it. Needs the permission {@code
   * textbots:session:execute}.
   *
   * <p>A call that may have taken effect is never made again: the bot would have the turn twice.
   *
   * @param turn what is said, to which bot
   * @return what the bot answered; a bot that failed says so in its state
   * @throws io.botflow.genesys.error.GenesysException if there is no answer
   */
  TextBotAnswer execute(TextBotTurn turn);
}
