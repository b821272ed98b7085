// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.Objects;

/**
 * What the calls of the Bot Connector do where Genesys Cloud's behaviour is not documented; each
 * default is a declared guess. Immutable.
 *
 * @param sessionsRenewedByTurns whether a digital bot's session lives from its latest turn, as it
 *     does by default, or from its first
 * @param expiredSessionsForgotten whether an outgoing message for a session whose time is over is
 *     refused as {@code session.not.found}. By default it is {@code session.already.closed}
 * @param listsReadLive whether reading a digital connector's bots asks their provider each time, as
 *     it does by default, or gives what the latest publication of a flow was told
 * @param responseTimeout how long a provider may take where no flow says so: for its bot list, and
 *     for a turn of a text bot; 10 seconds by default
 */
public record BotConnectorApiSettings(
    boolean sessionsRenewedByTurns,
    boolean expiredSessionsForgotten,
    boolean listsReadLive,
    Duration responseTimeout) {
  private static final BotConnectorApiSettings DEFAULTS =
      new BotConnectorApiSettings(true, false, true, Duration.ofSeconds(10));

  /** {@inheritDoc} */
  public BotConnectorApiSettings {
    Objects.requireNonNull(responseTimeout, "responseTimeout");
    if (responseTimeout.isZero() || responseTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "responseTimeout must be positive, was " + responseTimeout);
    }
  }

  /**
   * The settings to start from.
   *
   * @return the defaults
   */
  public static BotConnectorApiSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Sets whether each turn renews the life of a digital bot's session.
   *
   * @param value false to count from the first turn
   * @return changed settings
   */
  public BotConnectorApiSettings sessionsRenewedByTurns(boolean value) {
    return new BotConnectorApiSettings(
        value, expiredSessionsForgotten, listsReadLive, responseTimeout);
  }

  /**
   * Sets how an outgoing message for a session whose time is over is refused.
   *
   * @param value true for {@code session.not.found}
   * @return changed settings
   */
  public BotConnectorApiSettings expiredSessionsForgotten(boolean value) {
    return new BotConnectorApiSettings(
        sessionsRenewedByTurns, value, listsReadLive, responseTimeout);
  }

  /**
   * Sets whether a digital connector's bots are read from their provider each time.
   *
   * @param value false for what was there when a flow was published last
   * @return changed settings
   */
  public BotConnectorApiSettings listsReadLive(boolean value) {
    return new BotConnectorApiSettings(
        sessionsRenewedByTurns, expiredSessionsForgotten, value, responseTimeout);
  }

  /**
   * Sets how long a provider may take where no flow says so.
   *
   * @param value a positive duration
   * @return changed settings
   */
  public BotConnectorApiSettings responseTimeout(Duration value) {
    return new BotConnectorApiSettings(
        sessionsRenewedByTurns, expiredSessionsForgotten, listsReadLive, value);
  }
}
