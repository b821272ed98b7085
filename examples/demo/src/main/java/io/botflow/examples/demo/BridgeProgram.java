// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.Bridge;
import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.bot.BotListPublisher;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.jdbc.JdbcStore;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.bot.Bot;
import io.botflow.genesys.GenesysCloud;
import io.botflow.messenger.telegram.TelegramAdapter;
import io.botflow.messenger.telegram.TelegramAdapterBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One Telegram bot, one Genesys Cloud integration and one BotFlow bot, wired together. */
final class BridgeProgram implements AutoCloseable {
  private final GenesysCloud genesys;
  private final TelegramAdapter telegram;
  private final BridgeStore store;
  private final HttpServer server;
  private final ExecutorService serverThreads = Executors.newFixedThreadPool(16);
  private final URI publicUri;
  private final Bridge bridge;

  private BridgeProgram(Settings settings, Bot bot, BridgeListener listener) throws IOException {
    genesys =
        GenesysCloud.builder(settings.region())
            .clientCredentials(settings.clientId(), settings.clientSecret())
            .build();
    TelegramAdapterBuilder adapter = TelegramAdapter.builder(settings.telegramToken());
    if (settings.telegramApi() != null) {
      adapter.apiUri(settings.telegramApi());
    }
    telegram = adapter.build();
    Files.createDirectories(settings.data());
    store = JdbcStore.sqlite(settings.data().resolve("bridge.db"));
    server = HttpServer.create(address(settings), 0);
    publicUri = settings.publicUri() == null ? loopback(server) : settings.publicUri();
    FetchPolicy fetchPolicy =
        settings.fetchFrom() == null
            ? FetchPolicy.publicHttps()
            : FetchPolicy.publicHttps().allowing(settings.fetchFrom());
    bridge =
        Bridge.builder(genesys)
            .store(store)
            .media(MediaStore.directory(settings.data().resolve("media")))
            .publicUri(publicUri)
            .pollingRoute(
                telegram, Integration.of(settings.integrationId(), settings.webhookSecret()))
            .bot(
                bot,
                BotConnectorSettings.builder()
                    .header(settings.botHeader(), settings.botSecret())
                    .build())
            .listener(listener)
            .fetchPolicy(fetchPolicy)
            .build();
    if (settings.botConnectorId() != null) {
      BotListPublisher.publish(genesys.botConnector(settings.botConnectorId()), List.of(bot));
    }
  }

  /** Starts everything; what a crash left in the data directory goes on where it stood. */
  static BridgeProgram start(Settings settings, Bot bot, BridgeListener listener)
      throws IOException {
    BridgeProgram program = new BridgeProgram(settings, bot, listener);
    program.server.setExecutor(program.serverThreads);
    program.server.createContext("/", JdkHttpBinding.of(program.bridge.web()));
    program.server.start();
    program.bridge.start();
    return program;
  }

  /** Where Genesys Cloud reaches this program. */
  URI publicUri() {
    return publicUri;
  }

  long waiting() {
    return store.waiting();
  }

  @Override
  public void close() {
    server.stop(0);
    serverThreads.shutdown();
    bridge.close();
    telegram.close();
    store.close();
    genesys.close();
  }

  private static InetSocketAddress address(Settings settings) {
    return settings.publicUri() == null
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port())
        : new InetSocketAddress(settings.port());
  }

  private static URI loopback(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
