// SPDX-License-Identifier: Apache-2.0
package io.botflow.connector.bot;

import io.botflow.connector.message.Media;
import io.botflow.connector.message.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * What a customer said to a bot, and what is known of the conversation.
 *
 * @param conversationId the conversation's id in Genesys Cloud: the only key that is stable over
 *     the whole chat
 * @param sessionId the bot session's id; a new one on each entry of the flow into the bot
 * @param botId the bot addressed
 * @param botVersion the version addressed
 * @param text what the customer wrote; empty when they sent only a file or the flow starts without
 *     a text
 * @param selection the button they pressed, if they did
 * @param media what they sent since the last turn; empty when the bridge does not know it
 * @param language the flow's language in lower case, for example {@code uk-ua}
 * @param variables the flow's session variables; Genesys Cloud sends them on the first turn of a
 *     session only
 * @param deadline when the answer is needed at the latest
 */
public record Turn(
    String conversationId,
    String sessionId,
    String botId,
    String botVersion,
    String text,
    @Nullable Selection selection,
    List<Media> media,
    String language,
    Map<String, String> variables,
    Instant deadline) {

  /** {@inheritDoc} */
  public Turn {
    Objects.requireNonNull(conversationId, "conversationId");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(botId, "botId");
    Objects.requireNonNull(botVersion, "botVersion");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(deadline, "deadline");
    media = List.copyOf(media);
    variables = Map.copyOf(variables);
  }

  /** Shows the ids, never what was said. */
  @Override
  public String toString() {
    return "Turn[conversation "
        + conversationId
        + ", session "
        + sessionId
        + ", bot "
        + botId
        + "]";
  }
}
