// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.bridge.media.FetchException.Reason;
import io.botflow.connector.messenger.MediaContent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to a checked address is still TLS with the host of the URL. */
class MediaFetcherTlsTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir static Path keys;
  private static KeyStore store;
  private ScriptedServer server;
  private TestNet net;

  /** An authority and two certificates by it for media.example, of which one has expired. */
  @BeforeAll
  static void makeKeys() throws Exception {
    keytool("ca", "-ext", "bc:critical=ca:true", "-validity", "30");
    keytool("good", "-signer", "ca", "-ext", "san=dns:media.example", "-validity", "30");
    keytool(
        "expired",
        "-signer",
        "ca",
        "-ext",
        "san=dns:media.example",
        "-startdate",
        "-20d",
        "-validity",
        "10");
    store = KeyStore.getInstance(keys.resolve("keys.p12").toFile(), PASSWORD);
  }

  private static void keytool(String alias, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-keystore",
                keys.resolve("keys.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "password"));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    assertEquals(0, process.exitValue(), output);
  }

  private void serving(String alias) throws Exception {
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(
        alias, store.getKey(alias, PASSWORD), PASSWORD, store.getCertificateChain(alias));
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(one, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server =
        ScriptedServer.start(
            context.getServerSocketFactory(),
            ScriptedServer.always("HTTP/1.1 200 OK\nContent-Length: 2\n\nok"));
    net =
        new TestNet(server)
            .host(TestNet.PUBLIC, server)
            .name("media.example", TestNet.PUBLIC)
            .name("other.example", TestNet.PUBLIC);
  }

  private static SSLContext trustingTheAuthority() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", store.getCertificate("ca"));
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void aFileComesOverTlsFromTheCheckedAddressUnderTheNameOfTheHost() throws Exception {
    serving("good");
    MediaFetcher fetcher = net.fetcher().sslContext(trustingTheAuthority()).build();
    try (MediaContent content = fetcher.open(URI.create("https://media.example/a.txt"))) {
      assertEquals("ok", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(List.of(TestNet.PUBLIC), net.connected);
    assertEquals(1, server.requests().size());
    assertEquals(List.of("media.example"), server.serverNames());
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    serving("good");
    refuses(net.fetcher().sslContext(trustingTheAuthority()).build(), "https://other.example/");
  }

  @Test
  void aCertificateForAHostIsRefusedForItsBareAddress() throws Exception {
    serving("good");
    refuses(
        net.fetcher().sslContext(trustingTheAuthority()).build(),
        "https://" + TestNet.PUBLIC + "/");
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    serving("expired");
    refuses(net.fetcher().sslContext(trustingTheAuthority()).build(), "https://media.example/");
  }

  @Test
  void anAuthorityThatNobodyKnowsIsRefused() throws Exception {
    serving("good");
    refuses(net.fetcher().build(), "https://media.example/");
  }

  private void refuses(MediaFetcher fetcher, String url) {
    FetchException refused =
        assertThrows(FetchException.class, () -> fetcher.open(URI.create(url)));
    assertEquals(Reason.REFUSED, refused.reason(), String.valueOf(refused.getCause()));
    assertEquals(List.of(), server.requests());
  }

  @Test
  void aHandshakeThatNobodyAnswersIsForNow() throws Exception {
    server = ScriptedServer.start(ScriptedServer.always(""));
    net = new TestNet(server).name("media.example", TestNet.PUBLIC);
    Duration day = Duration.ofDays(1);
    MediaFetcher fetcher = net.fetcher().timeouts(day, Duration.ofMillis(50), day).build();
    FetchException failure =
        assertThrows(
            FetchException.class, () -> fetcher.open(URI.create("https://media.example/")));
    assertEquals(Reason.TEMPORARY, failure.reason());
  }
}
