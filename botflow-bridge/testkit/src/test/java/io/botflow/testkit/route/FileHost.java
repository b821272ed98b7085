// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A host of files that answers errors as often as it is told to. */
final class FileHost implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

  FileHost() {
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.start();
  }

  URI origin() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Serves a file after so many answers of another status. */
  URI serve(String name, byte[] bytes, int failingStatus, int times) {
    String path = "/" + name;
    failures.put(path, new AtomicInteger(times));
    requests.put(path, new AtomicInteger());
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            requests.get(path).incrementAndGet();
            boolean fails = failures.get(path).getAndDecrement() > 0;
            exchange.sendResponseHeaders(fails ? failingStatus : 200, fails ? -1 : bytes.length);
            if (!fails) {
              exchange.getResponseBody().write(bytes);
            }
          }
        });
    return origin().resolve(path);
  }

  int requests(String name) {
    return requests.get("/" + name).get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
