// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.connector.message.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What Genesys Cloud asks a bot, whichever version of the protocol it came by.
 *
 * @param botId the registered id, if given
 * @param botNames what else the bot may be known by, best first
 * @param botVersion the version, if given
 * @param sessionId the bot session
 * @param conversationId the conversation
 * @param messageId the request's own id, repeated when the request is; version 2 only
 * @param text what the customer wrote or the button said; may be empty
 * @param selection the button, if one was pressed
 * @param language the flow's language in lower case, if given
 * @param sessionLifetime how long the session lives, if given
 * @param variables session variables
 */
record Utterance(
    @Nullable String botId,
    List<String> botNames,
    @Nullable String botVersion,
    String sessionId,
    String conversationId,
    @Nullable String messageId,
    String text,
    @Nullable Selection selection,
    @Nullable String language,
    @Nullable Duration sessionLifetime,
    Map<String, String> variables) {

  /** Shows the ids, never what was said. */
  @Override
  public String toString() {
    return "Utterance[conversation " + conversationId + ", session " + sessionId + "]";
  }
}
