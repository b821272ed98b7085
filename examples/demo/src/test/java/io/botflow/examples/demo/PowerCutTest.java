// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.botflow.examples.order.OrderBot;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.DigitalBotConnector;
import io.botflow.testkit.genesys.FlowOutcome;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.MessageRecord;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import io.botflow.testkit.telegram.TelegramSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bridge is killed in the middle of a conversation, and started again on the same data. Genesys
 * Cloud repeats a webhook five times at five seconds; the simulator does it more often and faster,
 * for the same time.
 */
class PowerCutTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String WEBHOOK_SECRET = "a-webhook-secret-for-the-test";
  private static final String BOT_SECRET = "a-bot-secret-for-the-test";
  private static final int BURST = 40;

  @TempDir Path data;

  @Test
  void aKilledBridgeLosesNothingInEitherDirection() throws Exception {
    int port = freePort();
    URI address = URI.create("http://127.0.0.1:" + port);
    try (GenesysCloudSimulator genesys =
            GenesysCloudSimulator.builder()
                .noRateLimit()
                .webhookRetries(60, Duration.ofMillis(500))
                .start();
        TelegramSimulator telegram = TelegramSimulator.builder().start()) {
      OpenIntegration integration = genesys.createOpenIntegration("Telegram", WEBHOOK_SECRET);
      integration.webhookUri(address.resolve("/webhooks/genesys/" + integration.id()));
      Map<String, String> environment = environment(genesys, telegram, integration, address, port);
      TelegramCustomer ivan = telegram.customer(7, "Іван", null, "uk");
      AgentConversation desk;

      try (DemoProcess bridge = DemoProcess.start(environment)) {
        bridge.awaitReady();
        integration.publish(flow(genesys, address));
        ivan.sendText("оператор");
        desk = genesys.agent("Olena").onQueue(OrderBot.GROUP).awaitConversation(PATIENCE).accept();
        // Genesys Cloud is away: what the customer writes can only be in the bridge's store when
        // the power goes.
        genesys.faults().nextInbound(503, 1_000);
        IntStream.range(0, BURST).forEach(i -> ivan.sendText("до оператора " + i));
        awaitConfirmed(telegram);
        IntStream.range(0, BURST).forEach(i -> desk.sendText("до клієнта " + i));
        ivan.awaitMessage(message -> message.text().equals("до клієнта 5"), PATIENCE);
        bridge.kill();
      }
      genesys.faults().nextInbound(503, 0);
      ivan.sendText("до оператора " + BURST);

      try (DemoProcess bridge = DemoProcess.start(environment)) {
        bridge.awaitReady();
        desk.awaitMessage(message -> message.says("до оператора " + BURST), PATIENCE);
        ivan.awaitMessage(message -> message.text().equals("до клієнта " + (BURST - 1)), PATIENCE);
      }
      assertOnceAndInOrder(
          "до оператора ",
          BURST + 1,
          desk.transcript().stream()
              .filter(MessageRecord::fromCustomer)
              .map(m -> Objects.requireNonNullElse(m.text(), ""))
              .toList(),
          0);
      // The part that was on its way when the power went may come twice: nobody can know whether it
      // arrived.
      assertOnceAndInOrder(
          "до клієнта ", BURST, ivan.messages().stream().map(TelegramMessage::text).toList(), 1);
    }
  }

  private static MessageFlow flow(GenesysCloudSimulator genesys, URI address) {
    DigitalBotConnector connector =
        genesys
            .createDigitalBotConnector("Order bot", address.resolve("/bot/v2"))
            .connectionSecret("X-Bot-Secret", BOT_SECRET);
    return MessageFlow.callDigitalBotConnector(connector, OrderBot.ID, OrderBot.VERSION)
        .onIntent(OrderBot.CALL_OPERATOR, FlowOutcome.transferToQueue(OrderBot.GROUP))
        .build();
  }

  private Map<String, String> environment(
      GenesysCloudSimulator genesys,
      TelegramSimulator telegram,
      OpenIntegration integration,
      URI address,
      int port) {
    return Map.ofEntries(
        Map.entry("TELEGRAM_TOKEN", telegram.token()),
        Map.entry("TELEGRAM_API_URL", telegram.apiUri().toString()),
        Map.entry("GENESYS_API_URL", genesys.apiUri().toString()),
        Map.entry("GENESYS_LOGIN_URL", genesys.loginUri().toString()),
        Map.entry("GENESYS_CLIENT_ID", genesys.clientId()),
        Map.entry("GENESYS_CLIENT_SECRET", genesys.clientSecret()),
        Map.entry("GENESYS_INTEGRATION_ID", integration.id()),
        Map.entry("GENESYS_WEBHOOK_SECRET", WEBHOOK_SECRET),
        Map.entry("BOT_SECRET", BOT_SECRET),
        Map.entry("PUBLIC_URL", address.toString()),
        Map.entry("PORT", Integer.toString(port)),
        Map.entry("BRIDGE_DATA", data.toString()));
  }

  /** The bridge has confirmed every update to Telegram, which forgot them. */
  private static void awaitConfirmed(TelegramSimulator telegram) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (telegram.pendingUpdates() > 0) {
      assertTrue(System.nanoTime() < deadline, "the bridge did not take all updates");
      telegram.awaitPoll(Duration.ofMillis(100));
    }
  }

  private static void assertOnceAndInOrder(
      String prefix, int count, List<String> arrived, int repeatsAllowed) {
    List<String> ours = arrived.stream().filter(text -> text.startsWith(prefix)).toList();
    List<String> expected = IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    assertEquals(expected, new ArrayList<>(new LinkedHashSet<>(ours)), "lost or out of order");
    assertTrue(ours.size() - count <= repeatsAllowed, "repeated: " + ours);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
