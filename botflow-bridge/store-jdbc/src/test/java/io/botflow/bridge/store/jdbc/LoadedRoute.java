// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import io.botflow.messenger.telegram.TelegramAdapter;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.SupportedContent;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.history.Findings;
import io.botflow.testkit.history.History;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import io.botflow.testkit.telegram.TelegramSimulator;
import io.botflow.testkit.telegram.TelegramTraffic;
import io.botflow.testkit.telegram.WebhookRetries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Both simulators, which repeat what is not acknowledged, with customers and operators who write as
 * fast as a bridge in a process of its own carries it. Made for one thread and the load's own.
 */
final class LoadedRoute implements AutoCloseable {
  private static final String WEBHOOK_SECRET = "a-webhook-secret-for-tests";
  private static final String TELEGRAM_SECRET = "a-telegram-secret-for-tests";
  private static final String QUEUE = "Support";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CUSTOMERS = 200;
  private static final int DESKS = 5;

  /** Enough that the bridge is never idle, and few enough that a kill meets all of them. */
  private static final int UNDER_WAY = 300;

  private final Path directory;
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder()
          .noRateLimit()
          .webhookRetries(1_000_000, Duration.ofMillis(50))
          .failureQueue(QUEUE)
          .start();
  private final TelegramSimulator telegram =
      TelegramSimulator.builder().webhookRetries(WebhookRetries.telegram().scaled(0.005)).start();
  private final Balancer balancer = new Balancer();
  private final OpenIntegration integration;
  private final List<TelegramCustomer> customers;
  private final List<AgentConversation> desks = new ArrayList<>();

  private final History tried = new History();
  private final History recorded = new History();
  private final History shown = new History();
  private final Queue<TrafficEvent> attempts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger toShow = new AtomicInteger();
  private final AtomicInteger showings = new AtomicInteger();
  private final Random random = new Random(6);
  private volatile boolean enough;
  private Thread load = new Thread(() -> {});
  private volatile Throwable loadFailure = new IllegalStateException("the load has not ended");

  LoadedRoute(Path directory) throws IOException {
    this.directory = directory;
    integration =
        genesys
            .createOpenIntegration("Telegram", WEBHOOK_SECRET)
            .supportedContent(SupportedContent.everything());
    integration
        .webhookUri(balancer.uri().resolve("/webhooks/genesys/" + integration.id()))
        .publish(MessageFlow.transferTo(QUEUE));
    genesys.onTraffic(
        event -> {
          if (event.kind() == TrafficEvent.Kind.INBOUND_MESSAGE) {
            attempts.add(event);
          }
        });
    telegram.onTraffic(
        event -> {
          if (event.direction() == TelegramTraffic.Direction.TO_CUSTOMER) {
            showings.incrementAndGet();
          }
        });
    customers =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(i -> telegram.customer(7_000 + i, "Customer " + i, null, "uk"))
            .toList();
    try (TelegramAdapter adapter =
        TelegramAdapter.builder(telegram.token())
            .apiUri(telegram.apiUri())
            .webhookSecret(TELEGRAM_SECRET)
            .build()) {
      adapter.webhook().set(balancer.uri().resolve("/webhooks/telegram/" + telegram.botId()));
    }
  }

  Path file() {
    return directory.resolve("bridge.db");
  }

  BridgeProcess startBridge(String how) throws IOException {
    BridgeProcess bridge =
        BridgeProcess.start(
            new BridgeProcess.Settings(
                genesys.apiUri(),
                genesys.loginUri(),
                genesys.clientId(),
                genesys.clientSecret(),
                integration.id(),
                WEBHOOK_SECRET,
                telegram.apiUri(),
                telegram.token(),
                TELEGRAM_SECRET,
                file().toString(),
                how,
                directory,
                balancer.uri()));
    balancer.only(bridge.uri());
    return bridge;
  }

  /** Has some customers write, and an operator take each of their conversations. */
  void connect() {
    for (int i = 0; i < DESKS; i++) {
      say(i, "hello");
      desks.add(genesys.agent("Olena").onQueue(QUEUE).awaitConversation(PATIENCE).accept());
    }
  }

  /** Has customers and operators write until so many were sent and {@link #endLoad} is called. */
  void beginLoad(int messages) {
    enough = false;
    load = new Thread(() -> write(messages), "load");
    load.setUncaughtExceptionHandler((thread, failure) -> loadFailure = failure);
    load.start();
  }

