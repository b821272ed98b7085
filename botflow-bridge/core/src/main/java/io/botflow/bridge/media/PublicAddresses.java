// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

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
  private static final List<Block> SPECIAL_V4 =
      blocks(
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

  private static final Block GLOBAL_V6 = Block.of("2000::/3");
  private static final List<Block> SPECIAL_V6 =
      blocks(
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return SPECIAL_V4.stream().noneMatch(block -> block.contains(bytes));
    }
    return GLOBAL_V6.contains(bytes)
        && SPECIAL_V6.stream().noneMatch(block -> block.contains(bytes))
        && !isTunnelToV4(bytes);
  }

  /** ISATAP puts an IPv4 address behind a fixed half of the interface identifier. */
  private static boolean isTunnelToV4(byte[] v6) {
    return (v6[8] & 0xFD) == 0 && v6[9] == 0 && v6[10] == 0x5E && (v6[11] & 0xFF) == 0xFE;
  }

  private static List<Block> blocks(String... texts) {
    return List.of(texts).stream().map(Block::of).toList();
  }

  /** The addresses that share their first bits. */
  private static final class Block {
    private final byte[] prefix;
    private final int bits;

    private Block(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    static Block of(String text) {
      String[] parts = text.split("/", -1);
      return new Block(Literals.address(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
