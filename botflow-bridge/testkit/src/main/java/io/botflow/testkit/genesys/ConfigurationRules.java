// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.List;

/**
 * How the configuration of the simulated organisation behaves where Genesys Cloud's own behaviour
 * is not documented; each default is a declared guess.
 *
 * <pre>{@code
 * GenesysCloudSimulator.builder()
 *     .configuration(ConfigurationRules.builder().secretsShown(false).build())
 *     .start();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ConfigurationRules {
  private final Duration creationDelay;
  private final Duration deletionDelay;
  private final boolean secretsShown;
  private final boolean webhooksOnPort443Only;
  private final boolean identitiesResolved;
  private final List<IpRange> ipRanges;

  private ConfigurationRules(Builder builder) {
    this.creationDelay = builder.creationDelay;
    this.deletionDelay = builder.deletionDelay;
    this.secretsShown = builder.secretsShown;
    this.webhooksOnPort443Only = builder.webhooksOnPort443Only;
    this.identitiesResolved = builder.identitiesResolved;
    this.ipRanges = builder.ipRanges;
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  Duration creationDelay() {
    return creationDelay;
  }

  Duration deletionDelay() {
    return deletionDelay;
  }

  boolean secretsShown() {
    return secretsShown;
  }

  boolean webhooksOnPort443Only() {
    return webhooksOnPort443Only;
  }

  boolean identitiesResolved() {
    return identitiesResolved;
  }

  List<IpRange> ipRanges() {
    return ipRanges;
  }

  /** The rules being settled; not thread-safe. */
  public static final class Builder {
    private Duration creationDelay = Duration.ofSeconds(1);
    private Duration deletionDelay = Duration.ZERO;
    private boolean secretsShown = true;
    private boolean webhooksOnPort443Only;
    private boolean identitiesResolved = true;
    private List<IpRange> ipRanges =
        List.of(
            new IpRange("192.0.2.0/26", "data-actions", "us-east-1"),
            new IpRange("192.0.2.64/26", "api", "us-east-1"),
            new IpRange("198.51.100.0/24", "audiohook", "us-east-1"),
            new IpRange("203.0.113.0/24", "smtp", "us-east-1"));

    private Builder() {}

    /**
     * Sets how long an integration that is created over the API stays {@code Initiated}, by the
     * simulator's clock. Until then it has no recipient, and inbound messages to it get 404.
     *
     * @param value 1 second by default
     * @return this builder
     */
    public Builder creationDelay(Duration value) {
      creationDelay = notNegative(value, "creationDelay");
      return this;
    }

    /**
     * Sets how long a deleted integration is still read and listed, by the simulator's clock; it
     * takes no messages from the moment of its deletion. Minutes are documented as possible.
     *
     * @param value zero by default
     * @return this builder
     */
    public Builder deletionDelay(Duration value) {
      deletionDelay = notNegative(value, "deletionDelay");
      return this;
    }

    /**
     * Sets whether answers about an integration carry the secret that signs its webhooks.
     *
     * @param value true by default, as in an answer that was captured; false leaves the field out
     * @return this builder
     */
    public Builder secretsShown(boolean value) {
      secretsShown = value;
      return this;
    }

    /**
     * Sets whether the API refuses a webhook address that the platform would never call: another
     * scheme than https, or another port than 443.
     *
     * @param value false by default, since tests run on loopback
     * @return this builder
     */
    public Builder webhooksOnPort443Only(boolean value) {
      webhooksOnPort443Only = value;
      return this;
    }

    /**
     * Sets whether a new integration resolves identities.
     *
     * @param value true by default
     * @return this builder
     */
    public Builder identitiesResolved(boolean value) {
      identitiesResolved = value;
      return this;
    }

    /**
     * Sets the address ranges of the platform.
     *
     * @param ranges four ranges reserved for documentation by default
     * @return this builder
     */
    public Builder ipRanges(List<IpRange> ranges) {
      ipRanges = List.copyOf(ranges);
      return this;
    }

    /**
     * Settles the rules.
     *
     * @return the rules
     */
    public ConfigurationRules build() {
      return new ConfigurationRules(this);
    }

    private static Duration notNegative(Duration value, String name) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " must not be negative, was " + value);
      }
      return value;
    }
  }
}
