// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of the test's own that keeps what it was sent. */
final class LoopbackServer implements AutoCloseable {
  private final BlockingQueue<WebRequest> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<WebResponse> scripted = new LinkedBlockingQueue<>();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final HttpServer server;

  private LoopbackServer(WebHandler fallback) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(executor);
    server.createContext(
        "/",
        JdkHttpBinding.of(
            request -> {
              requests.add(request);
              WebResponse next = scripted.poll();
              return next == null ? fallback.handle(request) : next;
            }));
    server.start();
  }

  static LoopbackServer answering(WebHandler fallback) {
    return new LoopbackServer(fallback);
  }

  static LoopbackServer answering(int status) {
    return new LoopbackServer(request -> WebResponse.empty(status));
  }

  /** The next request gets this answer instead of the usual one. */
  LoopbackServer next(WebResponse response) {
    scripted.add(response);
    return this;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  WebRequest take() {
    try {
      WebRequest request = requests.poll(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
      if (request == null) {
        throw new AssertionError("no request came within 10 s");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int waiting() {
    return requests.size();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
