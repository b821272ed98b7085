// SPDX-License-Identifier: Apache-2.0
package io.botflow.genesys.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.genesys.FakeGenesys;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.GenesysCloudBuilder;
import io.botflow.genesys.Region;
import io.botflow.genesys.Threads;
import io.botflow.genesys.call.RetryPolicy;
import io.botflow.genesys.error.Delivery;
import io.botflow.genesys.error.TransportException;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.SentMessage;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a key made on the spot: the right host is trusted, others are refused unsent. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static SSLContext context;

  @BeforeAll
  static void makeKey(@TempDir Path directory) throws Exception {
    context = context(directory, "DNS:localhost");
  }

  private static Region at(String host, FakeGenesys genesys) {
    URI uri = URI.create("https://" + host + ":" + genesys.uri().getPort());
    return Region.at(uri, uri);
  }

  private static GenesysCloudBuilder connect(String host, FakeGenesys genesys) {
    return GenesysCloud.builder(at(host, genesys))
        .retries(RetryPolicy.none())
        .clientCredentials(FakeGenesys.CLIENT_ID, FakeGenesys.CLIENT_SECRET);
  }

  @Test
  void aTrustedHostIsSpokenToByManyThreadsAtOnce() throws Exception {
    try (FakeGenesys genesys = new FakeGenesys(context.getSocketFactory());
        GenesysCloud cloud = connect("localhost", genesys).httpClient(client()).build()) {
      for (Future<SentMessage> sent : Threads.together(16, () -> send(cloud))) {
        assertEquals("m-1", sent.get().id());
      }
      assertEquals(1, genesys.tokenRequests().size());
    }
  }

  @Test
  void aKeyThatIsNotTrustedIsRefusedBeforeAnythingIsSent() {
    try (FakeGenesys genesys = new FakeGenesys(context.getSocketFactory());
        GenesysCloud cloud = connect("localhost", genesys).build()) {
      assertRefused(genesys, cloud);
    }
  }

  @Test
  void aKeyForAnotherHostIsRefusedBeforeAnythingIsSent() {
    try (FakeGenesys genesys = new FakeGenesys(context.getSocketFactory());
        GenesysCloud cloud = connect("127.0.0.1", genesys).httpClient(client()).build()) {
      assertRefused(genesys, cloud);
    }
  }

  private static void assertRefused(FakeGenesys genesys, GenesysCloud cloud) {
    TransportException e = assertThrows(TransportException.class, () -> send(cloud));
    assertEquals(Delivery.NOT_SENT, e.delivery());
    assertEquals(0, genesys.tokenRequests().size());
  }

  private static SentMessage send(GenesysCloud cloud) {
    return cloud.openMessaging("i").send(InboundMessage.text(Customer.of("u"), "Hi"));
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().sslContext(context).executor(Runnable::run).build();
  }

  private static SSLContext context(Path directory, String names) throws Exception {
    Path file = directory.resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "host",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-validity",
                "2")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, keytool.exitValue(), Files.readString(directory.resolve("keytool.log")));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
