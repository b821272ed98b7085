// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.route;

import com.sun.net.httpserver.HttpServer;
import io.botflow.bridge.Bridge;
import io.botflow.bridge.BridgeBuilder;
import io.botflow.bridge.bot.BotConnectorSettings;
import io.botflow.bridge.bot.DirectBotSettings;
import io.botflow.bridge.media.FetchPolicy;
import io.botflow.bridge.media.MediaScanner;
import io.botflow.bridge.media.MediaStore;
import io.botflow.bridge.operations.Health;
import io.botflow.bridge.route.InboundPolicy;
import io.botflow.bridge.route.Integration;
import io.botflow.bridge.route.RetryPolicy;
import io.botflow.bridge.store.BridgeStore;
import io.botflow.bridge.store.InMemoryStore;
import io.botflow.bridge.web.JdkHttpBinding;
import io.botflow.connector.bot.Bot;
import io.botflow.connector.web.WebHandler;
import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.Region;
import io.botflow.messenger.telegram.TelegramAdapter;
import io.botflow.messenger.telegram.TelegramAdapterBuilder;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.DigitalBotConnector;
import io.botflow.testkit.genesys.FlowOutcome;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.GenesysCloudSimulatorBuilder;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.SupportedContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import io.botflow.testkit.telegram.TelegramSimulator;
import io.botflow.testkit.telegram.TelegramSimulatorBuilder;
import io.botflow.testkit.telegram.WebhookRetries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** A bridge between both simulators, with everything that a test looks at. */
final class TestRoute implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(10);
  static final String WEBHOOK_SECRET = "a-webhook-secret-for-tests";
  static final String TELEGRAM_SECRET = "a-telegram-secret-for-tests";

  private static final String QUEUE = "Support";
  private static final String BOT_HEADER = "X-Bot-Secret";
  private static final String BOT_SECRET = "a-bot-secret-for-tests";
  private static final RetryPolicy QUICK =
      new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofDays(1), 3);

  /** How updates come from Telegram. */
  enum Updates {
    WEBHOOK,
    POLLING
  }

  final GenesysCloudSimulator genesys;
  final TelegramSimulator telegram;
  final OpenIntegration integration;
  final BridgeStore store;
  final Heard heard = new Heard();
  final ShiftedClock clock = new ShiftedClock();

  private final HttpServer server;
  private final ExecutorService serverThreads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path directory;
  private final GenesysCloud client;
  private final TelegramAdapter adapter;
  private final Bridge bridge;
  private final Builder settings;

  private TestRoute(Builder settings) throws IOException {
    GenesysCloudSimulatorBuilder platform =
        GenesysCloudSimulator.builder()
            .webhookRetries(20, Duration.ofMillis(50))
            .failureQueue(QUEUE);
    genesys =
        settings.requestsPerMinute == 0
            ? platform.noRateLimit().start()
            : platform.requestsPerMinute(settings.requestsPerMinute).start();
    TelegramSimulatorBuilder messenger =
        TelegramSimulator.builder().webhookRetries(WebhookRetries.telegram().scaled(0.01));
    telegram =
        settings.localFiles == null
            ? messenger.start()
            : messenger.localFiles(settings.localFiles).start();
    integration =
        genesys
            .createOpenIntegration("Telegram", WEBHOOK_SECRET)
            .supportedContent(SupportedContent.everything());
    this.settings = settings;
    store = settings.store;
    directory = Files.createTempDirectory("botflow-route");
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    client =
        GenesysCloud.builder(
                Region.at(settings.towardsGenesys.apply(genesys.apiUri()), genesys.loginUri()))
            .clientCredentials(genesys.clientId(), genesys.clientSecret())
            .requestTimeout(settings.genesysTimeout)
            .build();
    TelegramAdapterBuilder bot =
        TelegramAdapter.builder(telegram.token())
            .apiUri(settings.towardsTelegram.apply(telegram.apiUri()))
            .requestTimeout(settings.telegramTimeout)
            .webhookSecret(TELEGRAM_SECRET)
            .markdown(settings.markdown);
    adapter =
        settings.localFiles == null ? bot.build() : bot.localFiles(settings.localFiles).build();
    bridge = bridge(settings);
    server.setExecutor(serverThreads);
    server.createContext("/", JdkHttpBinding.of(settings.around.apply(bridge.web())));
    server.start();
    bridge.start();
    integration.webhookUri(genesysWebhook()).publish(flow(settings.bot));
    if (settings.updates == Updates.WEBHOOK) {
      adapter.webhook().set(telegramWebhook());
    }
  }

  private Bridge bridge(Builder settings) {
    Integration open = Integration.of(integration.id(), WEBHOOK_SECRET);
    FetchPolicy trusting =
        FetchPolicy.publicHttps()
            .allowing(
                Stream.concat(Stream.of(genesys.apiUri()), settings.trusted.stream())
                    .toArray(URI[]::new));
    BridgeBuilder builder =
        Bridge.builder(client)
            .store(store)
            .media(MediaStore.directory(directory))
            .publicUri(publicUri())
            .retries(settings.retries)
            .fetchPolicy(settings.publicOnly ? FetchPolicy.publicHttps() : trusting)
            .inboundPolicy(settings.inbound)
            .clock(clock)
            .albumWait(settings.albumWait)
            .listener(heard);
    if (settings.scanner != null) {
      builder.mediaScanner(settings.scanner);
    }
    if (settings.updates == Updates.WEBHOOK) {
      builder.route(adapter, open);
    } else {
      builder.pollingRoute(adapter, open);
    }
    if (settings.bot != null) {
      builder.bot(
          settings.bot, BotConnectorSettings.builder().header(BOT_HEADER, BOT_SECRET).build());
    }
    if (settings.directBot != null) {
      builder.directBot(
          open.id(),
          settings.directBot,
          DirectBotSettings.builder()
              .turnBudget(Duration.ofSeconds(5))
              .failureGroup(QUEUE)
              .build());
    }
    return builder.build();
  }

  private MessageFlow flow(@Nullable Bot bot) {
    if (bot == null) {
      return MessageFlow.transferTo(QUEUE);
    }
    DigitalBotConnector connector =
        genesys
            .createDigitalBotConnector("Bot", publicUri().resolve("/bot/v2"))
            .connectionSecret(BOT_HEADER, BOT_SECRET);
    String version = bot.describe().versions().get(0).version();
    return MessageFlow.callDigitalBotConnector(connector, bot.describe().id(), version)
        .onOtherIntents(FlowOutcome.transferToQueue(QUEUE))
        .build();
  }

  static Builder builder() {
    return new Builder();
  }

  static TestRoute start() {
    return builder().start();
  }

  URI publicUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  URI genesysWebhook() {
    return publicUri().resolve("/webhooks/genesys/" + integration.id());
  }

  URI telegramWebhook() {
    return publicUri().resolve("/webhooks/telegram/" + telegram.botId());
  }

  TelegramCustomer ivan() {
    return telegram.customer(3_527_065, "Іван", "Петренко", "uk");
  }

  TelegramCustomer oksana() {
    return telegram.customer(3_527_066, "Оксана", null, "uk");
  }

  /** Has the customer write for the first time, and an agent take the conversation. */
  AgentConversation connect(TelegramCustomer customer) {
    customer.sendText("Добрий день!");
    AgentConversation desk =
        genesys.agent("Olena").onQueue(QUEUE).awaitConversation(PATIENCE).accept();
    desk.awaitMessage(message -> message.says("Добрий день!"), PATIENCE);
    return desk;
  }

  /** The only conversation of a customer, once there is one. */
  ConversationRecord conversation(TelegramCustomer customer) {
    return genesys.awaitConversation(
        record -> record.customerId().equals(Long.toString(customer.id())), PATIENCE);
  }

  /** A message as Genesys Cloud has it now. */
  MessageRecord recorded(AgentConversation desk, MessageRecord message) {
    return desk.transcript().stream()
        .filter(each -> each.id().equals(message.id()))
        .findFirst()
        .orElseThrow();
  }

  /** What the customer said, as Genesys Cloud recorded it. */
  List<String> inGenesys(TelegramCustomer customer) {
    return genesys.conversations().stream()
        .filter(record -> record.customerId().equals(Long.toString(customer.id())))
        .flatMap(record -> record.messages().stream())
        .filter(MessageRecord::fromCustomer)
        .map(message -> Objects.requireNonNullElse(message.text(), ""))
        .toList();
  }

  /** What was said to the customer, as the telephone shows it. */
  static List<String> onPhone(TelegramCustomer customer) {
    return customer.messages().stream().map(TelegramMessage::text).toList();
  }

  Health health() {
    return bridge.health();
  }

  /** The attempts to send a customer's message to Genesys Cloud, by the status of the answer. */
  long attempts(int status) {
    return genesys.requests().stream()
        .filter(request -> request.path().contains("/inbound/open/message"))
        .filter(request -> request.status() == status)
        .count();
  }

  /** Waits until the bridge has nothing left to carry. */
  void awaitIdle() {
    Until.holds("nothing waits in the store", () -> store.waiting() == 0);
  }

  /** Sends what Genesys Cloud would sign. */
  HttpResponse<String> postSigned(String body) {
    return post(
        genesysWebhook(), body, Webhooks.SIGNATURE, Webhooks.signature(WEBHOOK_SECRET, body));
  }

  /** Posts a body with header names and values in turn. */
  HttpResponse<String> post(URI uri, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops the bridge that this route began with. */
  void stopBridge() {
    bridge.close();
  }

  /** Starts another bridge with the same settings, on the same store; to be closed by the test. */
  Bridge anotherBridge() {
    Bridge another = bridge(settings);
    another.start();
    return another;
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    bridge.close();
    serverThreads.shutdownNow();
    adapter.close();
    client.close();
    store.close();
    telegram.close();
    genesys.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The settings of a route; by default webhooks, no bot, and a store in memory. */
  static final class Builder {
    private Updates updates = Updates.WEBHOOK;
    private BridgeStore store = new InMemoryStore();
    private @Nullable Bot bot;
    private @Nullable Bot directBot;
    private @Nullable MediaScanner scanner;
    private @Nullable Path localFiles;
    private boolean publicOnly;
    private RetryPolicy retries = QUICK;
    private boolean markdown;
    private InboundPolicy inbound = InboundPolicy.DEFAULT;
    private List<URI> trusted = List.of();
    private Duration genesysTimeout = Duration.ofSeconds(30);
    private int requestsPerMinute;
    private Duration albumWait = Duration.ofMillis(300);
    private Duration telegramTimeout = Duration.ofSeconds(30);
    private UnaryOperator<WebHandler> around = UnaryOperator.identity();
    private UnaryOperator<URI> towardsGenesys = UnaryOperator.identity();
    private UnaryOperator<URI> towardsTelegram = UnaryOperator.identity();

    Builder updates(Updates updates) {
      this.updates = updates;
      return this;
    }

    Builder store(BridgeStore store) {
      this.store = store;
      return this;
    }

    Builder bot(Bot bot) {
      this.bot = bot;
      return this;
    }

    /** Has the bridge ask the bot itself; the flow transfers to the queue. */
    Builder directBot(Bot bot) {
      this.directBot = bot;
      return this;
    }

    /** Has Telegram's files come from a Bot API server of one's own, which gives any size. */
    Builder localFiles(Path folder) {
      this.localFiles = folder;
      return this;
    }

    /** Fetches attachments as in production: nothing on loopback. */
    Builder fetchFromPublicHostsOnly() {
      this.publicOnly = true;
      return this;
    }

    /** Has the adapter carry formatting. */
    Builder markdown() {
      this.markdown = true;
      return this;
    }

    Builder retries(RetryPolicy retries) {
      this.retries = retries;
      return this;
    }

    Builder scanner(MediaScanner scanner) {
      this.scanner = scanner;
      return this;
    }

    Builder alsoFetchFrom(URI origin) {
      this.trusted = List.of(origin);
      return this;
    }

    Builder albumWait(Duration wait) {
      this.albumWait = wait;
      return this;
    }

    Builder inbound(InboundPolicy policy) {
      this.inbound = policy;
      return this;
    }

    Builder genesysTimeout(Duration timeout) {
      this.genesysTimeout = timeout;
      return this;
    }

    Builder telegramTimeout(Duration timeout) {
      this.telegramTimeout = timeout;
      return this;
    }

    /** Puts something between the bridge and Genesys Cloud's API. */
    Builder towardsGenesys(UnaryOperator<URI> detour) {
      this.towardsGenesys = detour;
      return this;
    }

    /** Puts something between the bridge and Telegram. */
    Builder towardsTelegram(UnaryOperator<URI> detour) {
      this.towardsTelegram = detour;
      return this;
    }

    Builder requestsPerMinute(int requests) {
      this.requestsPerMinute = requests;
      return this;
    }

    /** Puts something between the world and the bridge's handler. */
    Builder around(UnaryOperator<WebHandler> around) {
      this.around = around;
      return this;
    }

    TestRoute start() {
      try {
        return new TestRoute(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
