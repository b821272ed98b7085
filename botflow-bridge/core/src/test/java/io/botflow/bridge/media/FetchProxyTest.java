// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.FetchException.Reason;
import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy is asked for addresses that were checked here, and for nothing else. */
class FetchProxyTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";

  private ScriptedServer host;

  @BeforeEach
  void start() throws IOException {
    host = ScriptedServer.start(ScriptedServer.always(OK));
  }

  @AfterEach
  void stop() throws IOException {
    host.close();
  }

  private static MediaFetcher fetcher(TunnelProxy proxy, FetchPolicy policy) {
    return MediaFetcher.builder()
        .policy(policy.through(proxy.address()))
        .resolver(
            name ->
                List.of(
                    InetAddress.getByName(
                        name.startsWith("inside") ? "10.0.0.7" : "93.184.215.14")))
        .build();
  }

  @Test
  void theProxyIsAskedForTheCheckedAddressAndTheHostForTheFile() throws Exception {
    try (TunnelProxy proxy = TunnelProxy.start(host, "HTTP/1.1 200 Connection established");
        MediaContent content =
            fetcher(proxy, FetchPolicy.publicHttps().allowingHttp())
                .open(URI.create("http://files.example/a.txt"))) {
      assertEquals("ok", new String(content.stream().readAllBytes(), StandardCharsets.US_ASCII));
      assertEquals(
          List.of("CONNECT 93.184.215.14:80 HTTP/1.1\r\nHost: 93.184.215.14:80\r\n\r\n"),
          proxy.asked);
      assertTrue(
          host.requests().get(0).startsWith("GET /a.txt HTTP/1.1\r\nHost: files.example\r\n"));
    }
  }

  @Test
  void whatLeadsInsideIsRefusedBeforeTheProxyHearsOfIt() throws Exception {
    try (TunnelProxy proxy = TunnelProxy.start(host, "HTTP/1.1 200 OK")) {
      MediaFetcher fetcher = fetcher(proxy, FetchPolicy.publicHttps().allowingHttp());
      for (String url : List.of("http://inside.example/", "http://127.0.0.1/", "http://[::1]/")) {
        FetchException refused =
            assertThrows(FetchException.class, () -> fetcher.open(URI.create(url)), url);
        assertEquals(Reason.REFUSED, refused.reason());
      }
      assertEquals(List.of(), proxy.asked);
    }
  }

  @Test
  void aProxyThatRefusesOrIsAwayIsForNow() throws Exception {
    for (String answer :
        List.of("HTTP/1.1 403 Forbidden", "HTTP/1.1 407 Who are you", "nonsense")) {
      try (TunnelProxy proxy = TunnelProxy.start(host, answer)) {
        assertTemporary(fetcher(proxy, FetchPolicy.publicHttps()));
      }
    }
    TunnelProxy gone = TunnelProxy.start(host, "HTTP/1.1 200 OK");
    gone.close();
    assertTemporary(fetcher(gone, FetchPolicy.publicHttps()));
    assertEquals(List.of(), host.requests());
  }

  private static void assertTemporary(MediaFetcher fetcher) {
    FetchException failure =
        assertThrows(
            FetchException.class, () -> fetcher.open(URI.create("https://files.example/")));
    assertEquals(Reason.TEMPORARY, failure.reason());
  }

  @Test
  void aTrustedOriginIsReachedDirectly() throws Exception {
    InetSocketAddress address = host.address();
    URI origin = URI.create("http://127.0.0.1:" + address.getPort());
    try (TunnelProxy proxy = TunnelProxy.start(host, "HTTP/1.1 200 OK")) {
      fetcher(proxy, FetchPolicy.publicHttps().allowing(origin)).open(origin.resolve("/a")).close();
      assertEquals(List.of(), proxy.asked);
      assertEquals(1, host.connections());
    }
  }
}
