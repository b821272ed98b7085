// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import io.botflow.bridge.Bridge;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.messenger.telegram.TelegramAdapter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A bridge on a database that may be shared, in a process of its own that can be killed. */
final class BridgeProcess implements AutoCloseable {
  /** In place of a schema: has the bridge acknowledge what it has not stored. */
  static final String HASTY = "hasty";

  private final Process process;
  private final BufferedReader output;
  private final URI uri;

  private BridgeProcess(Process process) throws IOException {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = output.readLine();
    if (port == null) {
      throw new IOException("The bridge did not start");
    }
    this.uri = URI.create("http://127.0.0.1:" + port);
  }

  /** Starts a bridge and waits until it serves. */
  static BridgeProcess start(Settings settings) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        Stream.concat(
                Stream.of(
                    java.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m",
                    "-Dsun.net.httpserver.nodelay=true",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                    "-cp",
                    classPath,
                    BridgeProcess.class.getName()),
                settings.arguments().stream())
            .toList();
    return new BridgeProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * What a bridge has to know.
   *
   * @param api where the simulated Genesys Cloud is
   * @param login where its tokens are
   * @param clientId of its OAuth client
   * @param clientSecret of its OAuth client
   * @param integration the integration's id
   * @param webhookSecret of the integration
   * @param telegram where the simulated Telegram is
   * @param token of the bot
   * @param telegramSecret of the bot's webhook
   * @param database the URL of a PostgreSQL database, or the path of an SQLite file
   * @param schema where the tables are, in PostgreSQL
   * @param media a directory
   * @param publicUri where the world reaches the bridges
   */
  record Settings(
      URI api,
      URI login,
      String clientId,
      String clientSecret,
      String integration,
      String webhookSecret,
      URI telegram,
      String token,
      String telegramSecret,
      String database,
      String schema,
      Path media,
      URI publicUri) {
    List<String> arguments() {
      return Stream.of(
              api,
              login,
              clientId,
              clientSecret,
              integration,
              webhookSecret,
              telegram,
              token,
              telegramSecret,
              database,
              schema,
              media,
              publicUri)
          .map(Object::toString)
          .toList();
    }

    static Settings of(String... arguments) {
      return new Settings(
          URI.create(arguments[0]),
          URI.create(arguments[1]),
          arguments[2],
          arguments[3],
          arguments[4],
          arguments[5],
          URI.create(arguments[6]),
          arguments[7],
          arguments[8],
          arguments[9],
          arguments[10],
          Path.of(arguments[11]),
          URI.create(arguments[12]));
    }
  }

  URI uri() {
    return uri;
  }

  long pid() {
    return process.pid();
  }

  /** Kills the process, which has no time for anything, and waits until it is gone. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    output.close();
  }

  private static BridgeStore store(Settings settings) {
    if (settings.database().startsWith("jdbc:")) {
      HikariDataSource pool = PostgresServer.pool(settings.database(), "postgres", 6);
      return JdbcStore.postgresBuilder(pool).schema(settings.schema()).build();
    }
    BridgeStore sound = JdbcStore.sqlite(Path.of(settings.database()));
    return settings.schema().equals(HASTY) ? new HastyStore(sound).store() : sound;
  }

  /** Runs in the process until it is killed. */
  public static void main(String[] args) throws IOException {
    Settings settings = Settings.of(args);
    TelegramAdapter telegram =
        TelegramAdapter.builder(settings.token())
            .apiUri(settings.telegram())
            .webhookSecret(settings.telegramSecret())
            .build();
    Bridge bridge =
        Bridge.builder(
                GenesysCloud.builder(Region.at(settings.api(), settings.login()))
                    .clientCredentials(settings.clientId(), settings.clientSecret())
                    .build())
            .store(store(settings))
            .media(MediaStore.directory(settings.media()))
            .publicUri(settings.publicUri())
            .route(telegram, Integration.of(settings.integration(), settings.webhookSecret()))
            .build();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", JdkHttpBinding.of(bridge.web()));
    server.start();
    bridge.start();
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(server.getAddress().getPort());
  }
}
