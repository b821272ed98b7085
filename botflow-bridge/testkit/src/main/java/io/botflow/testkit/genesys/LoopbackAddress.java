// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.web.WebHandler;
import io.botflow.testkit.genesys.internal.tls.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.annotation.Nullable;

/** The port at which a simulator is reached, and the names under which it is: two under TLS. */
final class LoopbackAddress {
  // Larger than the platform's own limit, so that the platform's 413 is given.
  private static final int MAX_READ_BYTES = 8 << 20;

  private final HttpServer server;
  private final @Nullable String domain;
  private final @Nullable SelfSigned key;

  private LoopbackAddress(HttpServer server, @Nullable String domain, @Nullable SelfSigned key) {
    this.server = server;
    this.domain = domain;
    this.key = key;
  }

  /** Takes the port; nothing is answered yet. */
  static LoopbackAddress bind(int port, @Nullable String domain) {
    try {
      var address =
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      if (domain == null) {
        return new LoopbackAddress(HttpServer.create(address, 0), null, null);
      }
      SelfSigned key = SelfSigned.forHosts(List.of("api." + domain, "login." + domain));
      HttpsServer server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(key.serverContext()));
      return new LoopbackAddress(server, domain, key);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " of loopback", e);
    }
  }

  URI uri(String service) {
    int port = server.getAddress().getPort();
    return URI.create(
        domain == null
            ? "http://127.0.0.1:" + port
            : "https://" + service + "." + domain + ":" + port);
  }

  Optional<Certificate> certificate() {
    return Optional.ofNullable(key).map(Certificate::new);
  }

  /** Answers; what is uploaded may be larger than what is called. */
  void serve(WebHandler handler, Executor executor, int maxUploadBytes) {
    server.setExecutor(executor);
    server.createContext("/", JdkHttpBinding.of(handler, MAX_READ_BYTES));
    server.createContext(
        UploadTarget.PATH, JdkHttpBinding.of(handler, maxUploadBytes + MAX_READ_BYTES));
    server.start();
  }

  void close() {
    server.stop(0);
  }
}
