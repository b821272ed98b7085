// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.botflow.connector.web.ResponseBody;
import io.botflow.connector.web.WebHandler;
import io.botflow.connector.web.WebRequest;
import io.botflow.connector.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link WebHandler} as a handler of the JDK's own HTTP server.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
 * server.setExecutor(Executors.newFixedThreadPool(8));
 * server.createContext("/", JdkHttpBinding.of(bridge.web()));
 * server.start();
 * }</pre>
 *
 * <p>A body above the limit is answered 413 before it is read to its end; an exception of the
 * handler becomes an empty 500. On JDK 17 that server stalls about 44 ms when it answers a
 * keep-alive POST with a body, unless the application starts with {@code
 * -Dsun.net.httpserver.nodelay=true}; webhooks are answered without a body and are not affected.
 * Thread-safe.
 */
public final class JdkHttpBinding implements HttpHandler {
  /** The default limit of a request body: 1 MiB. */
  public static final int DEFAULT_MAX_BODY_BYTES = 1 << 20;

  private static final Logger log = LoggerFactory.getLogger(JdkHttpBinding.class);

  private final WebHandler handler;
  private final int maxBodyBytes;

  private JdkHttpBinding(WebHandler handler, int maxBodyBytes) {
    this.handler = Objects.requireNonNull(handler, "handler");
    if (maxBodyBytes <= 0) {
      throw new IllegalArgumentException("maxBodyBytes must be positive, was " + maxBodyBytes);
    }
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * Binds a handler with the default body limit.
   *
   * @param handler what answers the requests
   * @return a handler for {@code HttpServer.createContext}
   */
  public static JdkHttpBinding of(WebHandler handler) {
    return new JdkHttpBinding(handler, DEFAULT_MAX_BODY_BYTES);
  }

  /**
   * Binds a handler with a body limit of its own.
   *
   * @param handler what answers the requests
   * @param maxBodyBytes the largest body accepted, in bytes
   * @return a handler for {@code HttpServer.createContext}
   */
  public static JdkHttpBinding of(WebHandler handler, int maxBodyBytes) {
    return new JdkHttpBinding(handler, maxBodyBytes);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body;
      boolean tooLarge;
      try (InputStream in = exchange.getRequestBody()) {
        body = in.readNBytes(maxBodyBytes);
        tooLarge = body.length == maxBodyBytes && in.read() >= 0;
      }
      WebResponse response = tooLarge ? tooLarge(exchange) : answer(exchange, body);
      write(exchange, response);
    }
  }

  private WebResponse tooLarge(HttpExchange exchange) {
    log.warn(
        "{} {} refused with 413: the body has more than {} bytes",
        exchange.getRequestMethod(),
        place(exchange),
        maxBodyBytes);
    return WebResponse.empty(413);
  }

  private WebResponse answer(HttpExchange exchange, byte[] body) {
    WebRequest.Builder request =
        WebRequest.builder(exchange.getRequestMethod(), exchange.getRequestURI().toASCIIString())
            .remoteAddress(exchange.getRemoteAddress().getAddress())
            .body(body);
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    try {
      return handler.handle(request.build());
    } catch (RuntimeException e) {
      log.error("{} {} failed", exchange.getRequestMethod(), place(exchange), e);
      return WebResponse.empty(500);
    }
  }

  private static void write(HttpExchange exchange, WebResponse response) throws IOException {
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    ResponseBody body = response.body();
    boolean head = exchange.getRequestMethod().equalsIgnoreCase("HEAD");
    if (body == null || head || body.length() == 0) {
      if (head && body != null) {
        exchange.getResponseHeaders().set("Content-Length", Long.toString(body.length()));
      }
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), body.length());
    body.writeTo(exchange.getResponseBody());
  }

  /** The beginning of the path: the rest of a media link is a key to the file. */
  private static String place(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    int second = path == null ? -1 : path.indexOf('/', 1);
    return second < 0 ? String.valueOf(path) : path.substring(0, second) + "/…";
  }
}
