// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.bridge.internal.address.Literals;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * A URL taken apart strictly: what it names is connected to, and nothing that another parser might
 * have read in it.
 *
 * @param tls whether the scheme is https
 * @param host the host in lower case, without brackets and final dot
 * @param literal the address when the host is one
 * @param port the port, the scheme's own when none was given
 * @param pathAndQuery what to ask the host for, in ASCII
 */
record FetchTarget(
    boolean tls, String host, @Nullable InetAddress literal, int port, String pathAndQuery) {

  private static final int MAX_HOST_LENGTH = 253;
  private static final int MAX_PATH_LENGTH = 8192;
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)\\]|([A-Za-z0-9.-]+))(?::([0-9]{1,5}))?");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

  static FetchTarget parse(URI url) throws FetchException {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String shown = url.getHost() == null ? "an unreadable host" : url.getHost();
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw FetchException.refused(shown, "only web addresses are fetched");
    }
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    if (authority.indexOf('@') >= 0) {
      throw FetchException.refused(shown, "its URL carries a user name");
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      throw FetchException.refused(shown, "its host name is not plain");
    }
    boolean tls = scheme.equals("https");
    int port = parts.group(3) == null ? (tls ? 443 : 80) : Integer.parseInt(parts.group(3));
    if (port < 1 || port > 65_535) {
      throw FetchException.refused(shown, "its port is out of range");
    }
    String path = pathAndQuery(url, shown);
    if (parts.group(1) != null) {
      String v6 = parts.group(1).toLowerCase(Locale.ROOT);
      return new FetchTarget(tls, v6, v6Address(v6, shown), port, path);
    }
    String host = hostName(parts.group(2), shown);
    InetAddress literal = Literals.isV4(host) ? Literals.address(host) : null;
    return new FetchTarget(tls, host, literal, port, path);
  }

  private static InetAddress v6Address(String text, String shown) throws FetchException {
    InetAddress address;
    try {
      address = Literals.address(text);
    } catch (IllegalArgumentException e) {
      throw FetchException.refused(shown, "its address is malformed", e);
    }
    if (address instanceof Inet4Address) {
      throw FetchException.refused(shown, "its address hides another in it");
    }
    return address;
  }

  private static String hostName(String text, String shown) throws FetchException {
    String host = text.toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (host.length() > MAX_HOST_LENGTH) {
      throw FetchException.refused("an overlong host", "its host name is too long");
    }
    for (String label : host.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        throw FetchException.refused(shown, "its host name is not plain");
      }
    }
    if (Literals.looksLikeV4(host) && !Literals.isV4(host)) {
      throw FetchException.refused(shown, "its address is spelled in an ambiguous way");
    }
    return host;
  }

  private static String pathAndQuery(URI url, String shown) throws FetchException {
    URI ascii = URI.create(url.toASCIIString());
    String path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    String whole = ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    if (whole.length() > MAX_PATH_LENGTH || !VISIBLE_ASCII.matcher(whole).matches()) {
      throw FetchException.refused(shown, "its path is too long or malformed");
    }
    return whole;
  }

  /** What may be trusted as one: scheme, host and port. */
  String origin() {
    return (tls ? "https://" : "http://") + authority(port);
  }

  /** The value of the {@code Host} header. */
  String hostHeader() {
    return port == (tls ? 443 : 80) ? bracketed() : authority(port);
  }

  private String authority(int shownPort) {
    return bracketed() + ":" + shownPort;
  }

  private String bracketed() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  /** Shows the host only. */
  @Override
  public String toString() {
    return host;
  }
}
