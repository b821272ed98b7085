// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * Which URLs that someone else wrote may be fetched, so that nobody reaches the inside of the
 * network through the bridge.
 *
 * <p>{@link #publicHttps()} is the default: https on port 443 at addresses of the public Internet.
 * Loopback, private, link-local, carrier-shared, multicast, documentation and cloud metadata
 * addresses are refused, and so are IPv6 addresses that carry an IPv4 address inside, ambiguous
 * spellings of addresses, and URLs with a user name. The other methods return a policy that allows
 * more. Immutable and safe for concurrent use.
 */
public final class FetchPolicy {
  private static final FetchPolicy PUBLIC_HTTPS =
      new FetchPolicy(false, Set.of(443), Set.of(), null);

  private final boolean http;
  private final Set<Integer> ports;
  private final Set<String> trustedOrigins;
  private final @Nullable InetSocketAddress proxy;

  private FetchPolicy(
      boolean http,
      Set<Integer> ports,
      Set<String> trustedOrigins,
      @Nullable InetSocketAddress proxy) {
    this.http = http;
    this.ports = Set.copyOf(ports);
    this.trustedOrigins = Set.copyOf(trustedOrigins);
    this.proxy = proxy;
  }

  /**
   * The default policy.
   *
   * @return https on port 443 at public addresses
   */
  public static FetchPolicy publicHttps() {
    return PUBLIC_HTTPS;
  }

  /**
   * Allows plain http on port 80 too.
   *
   * @return a wider policy
   */
  public FetchPolicy allowingHttp() {
    return new FetchPolicy(true, plus(ports, Set.of(80)), trustedOrigins, proxy);
  }

  /**
   * Allows more ports at public addresses.
   *
   * @param more the ports
   * @return a wider policy
   */
  public FetchPolicy allowingPorts(int... more) {
    Set<Integer> added = Arrays.stream(more).boxed().collect(Collectors.toSet());
    return new FetchPolicy(http, plus(ports, added), trustedOrigins, proxy);
  }

  /**
   * Trusts origins whatever their scheme, port and address, for example a file server in the own
   * network or a simulator on loopback. A redirect from there to elsewhere is checked like any URL.
   *
   * @param origins their URLs; only scheme, host and port count
   * @return a wider policy
   * @throws IllegalArgumentException if one is no web address
   */
  public FetchPolicy allowing(URI... origins) {
    Set<String> added = new TreeSet<>();
    for (URI origin : origins) {
      try {
        added.add(FetchTarget.parse(origin).origin());
      } catch (FetchException e) {
        throw new IllegalArgumentException("origins: " + e.getMessage(), e);
      }
    }
    return new FetchPolicy(http, ports, plus(trustedOrigins, added), proxy);
  }

  /**
   * Connects through a proxy. The bridge still looks hosts up and checks their addresses by itself,
   * and asks the proxy by {@code CONNECT} for a checked address, never for a name. Trusted origins
   * are connected to directly. The proxy is given no credentials.
   *
   * @param proxy where it is; a name is looked up for each connection
   * @return the same policy, by another way
   */
  public FetchPolicy through(InetSocketAddress proxy) {
    return new FetchPolicy(http, ports, trustedOrigins, Objects.requireNonNull(proxy, "proxy"));
  }

  /** Takes a URL apart if it may be fetched as far as the URL alone tells. */
  FetchTarget check(URI url) throws FetchException {
    FetchTarget target = FetchTarget.parse(url);
    if (isTrusted(target)) {
      return target;
    }
    if (!target.tls() && !http) {
      throw FetchException.refused(target.host(), "only https is allowed");
    }
    if (!ports.contains(target.port())) {
      throw FetchException.refused(target.host(), "its port is not allowed");
    }
    return target;
  }

  /** Those addresses of a host that may be connected to; never empty. */
  List<InetAddress> admit(FetchTarget target, List<InetAddress> addresses) throws FetchException {
    if (isTrusted(target)) {
      return addresses;
    }
    List<InetAddress> admitted = addresses.stream().filter(PublicAddresses::contains).toList();
    if (admitted.isEmpty()) {
      throw FetchException.refused(target.host(), "its address is not public");
    }
    return admitted;
  }

  /** The proxy to ask for a connection; null when it is to be direct. */
  @Nullable
  InetSocketAddress proxyTo(FetchTarget target) {
    return isTrusted(target) ? null : proxy;
  }

  private boolean isTrusted(FetchTarget target) {
    return trustedOrigins.contains(target.origin());
  }

  private static <T> Set<T> plus(Set<T> some, Set<T> more) {
    Set<T> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  /** Shows what is allowed. */
  @Override
  public String toString() {
    return "FetchPolicy[http="
        + http
        + ", ports="
        + ports
        + ", trusted="
        + trustedOrigins
        + (proxy == null ? "]" : ", proxy=" + proxy + "]");
  }
}
