// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import java.util.stream.Stream;

/**
 * The Digital Bot Connector of an organisation: what its integrations were told about their bots,
 * and messages that bots send without being asked. Thread-safe. Obtained from {@code GenesysCloud};
 * implemented outside only by tests, since later versions add methods.
 *
 * <pre>{@code
 * BotSessionAddress session = BotSessionAddress.of(turn);
 * OutgoingResult result =
 *     genesys
 *         .digitalBotConnector()
 *         .send(OutgoingMessage.replies(session, List.of(ReplyMessage.text("Your parcel is here"))));
 * }</pre>
 *
 * <p>Every method blocks until it is answered, and throws a {@link
 * io.botflow.genesys.error.GenesysException} if the call does not succeed. To read needs the
 * permission {@code integration:botconnector:view}, to send {@code integration:botconnector:send}.
 *
 * <p>Mirrors {@code /api/v2/integrations/botconnectors}, which Genesys Cloud marks as a preview.
 *
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public interface DigitalBotConnector {

  /**
   * Lists the bots of an integration, with all they declare. Pages are read as the stream is.
   *
   * @param integrationId the integration
   * @return the bots, lazily; read by one thread
   * @throws IllegalArgumentException if the id is empty
   */
  Stream<Bot> bots(String integrationId);

  /**
   * Lists the bots of an integration with the names of their versions. Pages are read as the stream
   * is.
   *
   * @param integrationId the integration
   * @return the bots, lazily; read by one thread
   * @throws IllegalArgumentException if the id is empty
   */
  Stream<BotSummary> summaries(String integrationId);

  /**
   * Reads one bot with its versions.
   *
   * @param integrationId the integration
   * @param botId the bot, case-sensitive
   * @return the bot
   * @throws io.botflow.genesys.error.NotFoundException if there is none of that id
   */
  Bot bot(String integrationId, String botId);

  /**
   * Reads one bot with one of its versions.
   *
   * @param integrationId the integration
   * @param botId the bot, case-sensitive
   * @param version the version, case-sensitive
   * @return the bot
   * @throws io.botflow.genesys.error.NotFoundException if there is none of that id and version
   */
  Bot bot(String integrationId, String botId, String version);

  /**
   * Sends what a bot says in an open session. Send one message after the other for a session: the
   * order of calls that overlap is reported not to be kept. Several replies fit into one message.
   *
   * <p>The message carries no id of the sender, so a call that may have taken effect is never made
   * again; the exception then says what is known.
   *
   * @param message what to say, and in which session
   * @return sent, or one of the five documented refusals
   * @throws io.botflow.genesys.error.ConflictException if it was refused for a reason that is not
   *     documented
   */
  OutgoingResult send(OutgoingMessage message);
}
