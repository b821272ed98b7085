// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.caller;

import io.botflow.bridge.internal.address.AddressRanges;
import io.botflow.bridge.internal.address.Literals;
import io.botflow.connector.web.WebRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * Finds the address of the one who makes a request: the other end of the connection, or what our
 * own proxies wrote down about it.
 *
 * <p>Each proxy adds whom it saw at the end of the list, and anyone may have begun that list. So
 * only the last entries are believed, as many as there are proxies, and only over a connection from
 * a proxy.
 *
 * @param header where proxies write, or null when there is none
 * @param proxies how many stand between the caller and us
 * @param trusted the proxies' own addresses, as the host sees them
 */
public record CallerAddress(@Nullable String header, int proxies, AddressRanges trusted) {
  private static final Pattern V4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
  private static final Pattern V6_IN_BRACKETS = Pattern.compile("\\[([^\\[\\]]+)](:[0-9]{1,5})?");

  /**
   * The address of the one who made a request.
   *
   * @param request the request
   * @return the address, or empty when it cannot be told for certain
   */
  public Optional<InetAddress> of(WebRequest request) {
    Optional<InetAddress> peer = request.remoteAddress();
    if (header == null || !peer.map(trusted::contains).orElse(false)) {
      return peer;
    }
    List<String> seen = new ArrayList<>();
    request.headers(header).forEach(value -> seen.addAll(List.of(value.split(",", -1))));
    return seen.size() < proxies ? Optional.empty() : address(seen.get(seen.size() - proxies));
  }

  /** Some proxies write the port of the connection too. */
  private static Optional<InetAddress> address(String entry) {
    String text = entry.strip();
    for (Pattern form : List.of(V4_WITH_PORT, V6_IN_BRACKETS)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        text = matcher.group(1);
      }
    }
    try {
      return Optional.of(Literals.address(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
