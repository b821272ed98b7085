// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.botonly;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.examples.order.OrderBot;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves the {@link OrderBot} by both versions of the Bot Connector until the process is ended:
 * version 1 at {@code /v1/utterance}, version 2 below {@code /v2}. When it is ready it prints one
 * line of JSON: {@code port}, {@code utteranceUri} and {@code botConnectorUri}.
 */
public final class BotOnly {
  private static final int BAD_ARGUMENTS = 2;
  private static final int NOT_STARTED = 1;

  /** Fewer than the endpoint runs bots at once, so that no turn is ever refused as one too many. */
  private static final int REQUESTS_AT_ONCE = 128;

  /** How many connections may wait to be taken. */
  private static final int BACKLOG = 1024;

  private BotOnly() {}

  /**
   * Starts the program.
   *
   * @param arguments {@code --port N --header NAME=VALUE}; several headers are all required
   */
  public static void main(String[] arguments) {
    Arguments asked;
    try {
      asked = Arguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(BAD_ARGUMENTS);
      return;
    }
    tuneServer();
    try {
      System.out.println(ready(serve(asked)));
      System.out.flush();
    } catch (IOException e) {
      System.err.println("not started on port " + asked.port() + ": " + e.getMessage());
      System.exit(NOT_STARTED);
    }
  }

  private static int serve(Arguments asked) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(asked.port()), BACKLOG);
    BotConnectorEndpoint endpoint =
        BotConnectorEndpoint.builder(List.of(new OrderBot()), asked.settings()).build();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            REQUESTS_AT_ONCE, REQUESTS_AT_ONCE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    server.createContext("/", JdkHttpBinding.of(endpoint.web()));
    server.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop(1);
                  endpoint.close();
                },
                "bot-only-stop"));
    return server.getAddress().getPort();
  }

  private static String ready(int port) {
    String base = "http://127.0.0.1:" + port;
    ObjectNode line = new JsonMapper().createObjectNode();
    line.put("port", port);
    line.put("utteranceUri", base + "/v1/utterance");
    line.put("botConnectorUri", base + "/v2");
    return line.toString();
  }

  /** The JDK's server reads these when its first instance is made. */
  private static void tuneServer() {
    // Without it, JDK 17 stalls 44 ms on each POST of a kept connection.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // It would close idle connections beyond 200, and any of them after 30 s: a request that is
    // just on its way would be lost.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    // A client that never ends its request would hold a thread for good.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
  }
}
