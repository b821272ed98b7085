// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** IP addresses in text, in their one strict form each. */
public final class Literals {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9A-Fa-f]*");

  private Literals() {}

  /**
   * Whether a text is four decimal numbers, none with a zero before it.
   *
   * @param host the text
   * @return true when it is an IPv4 address
   */
  public static boolean isV4(String host) {
    return V4.matcher(host).matches();
  }

  /**
   * Whether some parser somewhere would read the host as an IPv4 address: decimal, octal, hex,
   * short. They differ in what they make of it, so what is not strict is nothing.
   *
   * @param host the text
   * @return true when it may be meant so
   */
  public static boolean looksLikeV4(String host) {
    return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
  }

  /**
   * Reads a strict literal without asking a name server.
   *
   * @param literal an IPv4 or IPv6 address
   * @return the address; that of IPv4 when it is one written as IPv6
   * @throws IllegalArgumentException if it is neither
   */
  public static InetAddress address(String literal) {
    if (!isV4(literal) && !V6.matcher(literal).matches()) {
      throw new IllegalArgumentException("not an address");
    }
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address", e);
    }
  }
}
