// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.TrafficEvent;
import io.botflow.testkit.history.Findings;
import io.botflow.testkit.history.History;
import io.botflow.testkit.telegram.TelegramSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messengers repeat webhooks, at once and at whichever of two bridges, and days later: each is
 * forwarded once. 100,000 webhooks with {@code -Dbotflow.proofs=long}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class RepeatedWebhooksTest {
  private static final int WEBHOOKS =
      "long".equals(System.getProperty("botflow.proofs")) ? 100_000 : 2_000;
  private static final int FEW = 20;
  private static final int CUSTOMERS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration LATER = Duration.ofDays(6).plusHours(23);
  private static final String SECRET = "a-webhook-secret-for-tests";

  @TempDir Path directory;
  private final String schema = PostgresServer.freshSchema();
  private final ExecutorService senders = Executors.newFixedThreadPool(8);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<TrafficEvent> arrivals = new ConcurrentLinkedQueue<>();
  private final Random random = new Random(3);

  @AutoClose
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder().noRateLimit().start();

  @AutoClose private final TelegramSimulator telegram = TelegramSimulator.builder().start();
  private final List<BridgeProcess> bridges = new ArrayList<>();
  private OpenIntegration integration;

  @BeforeEach
  void startBridges() throws IOException {
    integration = genesys.createOpenIntegration("Telegram", SECRET);
    integration.publish(MessageFlow.transferTo("Support"));
    genesys.onTraffic(
        event -> {
          if (event.kind() == TrafficEvent.Kind.INBOUND_MESSAGE) {
            arrivals.add(event);
          }
        });
    for (int i = 0; i < 2; i++) {
      bridges.add(startBridge());
    }
  }

  @AfterEach
  void stop() throws Exception {
    senders.shutdownNow();
    for (BridgeProcess bridge : bridges) {
      bridge.close();
    }
  }

  @Test
  void aWebhookThatComesManyTimesIsForwardedOnce() throws Exception {
    long start = System.nanoTime();
    List<Integer> deliveries = new ArrayList<>();
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < WEBHOOKS; i++) {
      int times = random.nextInt(10) < 3 ? 2 + random.nextInt(5) : 1;
      for (int t = 0; t < times; t++) {
        deliveries.add(i);
      }
      if (times > 1) {
        repeated.add(i);
      }
    }
    deliver(deliveries);
    awaitCarried();
    PostgresServer.execute(
        "UPDATE %s.entry SET accepted_at = accepted_at - %d, ended_at = ended_at - %d"
            .formatted(schema, LATER.toMillis(), LATER.toMillis()));
    deliver(repeated);
    awaitCarried();

    Findings findings = findings(WEBHOOKS);
    System.out.printf(
        "R3, %d webhooks delivered %d times at two bridges, and %d of them again after %d h:"
            + " %d lost, %d repeated, %.1f s%n",
        WEBHOOKS,
        deliveries.size(),
        repeated.size(),
        LATER.toHours(),
        findings.lost().size(),
        findings.repeated().size(),
        (System.nanoTime() - start) / 1e9);
    assertEquals(List.of(), findings.lost());
    assertEquals(List.of(), findings.repeated());
    assertEquals(List.of(), findings.strange());
  }

  @Test
  void theCheckSeesAStoreThatForgotItsKeys() throws Exception {
    List<Integer> few = IntStream.range(0, FEW).boxed().toList();
    deliver(few);
    awaitCarried();
    PostgresServer.execute(
        "UPDATE %s.entry SET dedupe_key = dedupe_key || '|old'".formatted(schema));
    deliver(few);
    awaitCarried();

    assertEquals(FEW, findings(FEW).repeated().size());
    assertThrows(AssertionError.class, findings(FEW)::requireExactlyOnce);
  }

  private BridgeProcess startBridge() throws IOException {
    return BridgeProcess.start(
        new BridgeProcess.Settings(
            genesys.apiUri(),
            genesys.loginUri(),
            genesys.clientId(),
            genesys.clientSecret(),
            integration.id(),
            SECRET,
            telegram.apiUri(),
            telegram.token(),
            SECRET,
            PostgresServer.source().getUrl(),
            schema,
            directory,
            genesys.apiUri()));
  }

  /** Delivers updates, several at a time, at both bridges in turn. */
  private void deliver(List<Integer> updates) throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < updates.size(); i++) {
      URI bridge = bridges.get(i % bridges.size()).uri();
      int update = updates.get(i);
      tasks.add(() -> post(bridge, update));
    }
    for (Future<Integer> status : senders.invokeAll(tasks)) {
      assertEquals(200, status.get());
    }
  }

  private int post(URI bridge, int update) throws IOException, InterruptedException {
    String body =
        """
        {"update_id":%d,"message":{"message_id":%d,"date":1767600000,
         "from":{"id":%3$d,"is_bot":false,"first_name":"A"},
         "chat":{"id":%3$d,"type":"private","first_name":"A"},"text":"%1$d"}}"""
            .formatted(1_000 + update, 1 + update, customer(update));
    HttpRequest request =
        HttpRequest.newBuilder(bridge.resolve("/webhooks/telegram/" + telegram.botId()))
            .header("Content-Type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static int customer(int update) {
    return 8_000 + update % CUSTOMERS;
  }

  private void awaitCarried() {
    await(
        () -> {
          try {
            return PostgresServer.rows(
                    "SELECT COUNT(*) FROM " + schema + ".entry WHERE state = 'WAITING'")
                .equals(List.of("0"));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Which update came how often; their order is that of many senders, which is none. */
  private Findings findings(int sent) {
    History history = new History();
    for (int i = 0; i < sent; i++) {
      String text = Integer.toString(1_000 + i);
      history.sent(text, text, Instant.EPOCH);
    }
    Map<String, String> texts = new HashMap<>();
    for (ConversationRecord conversation : genesys.conversations()) {
      conversation.messages().stream()
          .filter(MessageRecord::fromCustomer)
          .forEach(message -> texts.put(message.id(), String.valueOf(message.text())));
    }
    arrivals.forEach(
        event -> {
          String text = String.valueOf(texts.get(String.valueOf(event.messageId())));
          history.arrived(text, text, event.time());
        });
    return history.findings();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
