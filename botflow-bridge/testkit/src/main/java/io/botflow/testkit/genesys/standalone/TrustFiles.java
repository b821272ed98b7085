// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys.standalone;

import io.botflow.testkit.genesys.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a client needs to reach the simulator under TLS, as files that last as long as the process.
 *
 * @param pem the certificate as PEM
 * @param trustStore a PKCS 12 store with the certificate alone
 * @param hosts a file for {@code -Djdk.net.hosts.file} that maps both host names to loopback
 */
record TrustFiles(Path pem, Path trustStore, Path hosts) {
  static final String PASSWORD = "simulator";

  static TrustFiles write(Certificate certificate, String domain) throws IOException {
    Path directory = Files.createTempDirectory("genesys-cloud-simulator");
    directory.toFile().deleteOnExit();
    TrustFiles files =
        new TrustFiles(
            directory.resolve("certificate.pem"),
            directory.resolve("trust.p12"),
            directory.resolve("hosts"));
    Files.writeString(files.pem(), certificate.pem());
    certificate.writeTrustStore(files.trustStore(), PASSWORD);
    Files.writeString(files.hosts(), "127.0.0.1 api." + domain + " login." + domain + "\n");
    files.pem().toFile().deleteOnExit();
    files.trustStore().toFile().deleteOnExit();
    files.hosts().toFile().deleteOnExit();
    return files;
  }
}
