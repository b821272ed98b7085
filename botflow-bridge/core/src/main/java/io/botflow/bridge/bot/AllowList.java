// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.bot;

import io.botflow.bridge.internal.address.AddressRanges;
import io.botflow.bridge.internal.caller.CallerAddress;
import io.botflow.genesys.configuration.Configuration;
import io.botflow.genesys.configuration.IpRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * The addresses from which an endpoint takes requests, beside the secret headers that each request
 * must carry all the same. Immutable; an endpoint that is built with it begins to read the list.
 *
 * <pre>{@code
 * AllowList allowList =
 *     AllowList.builder()
 *         .genesysCloud(genesys.configuration())
 *         .forwardedBy("X-Forwarded-For", 1)
 *         .build();
 * }</pre>
 *
 * <p>Everyone else is answered 403. While the list of Genesys Cloud was not read yet, requests with
 * the right secrets are answered 503, which version 2 repeats, and others 403; from then on the
 * last list that was read is used until another one is, however long that takes.
 */
public final class AllowList {
  /** How {@code GET /api/v2/ipranges} names the addresses from which bots are called. */
  private static final String SERVICE = "bot-connector";

  private final AddressRanges fixed;
  @Nullable private final Configuration listing;
  private final Duration refreshInterval;
  private final CallerAddress caller;

  private AllowList(Builder builder) {
    this.fixed = AddressRanges.of(builder.ranges);
    this.listing = builder.listing;
    this.refreshInterval = builder.refreshInterval;
    this.caller =
        new CallerAddress(
            builder.header,
            builder.proxies,
            AddressRanges.of(
                builder.trustedProxies.isEmpty() ? Builder.OWN_NETWORKS : builder.trustedProxies));
  }

  /**
   * Starts a list; {@link Builder#genesysCloud} or {@link Builder#ranges} is required.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  AddressRanges fixed() {
    return fixed;
  }

  Optional<Supplier<List<String>>> listing() {
    return Optional.ofNullable(listing)
        .map(
            configuration ->
                () ->
                    configuration.ipRanges(SERVICE).stream()
                        .map(IpRange::cidr)
                        .filter(Objects::nonNull)
                        .toList());
  }

  Duration refreshInterval() {
    return refreshInterval;
  }

  CallerAddress caller() {
    return caller;
  }

  @Override
  public String toString() {
    return (listing == null ? "" : SERVICE + " of Genesys Cloud and ")
        + fixed.size()
        + " ranges, behind "
        + caller.proxies()
        + " proxies";
  }

  /** Collects an {@link AllowList}; not thread-safe. */
  public static final class Builder {
    /** Loopback, private networks, and what carriers and links keep for themselves. */
    private static final List<String> OWN_NETWORKS =
        List.of(
            "127.0.0.0/8",
            "::1",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "fc00::/7",
            "fe80::/10");

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
    private static final Pattern HEADER_NAME = Pattern.compile("[0-9A-Za-z_-]+");

    private final List<String> ranges = new ArrayList<>();
    private final List<String> trustedProxies = new ArrayList<>();
    @Nullable private Configuration listing;
    @Nullable private String header;
    private int proxies;
    private Duration refreshInterval = Duration.ofHours(1);

    private Builder() {}

    /**
     * Lets in the addresses that Genesys Cloud lists for the service {@code bot-connector}, in all
     * regions. The call needs no permission, and is made on a thread of the endpoint's own.
     *
     * @param configuration of the organisation, as {@code GenesysCloud} gives it
     * @return this builder
     */
    public Builder genesysCloud(Configuration configuration) {
      this.listing = Objects.requireNonNull(configuration, "configuration");
      return this;
    }

    /**
     * Lets in further addresses, for example of a monitor, or the known ones of Genesys Cloud so
     * that it need not be asked before the first request.
     *
     * @param cidrs ranges such as {@code 192.0.2.0/24} or {@code 2001:db8::/32}, or addresses
     * @return this builder
     * @throws IllegalArgumentException if one cannot be read
     */
    public Builder ranges(String... cidrs) {
      add("ranges", ranges, cidrs);
      return this;
    }

    /**
     * Says that reverse proxies stand before the host's server, each of which adds the address that
     * it was called from at the end of a header. Default: none, and what headers say is ignored.
     *
     * <p>Counted from the end of the list, so that what a caller wrote itself is never believed;
     * with fewer entries than proxies a request is refused. The header is read only when the
     * connection comes from one of {@link #trustedProxies}.
     *
     * @param header {@code X-Forwarded-For}, or another one in the same form; not {@code Forwarded}
     * @param proxies how many proxies a request passes, one or more
     * @return this builder
     * @throws IllegalArgumentException if the header has another form or the number is not positive
     */
    public Builder forwardedBy(String header, int proxies) {
      if (!HEADER_NAME.matcher(header).matches() || header.equalsIgnoreCase("Forwarded")) {
        throw new IllegalArgumentException(
            "forwardedBy: the header must hold nothing but addresses, as X-Forwarded-For does, was "
                + header);
      }
      if (proxies < 1) {
        throw new IllegalArgumentException("forwardedBy: proxies must be positive, was " + proxies);
      }
      this.header = header;
      this.proxies = proxies;
      return this;
    }

    /**
     * Names the addresses from which the proxies call the host's server. Default: loopback, private
     * and link-local networks.
     *
     * @param cidrs ranges or addresses
     * @return this builder
     * @throws IllegalArgumentException if one cannot be read
     */
    public Builder trustedProxies(String... cidrs) {
      add("trustedProxies", trustedProxies, cidrs);
      return this;
    }

    /**
     * Sets how often the list of Genesys Cloud is read again. After a failure that is tried sooner:
     * after a second at first, then after twice as long each time.
     *
     * @param interval an hour by default; a second to 7 days
     * @return this builder
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public Builder refreshInterval(Duration interval) {
      if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
        throw new IllegalArgumentException(
            "refreshInterval must be 1 s to 7 days, was " + interval);
      }
      this.refreshInterval = interval;
      return this;
    }

    /**
     * Makes the list. Nothing is read yet.
     *
     * @return the list
     * @throws IllegalArgumentException if it could never let anyone in, or names proxies without a
     *     header
     */
    public AllowList build() {
      if (listing == null && ranges.isEmpty()) {
        throw new IllegalArgumentException(
            "genesysCloud or ranges must be set, or nobody would ever be let in");
      }
      if (header == null && !trustedProxies.isEmpty()) {
        throw new IllegalArgumentException(
            "trustedProxies are of no use without forwardedBy, which names their header");
      }
      return new AllowList(this);
    }

    private static void add(String setting, List<String> known, String... cidrs) {
      try {
        AddressRanges.of(List.of(cidrs));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
      }
      known.addAll(List.of(cidrs));
    }
  }
}
