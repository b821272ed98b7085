// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.address;

import java.net.InetAddress;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * The addresses of one family that share their first bits. An IPv4 address that is written as an
 * IPv6 one ({@code ::ffff:192.0.2.1}) counts as IPv4. Immutable.
 */
public final class AddressRange {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

  /** How many bits of IPv6 stand before an IPv4 address that is written as one. */
  private static final int MAPPED_BITS = 96;

  private final byte[] prefix;
  private final int bits;

  private AddressRange(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * Reads a range. Bits of the address behind the length are ignored.
   *
   * @param cidr an address, a slash and a number of bits, or an address alone
   * @return the range
   * @throws IllegalArgumentException if it is neither
   */
  public static AddressRange of(String cidr) {
    int slash = cidr.indexOf('/');
    String literal = slash < 0 ? cidr : cidr.substring(0, slash);
    byte[] address;
    try {
      address = Literals.address(literal).getAddress();
    } catch (IllegalArgumentException e) {
      throw refusal(cidr, e);
    }
    int all = address.length * 8;
    if (slash < 0) {
      return new AddressRange(address, all);
    }
    String length = cidr.substring(slash + 1);
    if (!LENGTH.matcher(length).matches()) {
      throw refusal(cidr, null);
    }
    boolean mapped = address.length == 4 && literal.indexOf(':') >= 0;
    int bits = Integer.parseInt(length) - (mapped ? MAPPED_BITS : 0);
    if (bits < 0 || bits > all) {
      throw refusal(cidr, null);
    }
    return new AddressRange(address, bits);
  }

  private static IllegalArgumentException refusal(String cidr, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "not an address range such as 192.0.2.0/24 or 2001:db8::/32: " + cidr, cause);
  }

  /**
   * Whether an address is one of them.
   *
   * @param address of either family
   * @return true when it is
   */
  public boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  private boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != prefix[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || (((address[whole] ^ prefix[whole]) & 0xFF) >> (8 - rest)) == 0;
  }
}
