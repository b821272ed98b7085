// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector;

import java.util.stream.Stream;

/**
 * The bot list of one integration of the classic Bot Connector. Thread-safe. Obtained from {@code
 * GenesysCloud}; implemented outside only by tests, since later versions add methods.
 *
 * <p>To read needs the permission {@code integration:botconnector:view}, to write {@code
 * integration:botconnector:edit}.
 *
 * <p>Mirrors {@code /api/v2/integrations/botconnector/{integrationId}/bots}. The Digital Bot
 * Connector has no list to be put: Genesys Cloud asks the bot for it, see {@link
 * io.botflow.genesys.botconnector.v2.BotListing}. What it was told can be read from a {@link
 * io.botflow.genesys.botconnector.v2.DigitalBotConnector}.
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

  /**
   * Lists the bots without their versions. Pages are read as the stream is, each of which can throw
   * a {@link io.botflow.genesys.error.GenesysException}.
   *
   * @return the bots, lazily; read by one thread
   */
  Stream<BotSummary> summaries();

  /**
   * Reads one bot with its versions.
   *
   * @param botId its id, in the case in which it was registered
   * @return the bot
   * @throws io.botflow.genesys.error.NotFoundException if there is none of that id
   */
  ConnectorBot bot(String botId);

  /**
   * Reads one bot with one of its versions.
   *
   * @param botId its id, in the case in which it was registered
   * @param version the version, in the case in which it was registered
   * @return the bot
   * @throws io.botflow.genesys.error.NotFoundException if there is none of that id and version
   */
  ConnectorBot bot(String botId, String version);

  /**
   * Lists the versions of a bot without their languages and intents. Pages are read as the stream
   * is, each of which can throw a {@link io.botflow.genesys.error.GenesysException}.
   *
   * @param botId its id, in the case in which it was registered
   * @return the versions, lazily; read by one thread
   */
  Stream<BotVersionSummary> versions(String botId);
}
