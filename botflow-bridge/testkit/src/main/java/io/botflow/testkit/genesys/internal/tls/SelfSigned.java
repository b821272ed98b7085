// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key with a certificate that vouches for itself, made by the JDK's own {@code keytool}: the JDK
 * has no public API that writes certificates. Immutable.
 */
public final class SelfSigned {
  private static final String ALIAS = "simulator";
  // It guards a key that lives as long as the process and is trusted by nobody else.
  private static final char[] PASSWORD = "simulator".toCharArray();
  private static final int PATIENCE_SECONDS = 60;

  private final KeyStore keys;

  private SelfSigned(KeyStore keys) {
    this.keys = keys;
  }

  /**
   * Makes a key for these host names and for loopback.
   *
   * @param hosts DNS names
   * @throws UncheckedIOException if {@code keytool} cannot be run or fails
   */
  public static SelfSigned forHosts(List<String> hosts) {
    try {
      Path directory = Files.createTempDirectory("simulator-key");
      Path file = directory.resolve("key.p12");
      try {
        keytool(file, hosts);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
          keys.load(in, PASSWORD);
        }
        return new SelfSigned(keys);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the simulator's key was not made", e);
    } catch (GeneralSecurityException e) {
      throw new UncheckedIOException("the simulator's key was not made", new IOException(e));
    }
  }

  private static void keytool(Path file, List<String> hosts) throws IOException {
    String names =
        Stream.concat(hosts.stream().map(host -> "dns:" + host), Stream.of("ip:127.0.0.1"))
            .collect(Collectors.joining(","));
    String password = new String(PASSWORD);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + hosts.get(0),
                "-ext",
                "san=" + names,
                "-ext",
                "bc:c=ca:true",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password,
                "-keypass",
                password)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("keytool did not end within " + PATIENCE_SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException("keytool ended with " + process.exitValue());
    }
  }

  /** A context for the server, which shows the certificate. */
  public SSLContext serverContext() {
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK refuses its own key", e);
    }
  }

  /** A context for a client, which trusts the certificate and nothing else. */
  public SSLContext clientContext() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trustStore());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK refuses its own certificate", e);
    }
  }

  /** A store with the certificate alone. */
  public KeyStore trustStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(ALIAS, certificate());
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK refuses its own certificate", e);
    }
  }

  /** The certificate to trust. */
  public X509Certificate certificate() {
    try {
      return (X509Certificate) Objects.requireNonNull(keys.getCertificate(ALIAS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key store is loaded", e);
    }
  }
}
