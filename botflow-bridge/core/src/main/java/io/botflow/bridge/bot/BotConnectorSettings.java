// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * How Genesys Cloud reaches the bots, and what both sides agreed on. Immutable; shows no secret.
 *
 * <pre>{@code
 * BotConnectorSettings settings =
 *     BotConnectorSettings.builder().header("Authorization", "Bearer " + secret).build();
 * }</pre>
 */
public final class BotConnectorSettings {
  private final SecretHeaders secrets;
  private final String v1Path;
  private final String v2Path;
  private final Duration turnBudget;
  private final boolean fileAttachments;
  private final WhenLate whenLate;
  private final Duration v1RepeatWindow;
  private final Duration v2RepeatWindow;
  private final Duration customerFileWait;
  private final Map<String, List<String>> alternateIntents;
  @Nullable private final AllowList allowList;

  BotConnectorSettings(BotConnectorSettingsBuilder builder) {
    this.secrets = new SecretHeaders(builder.headers);
    this.v1Path = builder.v1Path;
    this.v2Path = builder.v2Path;
    this.turnBudget = builder.turnBudget;
    this.fileAttachments = builder.fileAttachments;
    this.whenLate = builder.whenLate;
    this.v1RepeatWindow = builder.v1RepeatWindow;
    this.v2RepeatWindow = builder.v2RepeatWindow;
    this.customerFileWait = builder.customerFileWait;
    this.alternateIntents = Map.copyOf(builder.alternateIntents);
    this.allowList = builder.allowList;
  }

  /**
   * Starts settings; at least one {@link BotConnectorSettingsBuilder#header} is required.
   *
   * @return a builder
   */
  public static BotConnectorSettingsBuilder builder() {
    return new BotConnectorSettingsBuilder();
  }

  /**
   * Where version 1 posts utterances.
   *
   * @return the path of the property <em>Bot Connector Handle Utterance URI</em>
   */
  public String v1Path() {
    return v1Path;
  }

  /**
   * Below which version 2 asks for {@code /bots} and posts {@code /messages}.
   *
   * @return the path of the property <em>Bot Connector URI</em>, without a slash at its end
   */
  public String v2Path() {
    return v2Path;
  }

  /**
   * How long a bot may take for one turn.
   *
   * @return the time from the arrival of a request to the deadline of its turn
   */
  public Duration turnBudget() {
    return turnBudget;
  }

  /**
   * Whether version 2 may answer with files.
   *
   * @return false when files become links in a text
   */
  public boolean fileAttachments() {
    return fileAttachments;
  }

  /**
   * What is answered for a bot that is late.
   *
   * @return the rule
   */
  public WhenLate whenLate() {
    return whenLate;
  }

  /**
   * How long after its answer a request of version 1 is taken for a repetition.
   *
   * @return the window; zero when requests are never taken for repetitions
   */
  public Duration v1RepeatWindow() {
    return v1RepeatWindow;
  }

  /**
   * How long after its answer a request of version 2 is recognised by its id.
   *
   * @return the window; zero when requests are never taken for repetitions
   */
  public Duration v2RepeatWindow() {
    return v2RepeatWindow;
  }

  /**
   * How long a turn waits for the customer's file that it is probably about.
   *
   * @return the longest wait; zero when turns do not wait
   */
  public Duration customerFileWait() {
    return customerFileWait;
  }

  /**
   * The intents that may stand in for one that version 1 would see too often in a row.
   *
   * @return the alternatives by intent
   */
  public Map<String, List<String>> alternateIntents() {
    return alternateIntents;
  }

  /**
   * The addresses from which requests are taken.
   *
   * @return the list, or empty when they are taken from anywhere
   */
  public Optional<AllowList> allowList() {
    return Optional.ofNullable(allowList);
  }

  SecretHeaders secrets() {
    return secrets;
  }

  /** Shows the names of the headers, never their values. */
  @Override
  public String toString() {
    return "BotConnectorSettings[v1Path="
        + v1Path
        + ", v2Path="
        + v2Path
        + ", turnBudget="
        + turnBudget
        + ", fileAttachments="
        + fileAttachments
        + ", whenLate="
        + whenLate
        + ", v1RepeatWindow="
        + v1RepeatWindow
        + ", v2RepeatWindow="
        + v2RepeatWindow
        + ", customerFileWait="
        + customerFileWait
        + ", alternateIntents="
        + alternateIntents
        + ", allowList="
        + allowList
        + ", headers="
        + secrets
        + "]";
  }
}
