// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge;

import io.botflow.bridge.bot.BotConnectorEndpoint;
import io.botflow.bridge.event.BridgeListener;
import io.botflow.bridge.event.Observers;
import io.botflow.bridge.internal.accept.GenesysWebhook;
import io.botflow.bridge.internal.accept.Intake;
import io.botflow.bridge.internal.accept.MessageTimes;
import io.botflow.bridge.internal.accept.MessengerPoll;
import io.botflow.bridge.internal.accept.MessengerWebhook;
import io.botflow.bridge.internal.accept.PollTurn;
import io.botflow.bridge.internal.deliver.Arrivals;
import io.botflow.bridge.internal.deliver.FileNotice;
import io.botflow.bridge.internal.deliver.FilePatience;
import io.botflow.bridge.internal.deliver.HalfSent;
import io.botflow.bridge.internal.deliver.InboundDelivery;
import io.botflow.bridge.internal.deliver.InboundMedia;
import io.botflow.bridge.internal.deliver.MediaDepot;
import io.botflow.bridge.internal.deliver.OutboundDelivery;
import io.botflow.bridge.internal.deliver.OwnMessageDelivery;
import io.botflow.bridge.internal.deliver.PartDelivery;
import io.botflow.bridge.internal.deliver.ReceiptDelivery;
import io.botflow.bridge.internal.deliver.StatusDelivery;
import io.botflow.bridge.internal.direct.DirectDelivery;
import io.botflow.bridge.internal.fetch.FetchDelivery;
import io.botflow.bridge.internal.gate.Gates;
import io.botflow.bridge.internal.gate.Meter;
import io.botflow.bridge.internal.gate.RequestLimit;
import io.botflow.bridge.internal.gate.Terms;
import io.botflow.bridge.internal.lane.LaneKeys;
import io.botflow.bridge.internal.lane.LaneRun;
import io.botflow.bridge.internal.lane.LaneWorkers;
import io.botflow.bridge.internal.offer.Offers;
import io.botflow.bridge.internal.typing.CustomerTyping;
import io.botflow.bridge.internal.typing.OperatorTyping;
import io.botflow.bridge.media.MediaFetcher;
import io.botflow.bridge.media.MediaHandler;
import io.botflow.bridge.media.MediaLinks;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.operations.Operations;
import io.botflow.bridge.route.Route;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.EntryKind;
import io.botflow.bridge.web.PathRouter;
import io.botflow.connector.message.MediaSource;
import io.botflow.connector.messenger.PollingAdapter;
import io.botflow.connector.web.WebHandler;
import io.botflow.genesys.GenesysCloud;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.Nullable;

