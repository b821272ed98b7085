// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A flow with what was known of its bot when it was published.
 *
 * @param caller null for a flow without a bot
 * @param version null for a flow without a bot
 */
record PublishedFlow(
    MessageFlow.Builder settings,
    @Nullable BotCaller caller,
    @Nullable RegisteredBot.Version version,
    FlowOutcome onFailure) {
  /** What reads the answers of a digital bot, as its integration stands now. */
  BotAnswers digitalAnswers() {
    DigitalBotConnector connector = Objects.requireNonNull(settings.digital);
    return BotAnswers.digital(
        Objects.requireNonNull(version), connector.fileAttachments(), settings.eitherReplySpelling);
  }

  /** Whether the bot may complete with this intent. */
  boolean declares(@Nullable String intent) {
    return intent != null && version != null && version.intents().containsKey(intent);
  }
}
