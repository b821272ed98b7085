// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.Objects;

/**
 * What the calls for conversations, outbound messages and media do where Genesys Cloud's behaviour
 * is not documented, or changes with its version. Immutable.
 *
 * @param userTokenRequired whether an agent's calls need that agent's own token. By default a
 *     client's token is accepted too, and acts as the participant on that line
 * @param normalizedMessagesOnly whether messages are read as the newest contract has them, without
 *     {@code textBody} and {@code media}. By default they have both forms, as before it
 * @param catchAllInbound whether the deprecated {@code POST
 *     /api/v2/conversations/messages/inbound/open} is still there; it is by default
 * @param receiptsToWebhook whether a {@code Published} receipt tells the integration that its
 *     message was accepted; none does by default
 * @param cachedMediaLifetime how long a customer's file is kept in the media cache, 3 days by
 *     default
 */
public record ConversationApiSettings(
    boolean userTokenRequired,
    boolean normalizedMessagesOnly,
    boolean catchAllInbound,
    boolean receiptsToWebhook,
    Duration cachedMediaLifetime) {
  private static final ConversationApiSettings DEFAULTS =
      new ConversationApiSettings(false, false, true, false, Duration.ofDays(3));

  /** {@inheritDoc} */
  public ConversationApiSettings {
    Objects.requireNonNull(cachedMediaLifetime, "cachedMediaLifetime");
    if (cachedMediaLifetime.isZero() || cachedMediaLifetime.isNegative()) {
      throw new IllegalArgumentException(
          "cachedMediaLifetime must be positive, was " + cachedMediaLifetime);
    }
  }

  /**
   * The settings to start from.
   *
   * @return the defaults
   */
  public static ConversationApiSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Sets whether an agent's calls need that agent's own token.
   *
   * @param value true to refuse a client's token with 403
   * @return changed settings
   */
  public ConversationApiSettings userTokenRequired(boolean value) {
    return new ConversationApiSettings(
        value, normalizedMessagesOnly, catchAllInbound, receiptsToWebhook, cachedMediaLifetime);
  }

  /**
   * Sets whether messages are read in the newest form alone.
   *
   * @param value true to leave {@code textBody} and {@code media} out of each answer
   * @return changed settings
   */
  public ConversationApiSettings normalizedMessagesOnly(boolean value) {
    return new ConversationApiSettings(
        userTokenRequired, value, catchAllInbound, receiptsToWebhook, cachedMediaLifetime);
  }

  /**
   * Sets whether the deprecated endpoint for inbound messages is there.
   *
   * @param value false to answer 404
   * @return changed settings
   */
  public ConversationApiSettings catchAllInbound(boolean value) {
    return new ConversationApiSettings(
        userTokenRequired, normalizedMessagesOnly, value, receiptsToWebhook, cachedMediaLifetime);
  }

  /**
   * Sets whether a receipt webhook follows each accepted message.
   *
   * @param value true to send {@code Published} receipts
   * @return changed settings
   */
  public ConversationApiSettings receiptsToWebhook(boolean value) {
    return new ConversationApiSettings(
        userTokenRequired, normalizedMessagesOnly, catchAllInbound, value, cachedMediaLifetime);
  }

  /**
   * Sets how long a customer's file stays in the media cache.
   *
   * @param value a positive duration by the simulator's clock
   * @return changed settings
   */
  public ConversationApiSettings cachedMediaLifetime(Duration value) {
    return new ConversationApiSettings(
        userTokenRequired, normalizedMessagesOnly, catchAllInbound, receiptsToWebhook, value);
  }
}
