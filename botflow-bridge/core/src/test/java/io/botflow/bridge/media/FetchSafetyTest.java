// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.bridge.media.FetchException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
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

  static List<String> corpus() {
    List<String> hosts = new ArrayList<>();
    for (String v4 : NOT_PUBLIC_V4) {
      String[] part = v4.split("\\.", -1);
      long number = 0;
      StringBuilder octal = new StringBuilder();
      for (String octet : part) {
        number = number << 8 | Integer.parseInt(octet);
        octal
            .append(octal.isEmpty() ? "0" : ".0")
            .append(Integer.toOctalString(Integer.parseInt(octet)));
      }
      String words = "%x:%x".formatted(number >> 16, number & 0xFFFF);
      hosts.addAll(
          List.of(
              v4,
              v4 + ".",
              Long.toString(number),
              "0x" + Long.toHexString(number),
              "0" + Long.toOctalString(number),
              octal.toString(),
              "[::ffff:" + v4 + "]",
              "[::ffff:" + words + "]",
              "[::" + v4 + "]",
              "[2002:" + words + "::1]",
              "[64:ff9b::" + v4 + "]",
              "[64:ff9b:1::" + words + "]",
              "[2001:0:" + words + "::1]",
              "[2606:2800::5efe:" + words + "]",
              "name-of-" + v4.replace('.', '-') + ".example"));
    }
    NOT_PUBLIC_V6.forEach(v6 -> hosts.add("[" + v6 + "]"));
    List<String> urls = new ArrayList<>();
    hosts.forEach(host -> urls.add("http://" + host + "/photo.jpg"));
    urls.addAll(ODD_URLS);
    return urls;
  }

  private static final List<String> NOT_PUBLIC_V4 =
      List.of(
          "0.0.0.0",
          "10.0.0.1",
          "10.255.255.255",
          "100.64.0.1",
          "100.100.100.200",
          "127.0.0.1",
          "127.255.255.254",
          "168.63.129.16",
          "169.254.169.254",
          "169.254.170.2",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.192",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.1.1",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.7",
          "203.0.113.9",
          "224.0.0.1",
          "239.255.255.250",
          "240.0.0.1",
          "255.255.255.255");

  private static final List<String> NOT_PUBLIC_V6 =
      List.of(
          "::",
          "::1",
          "0:0:0:0:0:0:0:1",
          "::2",
          "fe80::1",
          "fe80::1%25lo",
          "fec0::1",
          "fc00::1",
          "fd00:ec2::254",
          "fd20:ce::254",
          "ff02::1",
          "ff0e::1",
          "2001:db8::1",
          "2001::1",
          "2001:1ff::1",
          "2002::1",
          "3fff::1",
          "100::1",
          "5f00::1",
          "4000::1",
          "1::1",
          "::ffff:0:127.0.0.1",
          "::ffff:8.8.8.8",
          "64:ff9b::8.8.8.8",
          "2002:808:808::1");

  private static final List<String> ODD_URLS =
      List.of(
          "http://localhost/",
          "http://LOCALHOST./",
          "http://sub.localhost/",
          "http://127.1/",
          "http://127.0.1/",
          "http://127/",
          "http://0/",
          "http://0x7f.1/",
          "http://0x7f.0x1/",
          "http://0177.1/",
          "http://0x/",
          "http://127.0.0.0x1/",
          "http://127.0.0.01/",
          "http://256.256.256.256/",
          "http://1.2.3.4.5/",
          "http://127.0.0.1.5/",
          "http://00000127.0.0.1/",
          "http://93.184.215.014/",
          "http://4294967297/",
          "http://user@93.184.215.14/",
          "http://user:pass@93.184.215.14/",
          "http://@93.184.215.14/",
          "http://127.0.0.1@93.184.215.14/",
          "http://93.184.215.14@127.0.0.1/",
          "http://93.184.215.14%40127.0.0.1/",
          "http://93.184.215.14%2f@127.0.0.1/",
          "http://93.184.215.14\\@127.0.0.1/",
          "http://93.184.215.14:80@127.0.0.1:80/",
          "http://93.184.215.14 @127.0.0.1/",
          "http://93.184.215.14\t/",
          "http://%31%32%37.0.0.1/",
          "http://１２７.0.0.1/",
          "http://①②⑦.⓪.⓪.①/",
          "http://127。0。0。1/",
          "http://ｌocalhost/",
          "http://loc\u00adalhost/",
          "http://[::1/",
          "http://::1/",
          "http://[127.0.0.1]/",
          "http://[::ffff:7f00:1%25eth0]/",
          "http://[v1.fe80::1]/",
          "http://[]/",
          "http:///x",
          "http:/127.0.0.1/",
          "http:127.0.0.1",
          "http:",
          "http://",
          "//127.0.0.1/",
          "/etc/passwd",
          "",
          "file:///etc/passwd",
          "ftp://93.184.215.14/",
          "gopher://127.0.0.1:70/",
          "jar:http://127.0.0.1!/",
          "dict://127.0.0.1:11211/",
          "ldap://127.0.0.1/",
          "data:text/plain,x",
          "javascript:x",
          "http://93.184.215.14:22/",
          "http://93.184.215.14:6379/",
          "http://93.184.215.14:0/",
          "http://93.184.215.14:65616/",
          "http://93.184.215.14:99999999999/",
          "http://93.184.215.14:-80/",
          "http://93.184.215.14:/",
          "http://93.184.215.14:80:80/",
          "http://a..example/",
          "http://-a.example/",
          "http://a-.example/",
          "http://.example/",
          "http://under_score.example/",
          "http://a*.example/",
          "http://a%00.example/",
          "http://" + "a".repeat(64) + ".example/",
          "http://" + "a.".repeat(200) + "example/");

  @Test
  void theCorpusIsLarge() {
    assertTrue(corpus().stream().distinct().count() >= 400, "" + corpus().size());
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void aUrlThatLeadsInsideIsRefusedBeforeAnyConnection(String url) {
    net.name("localhost", "127.0.0.1").name("sub.localhost", "127.0.0.1");
    for (String v4 : NOT_PUBLIC_V4) {
      net.name("name-of-" + v4.replace('.', '-') + ".example", v4);
    }
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

  @Test
  void plainHttpAndOtherPortsAreNotPartOfTheDefault() {
    MediaFetcher strict = net.fetcher().build();
    for (String url :
        new String[] {
          "http://93.184.215.14/", "https://93.184.215.14:8443/", "https://93.184.215.14:80/"
        }) {
      FetchException refused =
          assertThrows(FetchException.class, () -> strict.open(URI.create(url)));
      assertEquals(Reason.REFUSED, refused.reason());
    }
    assertEquals(List.of(), net.connected);
  }

  static Stream<String> redirectTargets() {
    return Stream.concat(
        corpus().stream().filter(url -> url.contains("127") && !url.endsWith("photo.jpg")),
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
