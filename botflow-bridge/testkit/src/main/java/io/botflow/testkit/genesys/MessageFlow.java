// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * An inbound message flow: it calls a bot turn by turn and routes by the intent that the bot
 * returns, or puts each conversation straight into a queue.
 *
 * <pre>{@code
 * integration.publish(
 *     MessageFlow.callBotConnector(connector, "order-bot", "1.0")
 *         .onIntent("call-operator", transferToQueue("Support"))
 *         .build());
 * }</pre>
 *
 * <p>Immutable.
 */
public final class MessageFlow {
  private final Builder settings;

  private MessageFlow(Builder builder) {
    this.settings = new Builder(builder);
  }

  /**
   * Starts a flow with a <i>Call Bot Connector</i> action (v1): answer within 10 seconds, no
   * retries, follow-up within 12 hours, bot session 72 hours, at most 3 repetitions of one intent.
   * The deadline is not published by Genesys; 10 seconds is the usual report.
   *
   * @param connector the integration
   * @param botId the registered id of the bot
   * @param version the registered version
   * @return a builder
   */
  public static Builder callBotConnector(BotConnector connector, String botId, String version) {
    Builder builder = new Builder(botId, version);
    builder.connector = Objects.requireNonNull(connector, "connector");
    builder.responseTimeout = Duration.ofSeconds(10);
    builder.followUpTimeout = Duration.ofHours(12);
    builder.sessionTimeout = Duration.ofDays(3);
    builder.sameIntentLimit = 4;
    return builder;
  }

  /**
   * Starts a flow with a <i>Call Digital Bot Connector</i> action (v2): answer within 30 seconds, 2
   * retries on 5xx after 250 and 500 ms (count and delay are not published by Genesys), follow-up
   * within 6 hours, bot session 12 hours.
   *
   * @param connector the integration
   * @param botId the id of the bot, in its exact case
   * @param version the version, in its exact case
   * @return a builder
   */
  public static Builder callDigitalBotConnector(
      DigitalBotConnector connector, String botId, String version) {
    Builder builder = new Builder(botId, version);
    builder.digital = Objects.requireNonNull(connector, "connector");
    builder.responseTimeout = Duration.ofSeconds(30);
    builder.followUpTimeout = Duration.ofHours(6);
    builder.sessionTimeout = Duration.ofHours(12);
    builder.retries = 2;
    return builder;
  }

  /**
   * A flow without a bot.
   *
   * @param queue the queue that takes each conversation
   * @return the flow
   */
  public static MessageFlow transferTo(String queue) {
    Builder builder = new Builder("", "");
    builder.queue = Objects.requireNonNull(queue, "queue");
    return builder.build();
  }

  Builder settings() {
    return settings;
  }

  /** The settings of a flow that calls a bot; not thread-safe. */
  public static final class Builder {
    final String botId;
    final String version;
    final Map<String, FlowOutcome> outcomes = new LinkedHashMap<>();
    @Nullable BotConnector connector;
    @Nullable DigitalBotConnector digital;
    @Nullable String queue;
    @Nullable FlowOutcome onFailure;
    FlowOutcome onOther = FlowOutcome.disconnect();
    Function<ConversationRecord, Map<String, String>> variables = conversation -> Map.of();
    Duration responseTimeout = Duration.ZERO;
    Duration followUpTimeout = Duration.ZERO;
    Duration sessionTimeout = Duration.ZERO;
    Duration retryDelay = Duration.ofMillis(250);
    int retries;
    int sameIntentLimit;
    boolean eitherReplySpelling;
    boolean failedRepliesShown = true;
    String language = "en-us";

    private Builder(String botId, String version) {
      this.botId = Objects.requireNonNull(botId, "botId");
      this.version = Objects.requireNonNull(version, "version");
    }

    private Builder(Builder other) {
      botId = other.botId;
      version = other.version;
      outcomes.putAll(other.outcomes);
      connector = other.connector;
      digital = other.digital;
      queue = other.queue;
      onFailure = other.onFailure;
      onOther = other.onOther;
      variables = other.variables;
      responseTimeout = other.responseTimeout;
      followUpTimeout = other.followUpTimeout;
      sessionTimeout = other.sessionTimeout;
      retryDelay = other.retryDelay;
      retries = other.retries;
      sameIntentLimit = other.sameIntentLimit;
      eitherReplySpelling = other.eitherReplySpelling;
      failedRepliesShown = other.failedRepliesShown;
      language = other.language;
    }

