// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.event.Observers;
import io.botflow.bridge.internal.accept.GenesysWebhook;
import io.botflow.bridge.internal.accept.Intake;
import io.botflow.bridge.internal.accept.MessengerPoll;
import io.botflow.bridge.internal.accept.MessengerWebhook;
import io.botflow.bridge.internal.deliver.InboundDelivery;
import io.botflow.bridge.internal.deliver.MediaDepot;
import io.botflow.bridge.internal.deliver.OutboundDelivery;
import io.botflow.bridge.internal.deliver.ReceiptDelivery;
import io.botflow.bridge.internal.lane.LaneRun;
import io.botflow.bridge.internal.lane.LaneWorkers;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaFetcher;
import io.botflow.bridge.media.MediaHandler;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.messenger.MessengerAdapter;
import io.botflow.connector.messenger.PollingAdapter;
import io.botflow.connector.web.WebHandler;
import io.botflow.genesys.GenesysCloud;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import javax.annotation.Nullable;

/**
 * Collects the parts of a {@link Bridge}; a part that is missing or wrong is named by {@link
 * #build}. Not thread-safe.
 */
public final class BridgeBuilder {
  private static final long MAX_MEDIA_BYTES = 25L << 20;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final GenesysCloud genesys;
  private @Nullable BridgeStore store;
  private @Nullable MediaStore media;
  private @Nullable URI publicUri;
  private final Map<String, Route> routes = new LinkedHashMap<>();
  private final List<String> polled = new ArrayList<>();
  private final List<Bot> bots = new ArrayList<>();
  private @Nullable BotConnectorSettings botSettings;
  private final List<BridgeListener> listeners = new ArrayList<>();
  private RetryPolicy retries = RetryPolicy.DEFAULT;
  private FetchPolicy fetchPolicy = FetchPolicy.publicHttps();
  private int workers = 16;
  private @Nullable Executor executor;
  private Clock clock = Clock.systemUTC();

  BridgeBuilder(GenesysCloud genesys) {
    this.genesys = Objects.requireNonNull(genesys, "genesys");
  }

  /**
   * Sets where accepted messages live until they are carried. Required.
   *
   * @param store the store
   * @return this builder
   */
  public BridgeBuilder store(BridgeStore store) {
    this.store = Objects.requireNonNull(store, "store");
    return this;
  }

  /**
   * Sets where media live on their way. Required.
   *
   * @param media the store
   * @return this builder
   */
  public BridgeBuilder media(MediaStore media) {
    this.media = Objects.requireNonNull(media, "media");
    return this;
  }

  /**
   * Sets the address under which the world reaches {@link Bridge#web()}; Genesys Cloud fetches
   * media from there. Required.
   *
   * @param publicUri an absolute URL, perhaps with a path that a proxy takes away
   * @return this builder
   */
  public BridgeBuilder publicUri(URI publicUri) {
    this.publicUri = Objects.requireNonNull(publicUri, "publicUri");
    return this;
  }

  /**
   * Adds a messenger account whose updates come by webhook. At least one route is required.
   *
   * @param adapter the messenger account
   * @param integration the integration that stands for it in Genesys Cloud
   * @return this builder
   * @throws IllegalArgumentException if the account or the integration has a route already
   */
  public BridgeBuilder route(MessengerAdapter adapter, Integration integration) {
    Route route = new Route(adapter, integration);
    for (Route other : routes.values()) {
      if (other.id().equals(route.id())) {
        throw new IllegalArgumentException("integration " + route.id() + " has a route already");
      }
      if (other.adapter().messenger().equals(adapter.messenger())
          && other.adapter().account().equals(adapter.account())) {
        throw new IllegalArgumentException(
            "account " + adapter.account() + " of " + adapter.messenger() + " has a route already");
      }
    }
    routes.put(route.id(), route);
    return this;
  }

  /**
   * Adds a messenger account whose updates the bridge fetches, for hosts that the messenger cannot
   * reach.
   *
   * @param adapter the messenger account
   * @param integration the integration that stands for it in Genesys Cloud
   * @return this builder
   * @throws IllegalArgumentException if the account or the integration has a route already
   */
  public BridgeBuilder pollingRoute(PollingAdapter adapter, Integration integration) {
    route(adapter, integration);
    polled.add(integration.id());
    return this;
  }

