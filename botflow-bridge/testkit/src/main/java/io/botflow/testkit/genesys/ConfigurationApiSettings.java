// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.List;

/**
 * What the calls for the configuration do where Genesys Cloud's behaviour is not documented; each
 * default is a declared guess. Immutable.
 *
 * <pre>{@code
 * GenesysCloudSimulator.builder()
 *     .configurationApi(ConfigurationApiSettings.defaults().secretsShown(false))
 *     .start();
 * }</pre>
 *
 * @param creationDelay how long an integration that is created over the API stays {@code
 *     Initiated}, by the simulator's clock, 1 second by default; until then it has no recipient,
 *     and inbound messages to it get 404
 * @param deletionDelay how long a deleted integration is still read and listed, by the simulator's
 *     clock, zero by default (minutes are documented as possible); it takes no messages from the
 *     moment of its deletion
 * @param secretsShown whether answers about an integration carry the secret that signs its
 *     webhooks; they do by default, as in an answer that was captured
 * @param webhooksOnPort443Only whether a webhook address that the platform would never call, by
 *     another scheme than https or at another port than 443, is refused; not by default, since
 *     tests run on loopback
 * @param identitiesResolved whether a new integration resolves identities; it does by default
 * @param ipRanges the address ranges of the platform, four that are reserved for documentation by
 *     default
 */
public record ConfigurationApiSettings(
    Duration creationDelay,
    Duration deletionDelay,
    boolean secretsShown,
    boolean webhooksOnPort443Only,
    boolean identitiesResolved,
    List<IpRange> ipRanges) {
  private static final ConfigurationApiSettings DEFAULTS =
      new ConfigurationApiSettings(
          Duration.ofSeconds(1),
          Duration.ZERO,
          true,
          false,
          true,
          List.of(
              new IpRange("192.0.2.0/26", "data-actions", "us-east-1"),
              new IpRange("192.0.2.64/26", "api", "us-east-1"),
              new IpRange("198.51.100.0/24", "audiohook", "us-east-1"),
              new IpRange("203.0.113.0/24", "smtp", "us-east-1")));

  /** {@inheritDoc} */
  public ConfigurationApiSettings {
    requireNotNegative(creationDelay, "creationDelay");
    requireNotNegative(deletionDelay, "deletionDelay");
    ipRanges = List.copyOf(ipRanges);
  }

  /**
   * The settings to start from.
   *
   * @return the defaults
   */
  public static ConfigurationApiSettings defaults() {
    return DEFAULTS;
  }

  /**
   * Sets how long an integration that is created over the API stays {@code Initiated}.
   *
   * @param value zero for until it is first read
   * @return changed settings
   */
  public ConfigurationApiSettings creationDelay(Duration value) {
    return new ConfigurationApiSettings(
        value, deletionDelay, secretsShown, webhooksOnPort443Only, identitiesResolved, ipRanges);
  }

  /**
   * Sets how long a deleted integration is still read and listed.
   *
   * @param value zero for not at all
   * @return changed settings
   */
  public ConfigurationApiSettings deletionDelay(Duration value) {
    return new ConfigurationApiSettings(
        creationDelay, value, secretsShown, webhooksOnPort443Only, identitiesResolved, ipRanges);
  }

  /**
   * Sets whether answers about an integration carry its secret.
   *
   * @param value false to leave the field out
   * @return changed settings
   */
  public ConfigurationApiSettings secretsShown(boolean value) {
    return new ConfigurationApiSettings(
        creationDelay, deletionDelay, value, webhooksOnPort443Only, identitiesResolved, ipRanges);
  }

  /**
   * Sets whether webhook addresses must be https on port 443.
   *
   * @param value true to refuse others with 400
   * @return changed settings
   */
  public ConfigurationApiSettings webhooksOnPort443Only(boolean value) {
    return new ConfigurationApiSettings(
        creationDelay, deletionDelay, secretsShown, value, identitiesResolved, ipRanges);
  }

  /**
   * Sets whether a new integration resolves identities.
   *
   * @param value what its identity resolution says until it is set
   * @return changed settings
   */
  public ConfigurationApiSettings identitiesResolved(boolean value) {
    return new ConfigurationApiSettings(
        creationDelay, deletionDelay, secretsShown, webhooksOnPort443Only, value, ipRanges);
  }

  /**
   * Sets the address ranges of the platform.
   *
   * @param value the ranges
   * @return changed settings
   */
  public ConfigurationApiSettings ipRanges(List<IpRange> value) {
    return new ConfigurationApiSettings(
        creationDelay,
        deletionDelay,
        secretsShown,
        webhooksOnPort443Only,
        identitiesResolved,
        value);
  }

  private static void requireNotNegative(Duration value, String name) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, was " + value);
    }
  }
}
