// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

  @ParameterizedTest(name = "{0} has {1}: {2}")
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0, true",
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.1.255, false",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.99/24, 192.0.2.1, true",
    "34.200.73.250/32, 34.200.73.250, true",
    "34.200.73.250/32, 34.200.73.251, false",
    "34.200.73.250, 34.200.73.250, true",
    "34.200.73.250, 34.200.73.249, false",
    "10.0.0.0/9, 10.127.255.255, true",
    "10.0.0.0/9, 10.128.0.0, false",
    "128.0.0.0/1, 255.255.255.255, true",
    "128.0.0.0/1, 127.255.255.255, false",
    "0.0.0.0/0, 203.0.113.7, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 203.0.113.7, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1, true",
    "2001:db8::1/128, 2001:db8::2, false",
    "2001:db8::/35, 2001:db8:1fff::, true",
    "2001:db8::/35, 2001:db8:2000::, false",
    "::ffff:192.0.2.0/120, 192.0.2.7, true",
    "::ffff:192.0.2.0/120, 192.0.3.7, false",
    "::ffff:192.0.2.7, 192.0.2.7, true",
    "192.0.2.0/24, ::ffff:192.0.2.7, true",
    "192.0.2.0/24, ::192.0.2.7, false",
  })
  void aRangeHasTheAddressesThatShareItsFirstBits(String range, String address, boolean inside)
      throws UnknownHostException {
    assertEquals(inside, AddressRanges.of(List.of(range)).contains(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "192.0.2.0/",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/+8",
        "192.0.2.0/ 8",
        "192.0.2.0/24/8",
        "192.0.2.0/99999999999",
        "192.0.2/24",
        "192.0.2.0.0/24",
        "192.0.2.256",
        "192.0.2.010",
        "2001:db8::/129",
        "2001:db8:::/32",
        "::ffff:192.0.2.0/95",
        "::ffff:192.0.2.0/129",
        "localhost",
        "example.com/24"
      })
  void whatIsNoRangeIsRefusedAndNamed(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
    assertTrue(String.valueOf(refused.getMessage()).endsWith(": " + text), refused.getMessage());
  }

  @Test
  void anyOneOfSeveralRangesIsEnough() throws UnknownHostException {
    AddressRanges ranges = AddressRanges.of(List.of("192.0.2.0/24", "2001:db8::/32"));
    assertTrue(ranges.contains(InetAddress.getByName("192.0.2.1")));
    assertTrue(ranges.contains(InetAddress.getByName("2001:db8::1")));
    assertFalse(ranges.contains(InetAddress.getByName("198.51.100.1")));
    assertFalse(AddressRanges.of(List.of()).contains(InetAddress.getByName("192.0.2.1")));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16})
  void rangesAgreeWithArithmetic(int length) throws UnknownHostException {
    Random random = new Random(length);
    for (int round = 0; round < 20_000; round++) {
      int bits = random.nextInt(length * 8 + 1);
      byte[] prefix = new byte[length];
      random.nextBytes(prefix);
      byte[] address = prefix.clone();
      int bit = random.nextInt(length * 8);
      address[bit / 8] ^= (byte) (0x80 >> (bit % 8));
      String range = InetAddress.getByAddress(prefix).getHostAddress() + "/" + bits;
      int shift = length * 8 - bits;
      boolean same =
          new BigInteger(1, prefix)
              .shiftRight(shift)
              .equals(new BigInteger(1, address).shiftRight(shift));
      assertEquals(same, AddressRange.of(range).contains(InetAddress.getByAddress(address)), range);
    }
  }
}
