// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.botconnector.dialog.MalformedRequestException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** An {@link Utterance} under way, of whatever a request holds. Used once; not thread-safe. */
final class UtteranceDraft {
  @Nullable private final String botId;
  private final List<String> botNames;
  @Nullable private String botVersion;
  private String sessionId = "";
  private String conversationId = "";
  @Nullable private Duration sessionLifetime;

  UtteranceDraft(@Nullable String botId, List<String> botNames) {
    this.botId = botId;
    this.botNames = botNames;
    if (botId == null && botNames.isEmpty()) {
      throw new MalformedRequestException("no bot is named");
    }
  }

  UtteranceDraft version(@Nullable String version) {
    this.botVersion = version;
    return this;
  }

  /** Session and conversation stand in for each other: either tells two customers apart. */
  UtteranceDraft session(
      @Nullable String session, @Nullable String conversation, @Nullable Integer minutes) {
    this.sessionId = firstOf(session, conversation);
    this.conversationId = firstOf(conversation, session);
    this.sessionLifetime = minutes == null || minutes < 0 ? null : Duration.ofMinutes(minutes);
    return this;
  }

  private static String firstOf(@Nullable String id, @Nullable String other) {
    return Stream.of(id == null ? "" : id, other == null ? "" : other)
        .filter(given -> !given.isBlank())
        .findFirst()
        .orElseThrow(
            () -> new MalformedRequestException("neither session nor conversation is named"));
  }

  Utterance said(
      @Nullable InputMessage message,
      @Nullable String language,
      Map<String, String> variables,
      @Nullable String messageId) {
    CustomerInput input = CustomerInput.of(message);
    return new Utterance(
        botId,
        botNames,
        botVersion,
        sessionId,
        conversationId,
        messageId,
        input.text(),
        input.selection(),
        language == null || language.isBlank() ? null : language.toLowerCase(Locale.ROOT),
        sessionLifetime,
        variables);
  }
}
