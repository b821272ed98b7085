// SPDX-License-Identifier: Apache-2.0
package io.botflow.bridge.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.messenger.telegram.TelegramAdapter;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.SupportedContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import io.botflow.testkit.telegram.TelegramSimulator;
import io.botflow.testkit.telegram.WebhookRetries;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two bridges on one database, none of them special, and one of them is killed. */
@Timeout(120)
class PostgresBridgesTest {
  private static final String WEBHOOK_SECRET = "a-webhook-secret-for-tests";
  private static final String TELEGRAM_SECRET = "a-telegram-secret-for-tests";
  private static final String QUEUE = "Support";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CUSTOMERS = 5;
  private static final int EACH = 30;

  @TempDir Path directory;
  private final String schema = PostgresServer.freshSchema();
  private final String database = PostgresServer.source().getUrl();

  @AutoClose
  private final GenesysCloudSimulator genesys =
      GenesysCloudSimulator.builder()
          .noRateLimit()
          .webhookRetries(100, Duration.ofMillis(50))
          .failureQueue(QUEUE)
          .start();

  @AutoClose
  private final TelegramSimulator telegram =
      TelegramSimulator.builder().webhookRetries(WebhookRetries.telegram().scaled(0.01)).start();

  @AutoClose private final Balancer balancer = new Balancer();
  private OpenIntegration integration;

  PostgresBridgesTest() throws IOException {}

  @BeforeEach
  void connectBothSides() {
    integration =
        genesys
            .createOpenIntegration("Telegram", WEBHOOK_SECRET)
            .supportedContent(SupportedContent.everything());
    integration
        .webhookUri(balancer.uri().resolve("/webhooks/genesys/" + integration.id()))
        .publish(MessageFlow.transferTo(QUEUE));
  }

  private BridgeProcess startBridge() throws IOException {
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
                database,
                schema,
                directory,
                balancer.uri()));
    balancer.add(bridge.uri());
    return bridge;
  }

  @Test
  void whenOneOfTwoIsKilledNothingIsLostAndTheOrderIsKept() throws Exception {
    try (BridgeProcess killed = startBridge();
        BridgeProcess survivor = startBridge();
        TelegramAdapter adapter =
            TelegramAdapter.builder(telegram.token())
                .apiUri(telegram.apiUri())
                .webhookSecret(TELEGRAM_SECRET)
                .build()) {
      adapter.webhook().set(balancer.uri().resolve("/webhooks/telegram/" + telegram.botId()));
      List<TelegramCustomer> customers =
          IntStream.range(0, CUSTOMERS)
              .mapToObj(i -> telegram.customer(7_000 + i, "Customer " + i, null, "uk"))
              .toList();
      TelegramCustomer talking = customers.get(0);
      talking.sendText("0");
      AgentConversation desk =
          genesys.agent("Olena").onQueue(QUEUE).awaitConversation(PATIENCE).accept();
      customers.stream().skip(1).forEach(customer -> customer.sendText("0"));
      for (int i = 1; i < EACH; i++) {
        String text = Integer.toString(i);
        customers.forEach(customer -> customer.sendText(text));
        desk.sendText(text);
      }
      await("half of it", () -> arrived(customers) > CUSTOMERS * EACH / 2);
      killed.close();
      endClaimsOf(killed.pid());

      await("all of it", () -> arrived(customers) >= CUSTOMERS * EACH);
      await("all answers", () -> onPhone(talking).size() >= EACH - 1);
      await("nothing waits", () -> waiting() == 0);
      assertTrue(survivor.pid() != killed.pid());
      for (TelegramCustomer customer : customers) {
        assertEquals(numbers(0), once(inGenesys(customer)));
      }
      assertEquals(numbers(1), once(onPhone(talking)));
      assertEquals(
          List.of("DELIVERED"),
          PostgresServer.rows("SELECT DISTINCT state FROM " + schema + ".entry"));
    }
  }

  /** The killed one's leases end by themselves after half a minute; the test does not wait. */
  private void endClaimsOf(long pid) throws SQLException {
    PostgresServer.execute(
        "UPDATE %s.lane SET visible_at = 1 WHERE visible_at IS NOT NULL AND owner LIKE '%d@%%'"
            .formatted(schema, pid));
  }

  private long waiting() {
    try {
      return Long.parseLong(
          PostgresServer.rows("SELECT COUNT(*) FROM " + schema + ".entry WHERE state = 'WAITING'")
              .get(0));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int arrived(List<TelegramCustomer> customers) {
    return customers.stream().mapToInt(customer -> once(inGenesys(customer)).size()).sum();
  }

  private List<String> inGenesys(TelegramCustomer customer) {
    return genesys.conversations().stream()
        .filter(record -> record.customerId().equals(Long.toString(customer.id())))
        .flatMap(record -> record.messages().stream())
        .filter(MessageRecord::fromCustomer)
        .map(message -> Objects.requireNonNullElse(message.text(), ""))
        .toList();
  }

  private static List<String> onPhone(TelegramCustomer customer) {
    return once(customer.messages().stream().map(TelegramMessage::text).toList());
  }

  /** What was under way when the process died may come twice. */
  private static List<String> once(List<String> texts) {
    return List.copyOf(new LinkedHashSet<>(texts));
  }

  private static List<String> numbers(int first) {
    return IntStream.range(first, EACH).mapToObj(Integer::toString).toList();
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited for nothing: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
