// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.internal.accept.MessengerPoll;
import io.botflow.bridge.internal.lane.LaneWorkers;
import io.botflow.bridge.operations.Health;
import io.botflow.bridge.operations.Operations;
import io.botflow.connector.web.WebHandler;
import io.botflow.genesys.GenesysCloud;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;

/**
 * The bridge between messengers and Genesys Cloud: carries every message both ways, in order for
 * each customer, and loses none that it has accepted.
 *
 * <pre>{@code
 * try (var genesys = GenesysCloud.builder(Region.EU_CENTRAL_1).clientCredentials(id, secret).build();
 *     var store = JdbcStore.sqlite(Path.of("bridge.db"));
 *     var telegram = TelegramAdapter.builder(token).build();
 *     var bridge = Bridge.builder(genesys)
 *         .store(store)
 *         .media(MediaStore.directory(Path.of("media")))
 *         .publicUri(URI.create("https://bridge.example.com"))
 *         .pollingRoute(telegram, Integration.of(integrationId, webhookSecret))
 *         .bot(bot, BotConnectorSettings.builder().header("X-Bot-Secret", botSecret).build())
 *         .build()) {
 *   bridge.start();
 *   HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
 *   server.setExecutor(Executors.newFixedThreadPool(16));
 *   server.createContext("/", JdkHttpBinding.of(bridge.web()));
 *   server.start();
 *   stopped.await();
 *   server.stop(1);
 * }
 * }</pre>
 *
 * <p>The bridge closes neither the client nor the store nor the adapters: whoever made them does,
 * after the bridge. Thread-safe.
 */
public final class Bridge implements AutoCloseable {
  private final AtomicBoolean started = new AtomicBoolean();
  private final WebHandler web;
  private final LaneWorkers workers;
  private final List<MessengerPoll> polls;
  private final @Nullable BotConnectorEndpoint endpoint;
  private final List<Sweep> sweeps;
  private final Supervision supervision;
  private final List<ExecutorService> ownExecutors;

  Bridge(
      WebHandler web,
      LaneWorkers workers,
      List<MessengerPoll> polls,
      @Nullable BotConnectorEndpoint endpoint,
      List<Sweep> sweeps,
      Supervision supervision,
      List<ExecutorService> ownExecutors) {
    this.web = web;
    this.workers = workers;
    this.polls = List.copyOf(polls);
    this.endpoint = endpoint;
    this.sweeps = List.copyOf(sweeps);
    this.supervision = supervision;
    this.ownExecutors = List.copyOf(ownExecutors);
  }

  /**
   * Starts a bridge.
   *
   * @param genesys the client of the organisation whose integrations are bridged
   * @return a builder
   */
  public static BridgeBuilder builder(GenesysCloud genesys) {
    return new BridgeBuilder(genesys);
  }

  /**
   * Starts carrying: what was accepted before a crash goes on where it stood.
   *
   * @throws IllegalStateException if the bridge was started before
   */
  public void start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("the bridge was started before");
    }
    workers.start();
    polls.forEach(MessengerPoll::start);
    sweeps.forEach(Sweep::start);
    supervision.started();
  }

  /**
   * Everything the bridge serves, for any HTTP server to host: the webhooks of Genesys Cloud at
   * {@code /webhooks/genesys/<integration id>}, those of messengers at {@code
   * /webhooks/<messenger>/<account>}, media under {@code /media/}, and the bot at the paths of its
   * settings. It may serve before {@link #start}: what it accepts waits.
   *
   * @return the handler; the same on each call
   */
  public WebHandler web() {
    return web;
  }

  /**
   * The journal and the dead letters of this bridge's store.
   *
   * @return the operations; the same on each call
   */
  public Operations operations() {
    return supervision.operations();
  }

  /**
   * How the bridge is at this moment, for probes and people: cheap enough to be asked every few
   * seconds.
   *
   * @return its health; never throws
   */
  public Health health() {
    return supervision.health();
  }

  /**
   * Stops polling and carrying, and waits up to ten seconds for what is under way. What is accepted
   * stays in the store and is carried after the next start. Close the HTTP server first.
   */
  @Override
  public void close() {
    supervision.stopped();
    sweeps.forEach(Sweep::close);
    polls.forEach(MessengerPoll::close);
    workers.close();
    if (endpoint != null) {
      endpoint.close();
    }
    ownExecutors.forEach(ExecutorService::shutdown);
  }
}
