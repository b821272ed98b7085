// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.web.JdkHttpBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.annotation.Nullable;

/**
 * A Telegram on loopback: one bot's Bot API over real HTTP, and customers who talk to the bot.
 *
 * <pre>{@code
 * try (TelegramSimulator telegram = TelegramSimulator.builder().start()) {
 *   // give telegram.apiUri() and telegram.token() to the bot under test, then:
 *   TelegramCustomer ivan = telegram.customer(3527065, "Іван", null, "uk");
 *   ivan.sendText("Привіт");
 *   ivan.awaitMessage(m -> m.text().startsWith("Вітаю"), Duration.ofSeconds(5));
 * }
 * }</pre>
 *
 * <p>Knows the methods that carry conversations; any other answers 404 as an unknown one. Declared
 * departures from Telegram: webhooks may be plain HTTP on this machine and on any port; there are
 * private chats only; message ids count per chat; a method call in a webhook's answer is ignored;
 * no rate is limited unless {@link #faults()} says so. Texts are measured in UTF-16 units.
 *
 * <p>On JDK 17, start the JVM with {@code -Dsun.net.httpserver.nodelay=true}, or each call waits
 * some 40 ms. Safe for concurrent use.
 */
public final class TelegramSimulator implements AutoCloseable {
  private static final int MAX_BODY_BYTES = 60 << 20;

  private final String token;
  private final ObjectNode bot;
  private final Chats chats = new Chats();
  private final TelegramFaults faults = new TelegramFaults();
  private final RequestLog requests = new RequestLog();
  private final ExecutorService workers;
  private final ScheduledExecutorService timer;
  private final Traffic traffic;
  private final UpdateQueue queue;
  private final Webhooks webhooks;
  private final Uplink uplink;
  private final MethodTable methods;
  private final HttpServer server;

  TelegramSimulator(TelegramSimulatorBuilder settings) {
    token = settings.token;
    Clock clock = settings.clock;
    bot =
        Json.object()
            .put("id", botId())
            .put("is_bot", true)
            .put("first_name", "Simulated bot")
            .put("username", settings.username);
    workers = Executors.newCachedThreadPool(Threads.named("telegram-" + botId()));
    timer =
        Executors.newSingleThreadScheduledExecutor(Threads.named("telegram-" + botId() + "-timer"));
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(workers)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    traffic = new Traffic(clock);
    queue = new UpdateQueue(clock, settings.retries.lifetime(), settings.firstUpdateId);
    webhooks =
        new Webhooks(new Engine(clock, workers, timer, http, settings.retries, queue, traffic));
    FileVault files = new FileVault(clock, settings.fileLinkLifetime, botId());
    MediaObjects objects = new MediaObjects(files);
    uplink =
        new Uplink(
            clock,
            bot,
            queue,
            files,
            objects,
            traffic,
            settings.callbackQueryLifetime,
            new AtomicLong());
    Outbox outbox = new Outbox(clock, bot, chats, traffic);
    MediaSources sources =
        new MediaSources(files, http, settings.anyDocumentByUrl, settings.checkPhotos);
    methods =
        new MethodTable(
            List.of(
                new UpdateMethods(bot, queue, webhooks, files, settings.localFiles, traffic).all(),
                new SendMethods(outbox, chats).all(),
                new MediaMethods(outbox, sources, objects).all(),
                new EditMethods(clock, chats, traffic, sources, objects).all(),
                new MessageMethods(clock, chats, traffic).all()));
    server =
        serve(new BotApi(token, clock, methods, files, faults, requests, traffic), settings.port);
  }

  private HttpServer serve(BotApi api, int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      HttpServer created = HttpServer.create(address, 0);
      created.setExecutor(workers);
      created.createContext("/", JdkHttpBinding.of(api, MAX_BODY_BYTES));
      created.start();
      return created;
    } catch (IOException e) {
      workers.shutdownNow();
      timer.shutdownNow();
      throw new UncheckedIOException("port " + port + " of loopback cannot be opened", e);
    }
  }

  /**
   * Starts the settings of a simulator.
   *
   * @return a builder whose defaults are enough for most tests
   */
  public static TelegramSimulatorBuilder builder() {
    return new TelegramSimulatorBuilder();
  }

  /**
   * What stands in for {@code https://api.telegram.org}.
   *
   * @return for example {@code http://127.0.0.1:40123}, without a slash at the end
   */
  public URI apiUri() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  /**
   * The bot's token, the only one that the simulator accepts.
   *
   * @return the token
   */
  public String token() {
    return token;
  }

  /**
   * The bot's user id, which is the first part of its token.
   *
   * @return the id
   */
  public long botId() {
    return Long.parseLong(token.substring(0, token.indexOf(':')));
  }

  /**
   * A customer with a telephone, who has not written yet; the bot may not write first.
   *
   * @param id the user id, positive; one already used gives the same customer with the first names
   * @param firstName the first name
   * @param lastName the last name, or null for none
   * @param languageCode the telephone's language, for example {@code uk}, or null for unknown
   * @return the customer
   */
  public TelegramCustomer customer(
      long id, String firstName, @Nullable String lastName, @Nullable String languageCode) {
    if (id <= 0) {
      throw new IllegalArgumentException("id must be positive, was " + id);
    }
    Objects.requireNonNull(firstName, "firstName");
    Chat chat = chats.add(new Chat(id, null, new AtomicLong(), firstName, lastName, languageCode));
    return new TelegramCustomer(chat, uplink);
  }

  /**
   * A business account, which is not connected with the bot yet.
   *
   * @param ownerId the user id of its owner, positive
   * @return the account; its connection's id is made of the owner's
   */
  public TelegramBusiness business(long ownerId) {
    return new TelegramBusiness(ownerId, "business-" + ownerId, chats, uplink);
  }

  /**
   * Calls a listener on every hop of a message, on the thread that moves it and before the next hop
   * can happen.
   *
   * @param listener called from many threads; what it throws is logged and ignored
   */
  public void onTraffic(Consumer<TelegramTraffic> listener) {
    traffic.add(Objects.requireNonNull(listener, "listener"));
  }

  /**
   * The misfortunes planned for coming calls.
   *
   * @return the one plan of this simulator
   */
  public TelegramFaults faults() {
    return faults;
  }

  /**
   * The calls that named the right token and a known method.
   *
   * @return the latest 10,000, oldest first
   */
  public List<TelegramRequest> requests() {
    return requests.all();
  }

  /**
   * How many updates the bot has not confirmed.
   *
   * @return the number, as {@code getWebhookInfo} would tell
   */
  public int pendingUpdates() {
    return queue.size();
  }

  /**
   * Waits until the bot waits for updates by long polling.
   *
   * @param timeout how long to wait
   * @return false when no poll was waiting in all that time
   */
  public boolean awaitPoll(Duration timeout) {
    try {
      return queue.awaitPoll(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a poll", e);
    }
  }

  /** Stops serving and pushing, and ends the simulator's threads; a second call does nothing. */
  @Override
  public void close() {
    webhooks.remove();
    queue.close();
    timer.shutdownNow();
    server.stop(0);
    workers.shutdownNow();
    try {
      workers.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  MethodTable methods() {
    return methods;
  }

  @Override
  public String toString() {
    return "Telegram simulator at " + apiUri();
  }
}
