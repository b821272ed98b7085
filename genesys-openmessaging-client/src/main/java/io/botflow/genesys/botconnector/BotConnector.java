// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector;

/**
 * The bot list of one integration of the classic Bot Connector. Thread-safe. Obtained from {@code
 * GenesysCloud}; implemented outside only by tests, since later versions add methods.
 *
 * <p>The Digital Bot Connector has no such list: Genesys Cloud asks the bot for it, see {@link
 * io.botflow.genesys.botconnector.v2.BotListing}.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public interface BotConnector {

  /**
   * Replaces the whole list. Flows use the new list when they are published again. Needs the
   * permission {@code integration:botconnector:edit}.
   *
   * @param bots all bots
   * @throws io.botflow.genesys.error.GenesysException if the list was not accepted
   */
  void putBots(BotList bots);

  /**
   * The list as Genesys Cloud has it. Needs the permission {@code integration:botconnector:view}.
   *
   * @return all bots
   * @throws io.botflow.genesys.error.GenesysException if it could not be read
   */
  BotList bots();
}