/** Puts the parts of a bridge together, in the order in which a message meets them. Used once. */
final class BridgeAssembly {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
  private static final int CLEARED_AT_ONCE = 200;
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final BridgeBuilder parts;
  private final RequestLimit requestLimit;
  private final GenesysCloud genesys;
  private final BridgeStore store;
  private final MediaStore files;
  private final URI publicUri;
  private final BridgeListener listener;
  private final Meter genesysMeter;
  private final Gates gates;
  private final @Nullable ExecutorService ownExecutor;
  private final Executor executor;
  // A bot on a worker's thread could wait for itself, should the workers' executor be full.
  private final ExecutorService sideThreads = Executors.newCachedThreadPool(new WorkerThreads());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new WorkerThreads());
  private final OperatorTyping operatorTyping = new OperatorTyping(timer, sideThreads);
  private final CustomerTyping customerTyping;
  // Bots that say something later wake the workers, which are made after those who ask bots.
  private final AtomicReference<Runnable> wake = new AtomicReference<>();

  BridgeAssembly(BridgeBuilder parts) {
    this.parts = parts;
    this.requestLimit = new RequestLimit(parts.requestsPerMinute);
    // The lanes repeat and pace by themselves: a call that did so too would hold its lane up. What
    // bots say after their turns is in no lane: there the client's own rules hold.
    this.genesys = parts.genesys.direct(requestLimit);
    this.store = BridgeBuilder.required(parts.store, "store");
    MediaStore media = BridgeBuilder.required(parts.media, "media");
    this.files = parts.mediaScanner == null ? media : media.scannedBy(parts.mediaScanner);
    this.publicUri = BridgeBuilder.required(parts.publicUri, "publicUri");
    this.listener = new Observers(parts.listeners);
    this.genesysMeter =
        Meter.of(store.pacing(), "genesys", requestLimit::messages, System::nanoTime);
    this.gates = gates();
    this.customerTyping =
        parts.customerTyping
            ? CustomerTyping.of(
                genesys, sideThreads, genesysMeter.sharing(requestLimit::typing)::spare)
            : CustomerTyping.none();
    this.ownExecutor =
        parts.executor == null ? Executors.newCachedThreadPool(new WorkerThreads()) : null;
    this.executor = parts.executor == null ? Objects.requireNonNull(ownExecutor) : parts.executor;
  }

  Bridge bridge() {
    MediaLinks links =
        MediaLinks.builder(publicUri, store.shared("media-link-secret", randomSecret()))
            .lifetime(parts.mediaLinkLifetime)
            .clock(parts.clock)
            .build();
    MediaDepot depot =
        new MediaDepot(
            files,
            links,
            MediaFetcher.of(parts.fetchPolicy),
            parts.maxMediaBytes,
            new FilePatience(store.notes(), parts.fileGiveUpAfter, parts.clock));
    LaneWorkers workers = workers(depot);
    wake.set(workers::wake);
    Intake intake = new Intake(store, listener, workers::wake);
    BotConnectorEndpoint endpoint = endpoint(depot);
    Map<String, WebHandler> handlers = new LinkedHashMap<>(webhooks(intake));
    add(handlers, Map.of("/media/", MediaHandler.of(files, links)));
    add(handlers, endpoint == null ? Map.of() : endpoint.handlers());
    WebHandler web =
        PathRouter.of(
            handlers, request -> intake.refuse("an unknown path", 404, "nothing is served there"));
    return new Bridge(
        web,
        workers,
        polls(intake),
        endpoint,
        List.of(
            new Sweep("media", parts.mediaRetention, files::removeOlderThan),
            new Sweep(
                "journal",
                parts.journalRetention,
                age -> store.journal().clear(age, CLEARED_AT_ONCE))),
        new Supervision(store, Operations.of(store, workers::wake), gates, sideThreads),
        ownExecutors());
  }

  private static void add(Map<String, WebHandler> handlers, Map<String, WebHandler> more) {
    more.forEach(
        (path, handler) -> {
          if (handlers.putIfAbsent(path, handler) != null) {
            throw new IllegalStateException("two handlers want the path " + path);
          }
        });
  }

  private Map<String, WebHandler> webhooks(Intake intake) {
    Map<String, WebHandler> handlers = new LinkedHashMap<>();
    for (Route route : parts.routes.values()) {
      handlers.put(
          "/webhooks/genesys/" + route.id(), new GenesysWebhook(route, intake, operatorTyping));
      if (!parts.polled.contains(route.id())) {
        handlers.put(
            "/webhooks/" + route.adapter().messenger() + "/" + route.adapter().account(),
            new MessengerWebhook(route, intake, customerTyping, new MessageTimes(parts.clock)));
      }
    }
    return handlers;
  }

  private List<MessengerPoll> polls(Intake intake) {
    return parts.polled.stream()
        .map(id -> Objects.requireNonNull(parts.routes.get(id)))
        .map(route -> poll(route, (PollingAdapter) route.adapter(), intake))
        .toList();
  }

  private MessengerPoll poll(Route route, PollingAdapter adapter, Intake intake) {
    String source = adapter.messenger() + ":" + adapter.account();
    PollTurn turn = new PollTurn(store.notes(), source, UUID.randomUUID().toString());
    long every = PollTurn.RENEWAL.toMillis();
    var unused = timer.scheduleAtFixedRate(turn::renew, every, every, TimeUnit.MILLISECONDS);
    return new MessengerPoll(
        route, adapter, intake, customerTyping, turn, new MessageTimes(parts.clock));
  }

  private LaneWorkers workers(MediaDepot depot) {
    Offers offers = new Offers(store.notes(), parts.clock);
    Arrivals arrivals = new Arrivals(store.notes());
    PartDelivery toMessengers =
        new PartDelivery(depot, parts.retries, offers, arrivals, new HalfSent(store.notes()));
    InboundMedia media = new InboundMedia(depot);
    FileNotice notice = new FileNotice(parts.fileNotice, parts.messageNotice, parts.clock);
    DirectDelivery inbound =
        new DirectDelivery(
            parts.routes,
            parts.directBots,
            new InboundDelivery(
                parts.routes, genesys, media, store, offers, parts.inboundPolicy, notice),
            new DirectDelivery.Surroundings(
                genesys,
                store,
                media,
                offers,
                parts.inboundPolicy,
                notice,
                sideThreads,
                listener,
                () -> Objects.requireNonNull(wake.get()).run(),
                parts.clock));
    LaneRun run =
        new LaneRun(
            store,
            Map.of(
                EntryKind.INBOUND, inbound,
                EntryKind.HAND_OVER, inbound.handOvers(),
                EntryKind.OUTBOUND,
                    new OutboundDelivery(parts.routes, toMessengers, operatorTyping, parts.clock),
                EntryKind.OWN_MESSAGE, new OwnMessageDelivery(parts.routes, toMessengers),
                EntryKind.STATUS, new StatusDelivery(store, arrivals),
                EntryKind.RECEIPT, new ReceiptDelivery(genesys),
                EntryKind.FETCH,
                    new FetchDelivery(parts.routes, depot, parts.retries.giveUpAfter())),
            parts.albumWait,
            parts.retries,
            listener,
            new Random());
    return new LaneWorkers(
        store,
        run,
        gates,
        executor,
        parts.workers,
        new LaneWorkers.Settings(WorkerThreads.instanceName(), LEASE, POLL_INTERVAL, STOP_TIMEOUT));
  }

  /** All integrations share the limit of the one OAuth client. */
  private Gates gates() {
    Terms messages = new Terms(genesysMeter, true);
    // Customers who talk to the bridge's own bot do not wait for Genesys Cloud.
    Terms besidesBots = new Terms(genesysMeter, false);
    Terms receipts = new Terms(genesysMeter.sharing(requestLimit::receipts), true);
    Map<String, Terms> terms = new HashMap<>();
    for (String route : parts.routes.keySet()) {
      boolean direct = parts.directBots.containsKey(route);
      terms.put(LaneKeys.target(EntryKind.INBOUND, route), direct ? besidesBots : messages);
      terms.put(LaneKeys.target(EntryKind.RECEIPT, route), receipts);
    }
    // One far side that is slow leaves workers for the others.
    int maxRunning = Math.max(1, parts.workers * 3 / 4);
    return new Gates(
        maxRunning,
        target -> terms.getOrDefault(target, Terms.UNCOUNTED),
        listener,
        new Random(),
        System::nanoTime);
  }

  private @Nullable BotConnectorEndpoint endpoint(MediaDepot depot) {
    if (parts.botSettings == null) {
      return null;
    }
    return BotConnectorEndpoint.builder(parts.bots, parts.botSettings)
        .listener(listener)
        .clock(parts.clock)
        .notes(store.notes())
        .outgoing(parts.genesys.digitalBotConnector())
        .mediaLinks(
            media ->
                media.source() instanceof MediaSource.MessengerFile
                    ? Optional.empty()
                    : Optional.of(depot.link(media)))
        .build();
  }

  private List<ExecutorService> ownExecutors() {
    return ownExecutor == null
        ? List.of(timer, sideThreads)
        : List.of(timer, sideThreads, ownExecutor);
  }

  private static String randomSecret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
