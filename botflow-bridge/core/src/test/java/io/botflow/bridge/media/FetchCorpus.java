// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import java.util.ArrayList;
import java.util.List;

/** URLs that lead, or might be read to lead, to what is not on the public Internet. */
final class FetchCorpus {
  /** One or two of each special block, the metadata services of clouds among them. */
  static final List<String> V4 =
      words(
          """
          0.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254
          168.63.129.16 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.192
          192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9
          224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
          """);

  private static final List<String> V6 =
      words(
          """
          :: ::1 0:0:0:0:0:0:0:1 ::2 fe80::1 fe80::1%25lo fec0::1 fc00::1 fd00:ec2::254
          fd20:ce::254 ff02::1 ff0e::1 2001:db8::1 2001::1 2001:1ff::1 2002::1 3fff::1 100::1
          5f00::1 4000::1 1::1 ::ffff:0:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::8.8.8.8
          2002:808:808::1
          """);

  private static final List<String> ODD =
      List.of(
          """
          http://localhost/
          http://LOCALHOST./
          http://sub.localhost/
          http://127.1/
          http://127.0.1/
          http://127/
          http://0/
          http://0x7f.1/
          http://0x7f.0x1/
          http://0177.1/
          http://0x/
          http://127.0.0.0x1/
          http://127.0.0.01/
          http://256.256.256.256/
          http://1.2.3.4.5/
          http://127.0.0.1.5/
          http://00000127.0.0.1/
          http://93.184.215.014/
          http://4294967297/
          http://user@93.184.215.14/
          http://user:pass@93.184.215.14/
          http://@93.184.215.14/
          http://127.0.0.1@93.184.215.14/
          http://93.184.215.14@127.0.0.1/
          http://93.184.215.14%40127.0.0.1/
          http://93.184.215.14%2f@127.0.0.1/
          http://93.184.215.14\\@127.0.0.1/
          http://93.184.215.14:80@127.0.0.1:80/
          http://93.184.215.14 @127.0.0.1/
          http://93.184.215.14\t/
          http://%31%32%37.0.0.1/
          http://１２７.0.0.1/
          http://①②⑦.⓪.⓪.①/
          http://127。0。0。1/
          http://ｌocalhost/
          http://loc\u00adalhost/
          http://0x7f.0.0.0x1/
          http://0x7f000001.example@127.0.0.1/
          http://0177.0.0.01/
          http://0300.0250.1.1/
          http://169.254.43518/
          http://169.16689662/
          http://0xa9fea9fe:80/
          http://[::1/
          http://[::1%lo]/
          http://[0000::1]/
          http://[::127.0.0.1]/
          http://[0:0:0:0:0:ffff:127.0.0.1]/
          http://[0:0:0:0:0:FFFF:7F00:1]/
          http://[::ffff:0:7f00:1]/
          http://[::ffff:0x7f.1]/
          http://[::ffff:127.1]/
          http://[::1]:80@93.184.215.14/
          http://[::1].93.184.215.14/
          http://[fe80::a9fe:a9fe%25eth0]/
          http://93.184.215.14:80\u0000@127.0.0.1/
          http://93.184.215.14;@127.0.0.1/
          http://93.184.215.14,127.0.0.1/
          http://user%3apass@93.184.215.14/
          http://%40127.0.0.1/
          http://:@93.184.215.14/
          http://::1/
          http://[127.0.0.1]/
          http://[::ffff:7f00:1%25eth0]/
          http://[v1.fe80::1]/
          http://[]/
          http:///x
          http:/127.0.0.1/
          http:127.0.0.1
          http:
          //127.0.0.1/
          /etc/passwd
          file:///etc/passwd
          ftp://93.184.215.14/
          gopher://127.0.0.1:70/
          jar:http://127.0.0.1!/
          dict://127.0.0.1:11211/
          ldap://127.0.0.1/
          ldaps://127.0.0.1/
          sftp://93.184.215.14/
          tftp://93.184.215.14/
          smb://93.184.215.14/share
          netdoc:///etc/passwd
          ws://127.0.0.1/
          wss://93.184.215.14/
          http+unix://%2Frun%2Fdocker.sock/
          view-source:http://127.0.0.1/
          blob:http://127.0.0.1/
          about:blank
          mailto:a@b.example
          urn:isbn:1
          data:text/plain,x
          javascript:x
          http://93.184.215.14:1/
          http://93.184.215.14:21/
          http://93.184.215.14:22/
          http://93.184.215.14:25/
          http://93.184.215.14:2375/
          http://93.184.215.14:8080/
          http://93.184.215.14:9200/
          http://93.184.215.14:11211/
          http://93.184.215.14:6379/
          http://93.184.215.14:0/
          http://93.184.215.14:65616/
          http://93.184.215.14:99999999999/
          http://93.184.215.14:-80/
          http://93.184.215.14:/
          http://93.184.215.14:80:80/
          http://a..example/
          http://-a.example/
          http://a-.example/
          http://.example/
          http://under_score.example/
          http://a*.example/
          http://a%00.example/
          http://
          """
              .split("\n", -1));

  private FetchCorpus() {}

  static List<String> urls() {
    List<String> hosts = new ArrayList<>();
    V4.forEach(v4 -> hosts.addAll(spellings(v4)));
    V6.forEach(v6 -> hosts.add("[" + v6 + "]"));
    List<String> urls = new ArrayList<>();
    hosts.forEach(host -> urls.add("http://" + host + "/photo.jpg"));
    urls.addAll(ODD);
    urls.add("http://" + "a".repeat(64) + ".example/");
    urls.add("http://" + "a.".repeat(200) + "example/");
    return urls;
  }

  /** One address in all the ways that some parser reads as it. */
  static List<String> spellings(String v4) {
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
    return List.of(
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
        "name-of-" + v4.replace('.', '-') + ".example");
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }
}
