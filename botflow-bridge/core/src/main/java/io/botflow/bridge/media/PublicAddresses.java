// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import io.botflow.bridge.internal.address.AddressRange;
import io.botflow.bridge.internal.address.AddressRanges;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public Internet from all others, by IANA's special-purpose registries.
 *
 * <p>For IPv6 only global unicast (2000::/3) counts, less the blocks in it that are special or that
 * carry an IPv4 address inside. That leaves out mapped, compatible, translated (NAT64), unique
 * local, link-local and multicast addresses without naming them.
 */
final class PublicAddresses {
  private static final AddressRanges SPECIAL_V4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers; a metadata service of one cloud
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // Azure's platform address, public in form only
          "169.254.0.0/16", // link-local; the metadata service of most clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; a metadata service of one cloud
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays for 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");
  private static final AddressRanges SPECIAL_V6 =
      ranges(
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    if (address instanceof Inet4Address) {
      return !SPECIAL_V4.contains(address);
    }
    return GLOBAL_V6.contains(address)
        && !SPECIAL_V6.contains(address)
        && !isTunnelToV4(address.getAddress());
  }

  /** ISATAP puts an IPv4 address behind a fixed half of the interface identifier. */
  private static boolean isTunnelToV4(byte[] v6) {
    return (v6[8] & 0xFD) == 0 && v6[9] == 0 && v6[10] == 0x5E && (v6[11] & 0xFF) == 0xFE;
  }

  private static AddressRanges ranges(String... texts) {
    return AddressRanges.of(List.of(texts));
  }
}
