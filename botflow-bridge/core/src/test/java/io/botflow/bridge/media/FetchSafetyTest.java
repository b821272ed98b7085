// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.FetchException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the URL, nothing but a public address is connected to: the canary sees no one. */
class FetchSafetyTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";

  private ScriptedServer canary;
  private ScriptedServer front;
  private TestNet net;

  @BeforeEach
  void start() throws IOException {
    canary = ScriptedServer.start(ScriptedServer.always(OK));
    front = ScriptedServer.start(ScriptedServer.always(OK));
    net = new TestNet(canary).host(TestNet.PUBLIC, front);
  }

  @AfterEach
  void stop() throws IOException {
    canary.close();
    front.close();
  }

  private MediaFetcher fetcher() {
    return net.fetcher().policy(FetchPolicy.publicHttps().allowingHttp()).build();
  }

  @Test
  void theCanarySeesWhoeverComesToAnAddressThatIsPublic() throws Exception {
    net.name("elsewhere.example", "93.184.215.99");
    fetcher().open(URI.create("http://elsewhere.example/")).close();
    fetcher().open(URI.create("http://93.184.215.98/")).close();
    fetcher().open(URI.create("http://[2606:2800:21f::1]/")).close();
    assertEquals(3, canary.connections());
  }

  @Test
  void theCorpusIsLarge() {
    assertTrue(
        FetchCorpus.urls().stream().distinct().count() >= 450, "" + FetchCorpus.urls().size());
  }

  @ParameterizedTest
  @MethodSource("io.botflow.bridge.media.FetchCorpus#urls")
  void aUrlThatLeadsInsideIsRefusedBeforeAnyConnection(String url) {
    net.name("localhost", "127.0.0.1").name("sub.localhost", "127.0.0.1");
    nameAll();
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException notEvenAUrl) {
      return;
    }
    FetchException refused = assertThrows(FetchException.class, () -> fetcher().open(uri));
    assertEquals(Reason.REFUSED, refused.reason(), refused.getMessage());
    assertEquals(List.of(), net.connected);
    assertEquals(0, canary.connections() + front.connections());
  }

  private void nameAll() {
    for (String v4 : FetchCorpus.V4) {
      net.name("name-of-" + v4.replace('.', '-') + ".example", v4);
    }
  }

  @Test
  void plainHttpAndOtherPortsAreNotPartOfTheDefault() {
    MediaFetcher strict = net.fetcher().build();
    for (String url :
        new String[] {
          "http://93.184.215.14/",
          "http://93.184.215.14:443/",
          "https://93.184.215.14:8443/",
          "https://93.184.215.14:80/"
        }) {
      FetchException refused =
          assertThrows(FetchException.class, () -> strict.open(URI.create(url)));
      assertEquals(Reason.REFUSED, refused.reason());
    }
    assertEquals(List.of(), net.connected);
  }

  static Stream<String> redirectTargets() {
    return Stream.concat(
        Stream.concat(
            FetchCorpus.urls().stream()
                .filter(url -> url.contains("127") && !url.endsWith("photo.jpg")),
            Stream.of("127.0.0.1", "10.0.0.1", "169.254.169.254")
                .flatMap(v4 -> FetchCorpus.spellings(v4).stream())
                .map(host -> "http://" + host + "/latest/meta-data/")),
        Stream.of(
            "//127.0.0.1/",
            "//localhost/x",
            "http://localhost/",
            "http://[::1]/",
            "http://169.254.169.254/latest/meta-data/",
            "http://metadata.example/",
            "http://user@public.example/",
            "http://public.example:8080/",
            "https://[::ffff:a00:1]/",
            "file:///etc/passwd",
            "http://a b/",
            "://",
            "http://bad host\u0000/"));
  }

  @ParameterizedTest
  @MethodSource("redirectTargets")
  void aRedirectIsCheckedLikeTheFirstUrl(String location) throws IOException {
    String answer = "HTTP/1.1 302 Found\nLocation: " + location + "\nContent-Length: 0\n\n";
    try (ScriptedServer redirecting = ScriptedServer.start(ScriptedServer.always(answer))) {
      nameAll();
      net.host(TestNet.PUBLIC, redirecting)
          .name("public.example", TestNet.PUBLIC)
          .name("localhost", "127.0.0.1")
          .name("metadata.example", "169.254.169.254");
      FetchException refused =
          assertThrows(
              FetchException.class,
              () -> fetcher().open(URI.create("http://public.example/a.jpg")));
      assertEquals(Reason.REFUSED, refused.reason(), refused.getMessage());
      assertTrue(net.connected.stream().allMatch(TestNet.PUBLIC::equals), "" + net.connected);
      assertEquals(0, canary.connections());
    }
  }

  @Test
  void aSecondAnswerOfTheNameServerIsNeverAskedFor() throws Exception {
    net.name("rebinding.example", TestNet.PUBLIC, "127.0.0.1");
    fetcher().open(URI.create("http://rebinding.example/a.jpg")).close();
    assertEquals(List.of("rebinding.example"), net.resolved);
    assertEquals(List.of(TestNet.PUBLIC), net.connected);
    assertEquals(0, canary.connections());
  }

  @Test
  void aRedirectToTheSameNameIsLookedUpAndCheckedAgain() throws Exception {
    String again = "HTTP/1.1 307 Again\nLocation: /b.jpg\nContent-Length: 0\n\n";
    try (ScriptedServer redirecting = ScriptedServer.start(ScriptedServer.always(again))) {
      net.host(TestNet.PUBLIC, redirecting);
      net.name("rebinding.example", TestNet.PUBLIC, "127.0.0.1");
      URI url = URI.create("http://rebinding.example/a.jpg");
      FetchException refused = assertThrows(FetchException.class, () -> fetcher().open(url));
      assertEquals(Reason.REFUSED, refused.reason());
      assertEquals(1, redirecting.connections());
      assertEquals(0, canary.connections());
    }
  }

  @Test
  void ofSeveralAddressesOnlyThePublicOnesAreTried() throws Exception {
    net.name("mixed.example", "10.0.0.1,127.0.0.1,::1," + TestNet.PUBLIC);
    fetcher().open(URI.create("http://mixed.example/")).close();
    assertEquals(List.of(TestNet.PUBLIC), net.connected);
  }

  @Test
  void aTrustedOriginIsThatSchemeHostAndPortAndNoOther() throws Exception {
    FetchPolicy policy = FetchPolicy.publicHttps().allowing(URI.create("http://127.0.0.1:8081/x"));
    MediaFetcher fetcher = net.fetcher().policy(policy).build();
    fetcher.open(URI.create("http://127.0.0.1:8081/any/file.jpg")).close();
    assertEquals(1, canary.connections());
    for (String url :
        new String[] {
          "https://127.0.0.1:8081/", "http://127.0.0.1:8082/", "http://127.0.0.1/",
          "http://127.0.0.2:8081/", "http://localhost:8081/", "http://u@127.0.0.1:8081/"
        }) {
      net.name("localhost", "127.0.0.1");
      assertThrows(FetchException.class, () -> fetcher.open(URI.create(url)), url);
    }
    assertEquals(1, canary.connections());
    IllegalArgumentException bad =
        assertThrows(
            IllegalArgumentException.class, () -> policy.allowing(URI.create("ftp://a.example")));
    assertTrue(bad.getMessage().startsWith("origins"), bad.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:4700::1111",
        "3ffe:ffff::1",
        "2a00::1"
      })
  void neighboursOfTheSpecialBlocksArePublic(String address) throws Exception {
    assertTrue(PublicAddresses.contains(InetAddress.getByName(address)));
  }
}
