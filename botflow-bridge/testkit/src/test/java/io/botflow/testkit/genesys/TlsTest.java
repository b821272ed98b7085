// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static GenesysCloudSimulator genesys;

  @BeforeAll
  static void start() {
    genesys = GenesysCloudSimulator.builder().tls("genesys.test").start();
  }

  @AfterAll
  static void stop() {
    genesys.close();
  }

  @Test
  void theAddressesNameTheTwoHostsOfTheDomain() {
    int port = genesys.apiUri().getPort();
    assertEquals(URI.create("https://api.genesys.test:" + port), genesys.apiUri());
    assertEquals(URI.create("https://login.genesys.test:" + port), genesys.loginUri());
  }

  @Test
  void aClientThatTrustsTheCertificateIsServed() throws Exception {
    HttpClient trusting =
        HttpClient.newBuilder()
            .sslContext(genesys.certificate().orElseThrow().sslContext())
            .build();
    HttpResponse<String> answer =
        trusting.send(request(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("authentication.required"), answer.body());
  }

  @Test
  void anyOtherClientRefusesIt() {
    HttpClient suspicious = HttpClient.newHttpClient();
    assertThrows(
        SSLException.class,
        () -> suspicious.send(request(), HttpResponse.BodyHandlers.discarding()));
  }

  @Test
  void theCertificateIsForBothHostsAndLoopback() throws Exception {
    Collection<List<?>> names =
        genesys.certificate().orElseThrow().x509().getSubjectAlternativeNames();
    assertEquals(
        List.of("api.genesys.test", "login.genesys.test", "127.0.0.1"),
        names.stream().map(name -> name.get(1)).collect(Collectors.toList()));
  }

  @Test
  void theCertificateIsExportedAsPemAndAsATrustStore(@TempDir Path directory) throws Exception {
    Certificate certificate = genesys.certificate().orElseThrow();
    InputStream pem = new ByteArrayInputStream(certificate.pem().getBytes(StandardCharsets.UTF_8));
    assertEquals(
        certificate.x509(), CertificateFactory.getInstance("X.509").generateCertificate(pem));

    Path file = directory.resolve("trust.p12");
    certificate.writeTrustStore(file, "a-password");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, "a-password".toCharArray());
    }
    assertEquals(1, store.size());
    String alias = store.aliases().nextElement();
    assertTrue(store.isCertificateEntry(alias), "the key itself must not be exported");
    assertEquals(certificate.x509(), store.getCertificate(alias));
  }

  @Test
  void withoutTlsThereIsNoCertificate() {
    try (GenesysCloudSimulator plain = GenesysCloudSimulator.builder().start()) {
      assertTrue(plain.certificate().isEmpty());
      assertEquals("http", plain.apiUri().getScheme());
    }
  }

  private static HttpRequest request() throws IOException {
    return HttpRequest.newBuilder(
            URI.create("https://127.0.0.1:" + genesys.apiUri().getPort() + "/api/v2/any"))
        .build();
  }
}