  private void write(int messages) {
    for (int i = 0; !enough || i < messages; i++) {
      await("room", Duration.ofHours(1), () -> telegram.pendingUpdates() < UNDER_WAY);
      say(zipf(), Integer.toString(i));
      if (!desks.isEmpty() && i % 4 == 0 && toShow.get() - showings.get() < UNDER_WAY) {
        int desk = random.nextInt(DESKS);
        String text = Integer.toString(i);
        shown.sent(Long.toString(customers.get(desk).id()), text, Instant.now());
        toShow.incrementAndGet();
        desks.get(desk).sendText(text);
      }
    }
  }

  private void say(int customer, String text) {
    String id = Long.toString(customers.get(customer).id());
    Instant now = Instant.now();
    tried.sent(id, text, now);
    recorded.sent(id, text, now);
    customers.get(customer).sendText(text);
  }

  /** A few customers write much, and most write little. */
  private int zipf() {
    return (int) Math.min(CUSTOMERS - 1, Math.exp(random.nextDouble() * Math.log(CUSTOMERS)) - 1);
  }

  /** Lets the load go on for a while, and ends early if it fails. */
  void carryOn(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < deadline && load.isAlive()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /**
   * Notes that the process is dead, when the simulators have dealt with what was still in their
   * sockets.
   */
  void processDied() {
    int[] before = {-1, -1};
    await(
        "the far sides are done",
        PATIENCE,
        () -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          int[] now = {attempts.size(), showings.get()};
          boolean quiet = before[0] == now[0] && before[1] == now[1];
          System.arraycopy(now, 0, before, 0, 2);
          return quiet;
        });
    tried.processDied(Instant.now());
    shown.processDied(Instant.now());
  }

  void endLoad(Duration patience) throws InterruptedException {
    enough = true;
    load.join(patience.toMillis());
    if (load.isAlive()) {
      throw new AssertionError("the load did not end", loadFailure);
    }
    await("Telegram got rid of all", patience, () -> telegram.pendingUpdates() == 0);
  }

  void awaitAll(Duration patience) throws Exception {
    await(
        "all are shown",
        patience,
        () -> showings.get() >= toShow.get() && shownOnce() >= toShow.get());
    awaitStored(patience);
  }

  /** Waits until nothing waits in the file. */
  void awaitStored(Duration patience) {
    await("nothing waits in the file", patience, () -> waiting().equals("0"));
  }

  private String waiting() {
    try {
      return Raw.column(file(), "SELECT COUNT(*) FROM entry WHERE state = 'WAITING'").get(0);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every attempt to give a message to Genesys Cloud. */
  Findings toGenesys() {
    Map<String, String[]> messages = new HashMap<>();
    for (ConversationRecord conversation : genesys.conversations()) {
      conversation
          .messages()
          .forEach(
              message ->
                  messages.put(
                      message.id(),
                      new String[] {conversation.customerId(), String.valueOf(message.text())}));
    }
    for (TrafficEvent attempt : attempts) {
      String[] message = messages.get(String.valueOf(attempt.messageId()));
      tried.arrived(message[0], message[1], attempt.time());
    }
    return tried.findings();
  }

  /** What Genesys Cloud shows, which knows repeats by their ids. */
  Findings recorded() {
    for (ConversationRecord conversation : genesys.conversations()) {
      conversation.messages().stream()
          .filter(MessageRecord::fromCustomer)
          .forEach(
              message ->
                  recorded.arrived(
                      conversation.customerId(), String.valueOf(message.text()), message.time()));
    }
    return recorded.findings();
  }

  /** What the telephones show. */
  Findings toTelegram() {
    for (TelegramCustomer customer : customers) {
      customer
          .messages()
          .forEach(
              message -> shown.arrived(Long.toString(customer.id()), message.text(), message.at()));
    }
    return shown.findings();
  }

  private int shownOnce() {
    int count = 0;
    for (TelegramCustomer customer : customers.subList(0, DESKS)) {
      Set<String> texts = new HashSet<>();
      customer.messages().stream().map(TelegramMessage::text).forEach(texts::add);
      count += texts.size();
    }
    return count;
  }

  private static void await(String what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited for nothing: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Override
  public void close() throws InterruptedException {
    enough = true;
    load.interrupt();
    balancer.close();
    telegram.close();
    genesys.close();
  }
}
