// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import java.time.Duration;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * How a bridge asks a bot by itself, for channels that have not moved to Genesys Cloud yet: there
 * Genesys Cloud sees a chat once it is handed to an operator. Immutable.
 *
 * <pre>{@code
 * DirectBotSettings settings = DirectBotSettings.builder().failureGroup("Support").build();
 * }</pre>
 */
public final class DirectBotSettings {
  private static final Duration LONGEST_BUDGET = Duration.ofMinutes(10);

  private final Duration turnBudget;
  @Nullable private final String version;
  @Nullable private final String language;
  @Nullable private final String failureGroup;
  private final boolean transcript;

  private DirectBotSettings(Builder builder) {
    this.turnBudget = builder.turnBudget;
    this.version = builder.version;
    this.language = builder.language;
    this.failureGroup = builder.failureGroup;
    this.transcript = builder.transcript;
  }

  /**
   * Starts settings, each with its default.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How long the bot may take for one turn.
   *
   * @return the time
   */
  public Duration turnBudget() {
    return turnBudget;
  }

  /**
   * The version that is asked.
   *
   * @return its name, or null for the first that the bot describes
   */
  @Nullable
  public String version() {
    return version;
  }

  /**
   * The language of turns.
   *
   * @return a language tag, or null for the first of the version
   */
  @Nullable
  public String language() {
    return language;
  }

  /**
   * Who goes on when the bot fails.
   *
   * @return a group, or null when the flow decides
   */
  @Nullable
  public String failureGroup() {
    return failureGroup;
  }

  /**
   * Whether the operator gets what was said.
   *
   * @return true when the talk is sent along
   */
  public boolean transcript() {
    return transcript;
  }

  /** Collects {@link DirectBotSettings}; not thread-safe. */
  public static final class Builder {
    private Duration turnBudget = Duration.ofSeconds(30);
    @Nullable private String version;
    @Nullable private String language;
    @Nullable private String failureGroup;
    private boolean transcript = true;

    private Builder() {}

    /**
     * Sets how long the bot may take for one turn; then it counts as failed.
     *
     * @param budget 30 s by default; more than zero, at most 10 minutes
     * @return this builder
     * @throws IllegalArgumentException if it is out of this range
     */
    public Builder turnBudget(Duration budget) {
      if (budget.isNegative() || budget.isZero() || budget.compareTo(LONGEST_BUDGET) > 0) {
        throw new IllegalArgumentException(
            "turnBudget must be more than zero and at most 10 minutes, was " + budget);
      }
      this.turnBudget = budget;
      return this;
    }

    /**
     * Sets the version of the bot that is asked.
     *
     * @param version its name; by default the first that the bot describes
     * @return this builder
     */
    public Builder version(String version) {
      this.version = Objects.requireNonNull(version, "version");
      return this;
    }

    /**
     * Sets the language of turns, for messengers do not tell a reliable one.
     *
     * @param language a language tag; by default the first of the version
     * @return this builder
     */
    public Builder language(String language) {
      this.language = Objects.requireNonNull(language, "language");
      return this;
    }

    /**
     * Sets the group that a chat is handed to when the bot fails or is late.
     *
     * @param group a queue's name; by default none is named, and the flow decides
     * @return this builder
     */
    public Builder failureGroup(String group) {
      this.failureGroup = Objects.requireNonNull(group, "group");
      return this;
    }

    /**
     * Sets whether the operator gets what customer and bot said, as the first message of the
     * conversation.
     *
     * @param wanted true by default; when false, the customer's last words are that message
     * @return this builder
     */
    public Builder transcript(boolean wanted) {
      this.transcript = wanted;
      return this;
    }

    /**
     * Makes the settings.
     *
     * @return the settings
     */
    public DirectBotSettings build() {
      return new DirectBotSettings(this);
    }
  }
}