  /**
   * Serves a bot to Genesys Cloud; several bots share the settings of the last call.
   *
   * @param bot the bot
   * @param settings paths, secrets and time budget of the endpoint
   * @return this builder
   */
  public BridgeBuilder bot(Bot bot, BotConnectorSettings settings) {
    bots.add(Objects.requireNonNull(bot, "bot"));
    botSettings = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Adds an observer.
   *
   * @param listener who is told of every message
   * @return this builder
   */
  public BridgeBuilder listener(BridgeListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets how often and how long failed attempts are repeated; {@link RetryPolicy#DEFAULT} by
   * default.
   *
   * @param retries the policy
   * @return this builder
   */
  public BridgeBuilder retries(RetryPolicy retries) {
    this.retries = Objects.requireNonNull(retries, "retries");
    return this;
  }

  /**
   * Sets from where attachments of operators and bots may be fetched; public https hosts only by
   * default.
   *
   * @param fetchPolicy the policy
   * @return this builder
   */
  public BridgeBuilder fetchPolicy(FetchPolicy fetchPolicy) {
    this.fetchPolicy = Objects.requireNonNull(fetchPolicy, "fetchPolicy");
    return this;
  }

  /**
   * Sets how many customers are served at once; 16 by default.
   *
   * @param workers the number of lanes worked on at the same time; positive
   * @return this builder
   */
  public BridgeBuilder workers(int workers) {
    if (workers <= 0) {
      throw new IllegalArgumentException("workers must be positive, was " + workers);
    }
    this.workers = workers;
    return this;
  }

  /**
   * Sets where messages are carried and bots answer, for example virtual threads; a pool of the
   * bridge's own by default. The executor is not closed with the bridge.
   *
   * @param executor runs blocking work on more than one thread
   * @return this builder
   */
  public BridgeBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Sets the clock of links, receipts and deadlines; the system's by default.
   *
   * @param clock the clock
   * @return this builder
   */
  public BridgeBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Makes the bridge; nothing runs before {@link Bridge#start}.
   *
   * @return the bridge
   * @throws IllegalStateException if a required part is missing; the message names it
   */
  public Bridge build() {
    BridgeStore entries = required(store, "store");
    MediaStore files = required(media, "media");
    URI address = required(publicUri, "publicUri");
    if (!address.isAbsolute() || address.getHost() == null) {
      throw new IllegalStateException("publicUri must be an absolute URL with a host");
    }
    if (routes.isEmpty()) {
      throw new IllegalStateException("route: the bridge needs at least one");
    }
    BridgeListener listener = new Observers(listeners);
    MediaLinks links =
        MediaLinks.builder(address, entries.shared("media-link-secret", randomSecret()))
            .clock(clock)
            .build();
    MediaDepot depot = new MediaDepot(files, links, MediaFetcher.of(fetchPolicy), MAX_MEDIA_BYTES);
    LaneRun run =
        new LaneRun(
            entries,
            Map.of(
                EntryKind.INBOUND, new InboundDelivery(routes, genesys, depot, entries),
                EntryKind.OUTBOUND, new OutboundDelivery(routes, depot, clock),
                EntryKind.RECEIPT, new ReceiptDelivery(genesys)),
            retries,
            listener,
            RandomGenerator.getDefault());
    ExecutorService own =
        executor == null ? Executors.newCachedThreadPool(new WorkerThreads()) : null;
    Executor runsOn = executor == null ? Objects.requireNonNull(own) : executor;
    LaneWorkers laneWorkers =
        new LaneWorkers(
            entries,
            run,
            runsOn,
            workers,
            new LaneWorkers.Settings(
                WorkerThreads.instanceName(), LEASE, POLL_INTERVAL, STOP_TIMEOUT));
    Intake intake = new Intake(entries, listener, laneWorkers::wake);
    BotConnectorEndpoint endpoint = endpoint(listener);
    Map<String, WebHandler> handlers = new LinkedHashMap<>(webhooks(intake));
    handlers.put("/media/", MediaHandler.of(files, links));
    if (endpoint != null) {
      handlers.putAll(endpoint.handlers());
    }
    return new Bridge(PathRouter.of(handlers), laneWorkers, polls(intake), endpoint, own);
  }

  private @Nullable BotConnectorEndpoint endpoint(BridgeListener listener) {
    if (botSettings == null) {
      return null;
    }
    BotConnectorEndpoint.Builder endpoint =
        BotConnectorEndpoint.builder(bots, botSettings).listener(listener).clock(clock);
    if (executor != null) {
      endpoint.executor(executor);
    }
    return endpoint.build();
  }

  private Map<String, WebHandler> webhooks(Intake intake) {
    Map<String, WebHandler> handlers = new LinkedHashMap<>();
    for (Route route : routes.values()) {
      handlers.put(
          "/webhooks/genesys/" + route.id(), new GenesysWebhook(route.integration(), intake));
      if (!polled.contains(route.id())) {
        handlers.put(
            "/webhooks/" + route.adapter().messenger() + "/" + route.adapter().account(),
            new MessengerWebhook(route, intake));
      }
    }
    return handlers;
  }

  private List<MessengerPoll> polls(Intake intake) {
    return polled.stream()
        .map(id -> Objects.requireNonNull(routes.get(id)))
        .map(route -> new MessengerPoll(route, (PollingAdapter) route.adapter(), intake))
        .toList();
  }

  private static <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException(name + " is required");
    }
    return part;
  }

  private static String randomSecret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