    /**
     * Sets what happens when the bot completes with an intent.
     *
     * @param intent an intent that the bot's version registers
     * @param outcome what the flow does
     * @return this builder
     */
    public Builder onIntent(String intent, FlowOutcome outcome) {
      outcomes.put(
          Objects.requireNonNull(intent, "intent"), Objects.requireNonNull(outcome, "outcome"));
      return this;
    }

    /**
     * Sets what happens on each registered intent without an outcome of its own.
     *
     * @param outcome {@link FlowOutcome#disconnect()} by default
     * @return this builder
     */
    public Builder onOtherIntents(FlowOutcome outcome) {
      onOther = Objects.requireNonNull(outcome, "outcome");
      return this;
    }

    /**
     * Sets the failure path.
     *
     * @param outcome by default the transfer to the simulator's failure queue
     * @return this builder
     */
    public Builder onFailure(FlowOutcome outcome) {
      onFailure = Objects.requireNonNull(outcome, "outcome");
      return this;
    }

    /**
     * Sets the session variables, which the bot gets as {@code parameters} on the first turn of
     * each entry into the action.
     *
     * @param value the same variables for every conversation
     * @return this builder
     */
    public Builder sessionVariables(Map<String, String> value) {
      Map<String, String> copy = Map.copyOf(value);
      return sessionVariables(conversation -> copy);
    }

    /**
     * Sets the session variables per conversation.
     *
     * @param value a function of the conversation's record
     * @return this builder
     */
    public Builder sessionVariables(Function<ConversationRecord, Map<String, String>> value) {
      variables = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how long the bot may take for one answer.
     *
     * @param value for v1 by default 10 seconds, for v2 30
     * @return this builder
     */
    public Builder responseTimeout(Duration value) {
      responseTimeout = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how long the flow waits for the customer before it takes the failure path.
     *
     * @param value for v1 by default 12 hours, for v2 6
     * @return this builder
     */
    public Builder followUpTimeout(Duration value) {
      followUpTimeout = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the life of a bot session, which the bot is told in minutes. In version 2 the session
     * closes when it is over; what the flow does then is not documented, and the failure path here.
     *
     * @param value for v1 by default 72 hours, for v2 12
     * @return this builder
     */
    public Builder sessionTimeout(Duration value) {
      sessionTimeout = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how often a call that got 5xx is repeated, with the same message id on v2. Other
     * failures are not repeated.
     *
     * @param count for v1 by default 0, for v2 2
     * @param firstDelay the delay before the first repetition; it doubles; 250 ms by default
     * @return this builder
     */
    public Builder retries(int count, Duration firstDelay) {
      if (count < 0) {
        throw new IllegalArgumentException("count must not be negative, was " + count);
      }
      retries = count;
      retryDelay = Objects.requireNonNull(firstDelay, "firstDelay");
      return this;
    }

    /**
     * Sets the guard against loops: so many answers in a row that ask for more with the same intent
     * and the same slots end on the failure path. Reports on whether it always applies contradict.
     *
     * @param limit for v1 by default 4; 0, the default of v2, switches it off
     * @return this builder
     */
    public Builder sameIntentLimit(int limit) {
      sameIntentLimit = limit;
      return this;
    }

    /**
     * Sets whether {@code replymessages} and {@code replyMessages} are both read. Whether v1 reads
     * the latter is not documented; by default each version reads its own spelling only and ignores
     * the other.
     *
     * @param value true to read both
     * @return this builder
     */
    public Builder eitherReplySpelling(boolean value) {
      eitherReplySpelling = value;
      return this;
    }

    /**
     * Sets whether the replies of an answer with the state Failed are shown. Not documented; shown
     * by default.
     *
     * @param value false to hide them
     * @return this builder
     */
    public Builder failedRepliesShown(boolean value) {
      failedRepliesShown = value;
      return this;
    }

    /**
     * Sets the flow's language.
     *
     * @param code in lower case, {@code en-us} by default
     * @return this builder
     */
    public Builder language(String code) {
      language = Objects.requireNonNull(code, "code");
      return this;
    }

    /**
     * Makes the flow.
     *
     * @return the flow, ready to be published
     */
    public MessageFlow build() {
      return new MessageFlow(this);
    }
  }
}
