// SPDX-License-Identifier: Apache-2.0
package io.botflow.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.store.Notes;
import io.botflow.bridge.store.jdbc.JdbcStore;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.bot.BotDescription;
import io.botflow.connector.bot.BotVersion;
import io.botflow.connector.bot.Intent;
import io.botflow.connector.bot.Reply;
import io.botflow.connector.bot.Turn;
import io.botflow.connector.message.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One server with three ways to the same wait: the bot endpoint that remembers in memory, the same
 * with a store of SQLite, and a bare handler. Any line asks for the CPU time that it used so far.
 */
public final class BotServerProcess {
  /** Where the endpoint that remembers in memory is. */
  public static final String MEMORY = "/memory";

  /** Where the endpoint with a store is. */
  public static final String STORE = "/store";

  /** Where the bare handler is. */
  public static final String BARE = "/bare";

  static final String BOT_ID = "slow-bot";
  static final String SECRET_NAME = "X-Bot-Secret";
  static final String SECRET = "benchmark";

  /** A session variable, which Genesys Cloud sends with the first turn only. */
  static final String VARIABLE = "customer";

  private static final int THREADS = 128;
  private static final long WAIT_MILLIS = 50;
  private static final byte[] BARE_ANSWER =
      ("{\"botState\":\"MoreData\",\"replyMessages\":[{\"type\":\"Text\",\"text\":\""
              + "x".repeat(120)
              + "\"}]}")
          .getBytes(StandardCharsets.UTF_8);

  private BotServerProcess() {}

  /** Takes the store's file; runs until its input ends. */
  public static void main(String[] args) throws IOException {
    // Or JDK 17 holds each answer back for 44 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // A connection that it closes for being idle fails the request that meets it.
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    try (JdbcStore store = JdbcStore.sqlite(Path.of(args[0]));
        BotConnectorEndpoint memory = endpoint(MEMORY, Notes.inMemory(Clock.systemUTC()));
        BotConnectorEndpoint stored = endpoint(STORE, store.notes())) {
      server.createContext(MEMORY, JdkHttpBinding.of(PathRouter.of(memory.handlers())));
      server.createContext(STORE, JdkHttpBinding.of(PathRouter.of(stored.handlers())));
      server.createContext(BARE, BotServerProcess::bare);
      server.start();
      BufferedReader questions =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      do {
        new Figures(Map.of("port", (long) server.getAddress().getPort(), "cpu", cpu())).tell();
      } while (questions.readLine() != null);
    }
    System.exit(0);
  }

  private static BotConnectorEndpoint endpoint(String path, Notes notes) {
    BotConnectorSettings settings =
        BotConnectorSettings.builder()
            .header(SECRET_NAME, SECRET)
            .v1Path(path + "/v1")
            .v2Path(path)
            // These conversations do not come over a bridge, so there is no file to wait for.
            .customerFileWait(Duration.ZERO)
            .build();
    return BotConnectorEndpoint.builder(List.of(new SlowBot()), settings).notes(notes).build();
  }

  private static void bare(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      pause();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, BARE_ANSWER.length);
      exchange.getResponseBody().write(BARE_ANSWER);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long cpu() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      return system.getProcessCpuTime();
    }
    throw new IllegalStateException("this JVM does not tell its CPU time");
  }

  /** What the slow bot says in a turn: whose it is, by the request and by what was remembered. */
  static String answer(String session, String conversation, String variable, String text) {
    return session + " " + conversation + " " + variable + " " + text;
  }

  private static final class SlowBot implements Bot {
    @Override
    public BotDescription describe() {
      return new BotDescription(
          BOT_ID,
          "Slow bot",
          "BotFlow",
          "Answers after a while",
          List.of(new BotVersion("1", List.of("en-us"), List.of(Intent.of("done")))));
    }

    @Override
    public Reply answer(Turn turn) {
      pause();
      return Reply.awaitMore(
          new Text(
              BotServerProcess.answer(
                  turn.sessionId(),
                  turn.conversationId(),
                  String.valueOf(turn.variables().get(VARIABLE)),
                  turn.text())));
    }
  }
}
