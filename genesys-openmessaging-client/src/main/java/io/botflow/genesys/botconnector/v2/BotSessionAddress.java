// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.botconnector.v2;

import io.botflow.genesys.error.InvalidFieldException;
import io.botflow.genesys.internal.json.Fields;

/**
 * Where an outgoing message goes: the session of a bot that a flow has opened. Keep it from the
 * first turn on, for as long as the session lives; a session cannot be opened from outside.
 *
 * <p>None of the components may be absent or blank: the constructor throws an {@link
 * InvalidFieldException} that names the field.
 *
 * @param botId the id of the bot, case-sensitive
 * @param botVersion the version, case-sensitive
 * @param botSessionId the session
 * @param languageCode the language of the flow, such as {@code en-us}
 * @see <a href="https://developer.genesys.cloud/devapps/api-explorer">API Explorer</a>
 */
public record BotSessionAddress(
    String botId, String botVersion, String botSessionId, String languageCode) {

  /** {@inheritDoc} */
  public BotSessionAddress {
    Fields.text(botId, "botId");
    Fields.text(botVersion, "botVersion");
    Fields.text(botSessionId, "botSessionId");
    Fields.text(languageCode, "languageCode");
  }

  /**
   * The session that a turn belongs to.
   *
   * @param turn as Genesys Cloud posted it
   * @return its session
   * @throws InvalidFieldException if the turn names no bot, version, session or language
   */
  public static BotSessionAddress of(BotMessageRequest turn) {
    return new BotSessionAddress(
        Fields.text(turn.botId(), "botId"),
        Fields.text(turn.botVersion(), "botVersion"),
        Fields.text(turn.botSessionId(), "botSessionId"),
        Fields.text(turn.languageCode(), "languageCode"));
  }
}
