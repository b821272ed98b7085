// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Hands webhooks to several bridges in turn, and answers 502 when the one whose turn it is died.
 */
final class Balancer implements AutoCloseable {
  private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade");

  private volatile List<URI> targets = List.of();
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;

  Balancer() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  void add(URI target) {
    targets = Stream.concat(targets.stream(), Stream.of(target)).toList();
  }

  /** Forgets all others. */
  void only(URI target) {
    targets = List.of(target);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(forward(exchange), -1);
    }
  }

  private int forward(HttpExchange exchange) {
    List<URI> now = targets;
    URI target = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  values.stream()
                      .filter(value -> !OWN.contains(name.toLowerCase(Locale.ROOT)))
                      .forEach(value -> request.header(name, value)));
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 502;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 503;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
