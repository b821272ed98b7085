// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.internal.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.botflow.bridge.internal.address.AddressRanges;
import io.botflow.connector.web.WebRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
  private static final AddressRanges OURS = AddressRanges.of(List.of("10.0.0.0/8"));
  private static final CallerAddress DIRECT = new CallerAddress(null, 0, OURS);

  private static WebRequest request(@Nullable String peer, String... forwarded)
      throws UnknownHostException {
    WebRequest.Builder request = WebRequest.builder("POST", "/");
    for (String value : forwarded) {
      request.header("x-forwarded-for", value);
    }
    return request.remoteAddress(peer == null ? null : InetAddress.getByName(peer)).build();
  }

  private static String shown(Optional<InetAddress> address) {
    return address.map(InetAddress::getHostAddress).orElse("-");
  }

  @ParameterizedTest(name = "{1} behind {0} proxies, from {2}")
  @CsvSource(
      nullValues = "null",
      value = {
        "1, '198.51.100.1', 10.0.0.1, 198.51.100.1",
        "1, '192.0.2.1, 198.51.100.1', 10.0.0.1, 198.51.100.1",
        "1, '192.0.2.1,198.51.100.1', 10.0.0.1, 198.51.100.1",
        "2, '192.0.2.1, 198.51.100.1, 10.0.0.9', 10.0.0.1, 198.51.100.1",
        "2, '198.51.100.1', 10.0.0.1, -",
        "1, '', 10.0.0.1, -",
        "1, 'unknown', 10.0.0.1, -",
        "1, '198.51.100.1,', 10.0.0.1, -",
        "1, '198.51.100.01', 10.0.0.1, -",
        "1, 'localhost', 10.0.0.1, -",
        "1, '198.51.100.1:4711', 10.0.0.1, 198.51.100.1",
        "1, '[2001:db8::1]:4711', 10.0.0.1, 2001:db8:0:0:0:0:0:1",
        "1, '[2001:db8::1]', 10.0.0.1, 2001:db8:0:0:0:0:0:1",
        "1, '2001:db8::1', 10.0.0.1, 2001:db8:0:0:0:0:0:1",
        "1, '::ffff:198.51.100.1', 10.0.0.1, 198.51.100.1",
        // Who does not come through a proxy is known by its connection, whatever it writes.
        "1, '192.0.2.1', 203.0.113.9, 203.0.113.9",
        "1, '192.0.2.1', null, -",
      })
  void theLastEntriesAreBelievedAndOnlyOfProxies(
      int proxies, String forwarded, @Nullable String peer, String caller)
      throws UnknownHostException {
    assertEquals(
        caller,
        shown(new CallerAddress("X-Forwarded-For", proxies, OURS).of(request(peer, forwarded))));
  }

  @Test
  void aHeaderInSeveralLinesIsOneList() throws UnknownHostException {
    assertEquals(
        "198.51.100.1",
        shown(
            new CallerAddress("X-Forwarded-For", 2, OURS)
                .of(request("10.0.0.1", "192.0.2.1, 198.51.100.1", "10.0.0.9"))));
  }

  @Test
  void aProxyThatWritesNothingLeavesTheCallerUnknown() throws UnknownHostException {
    assertEquals(
        Optional.empty(), new CallerAddress("X-Forwarded-For", 1, OURS).of(request("10.0.0.1")));
  }

  @Test
  void withoutProxiesHeadersAreIgnored() throws UnknownHostException {
    assertEquals("10.0.0.1", shown(DIRECT.of(request("10.0.0.1", "192.0.2.1"))));
    assertEquals("203.0.113.9", shown(DIRECT.of(request("203.0.113.9", "192.0.2.1"))));
    assertEquals("-", shown(DIRECT.of(request(null, "192.0.2.1"))));
  }
}
