// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.tls.SelfSigned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/**
 * The certificate of a simulator under TLS, in the forms in which clients want to be told to trust
 * it. The key behind it is made at each start and never leaves the process. Immutable.
 */
public final class Certificate {
  private static final int PEM_LINE = 64;

  private final SelfSigned key;

  Certificate(SelfSigned key) {
    this.key = key;
  }

  /**
   * The certificate itself.
   *
   * @return the certificate, self-signed
   */
  public X509Certificate x509() {
    return key.certificate();
  }

  /**
   * A context that trusts this certificate and no other.
   *
   * @return for {@code HttpClient.Builder.sslContext}
   */
  public SSLContext sslContext() {
    return key.clientContext();
  }

  /**
   * The certificate as text.
   *
   * @return PEM
   */
  public String pem() {
    try {
      byte[] encoded = x509().getEncoded();
      String lines =
          Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
              .encodeToString(encoded);
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of the JDK is encoded", e);
    }
  }

  /**
   * Writes a trust store for {@code -Djavax.net.ssl.trustStore}, which holds this certificate
   * alone.
   *
   * @param file where to; replaced if it exists
   * @param password the store's password
   * @throws IOException if the file cannot be written
   */
  public void writeTrustStore(Path file, String password) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      key.trustStore().store(out, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("the trust store was not written", e);
    }
  }

  /** The names it is for. */
  @Override
  public String toString() {
    return "Certificate[" + x509().getSubjectX500Principal().getName() + "]";
  }
}
