// SPDX-License-Identifier: Apache-2.0
package io.botflow.examples.demo;

import io.botflow.examples.order.OrderBot;
import io.botflow.genesys.Region;
import io.botflow.testkit.genesys.AgentConversation;
import io.botflow.testkit.genesys.BotConnector;
import io.botflow.testkit.genesys.ConversationRecord;
import io.botflow.testkit.genesys.DigitalBotConnector;
import io.botflow.testkit.genesys.FlowOutcome;
import io.botflow.testkit.genesys.GenesysCloudSimulator;
import io.botflow.testkit.genesys.MessageFlow;
import io.botflow.testkit.genesys.OpenIntegration;
import io.botflow.testkit.genesys.SupportedContent;
import io.botflow.testkit.telegram.TelegramContent;
import io.botflow.testkit.telegram.TelegramCustomer;
import io.botflow.testkit.telegram.TelegramMessage;
import io.botflow.testkit.telegram.TelegramSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * Plays one conversation over the two simulators and the real bridge, and checks that nothing was
 * lost on the way.
 */
final class SimulatedRoute {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String BOT_HEADER = "X-Bot-Secret";

  private final PrintStream out;
  private final boolean classic;
  private final Samples samples = Samples.make();

  SimulatedRoute(PrintStream out, boolean classic) {
    this.out = out;
    this.classic = classic;
  }

  /** Plays the conversation; true when every message arrived once, in order, with its bytes. */
  boolean play() throws IOException {
    Path data = Files.createTempDirectory("botflow-demo");
    Hops hops = new Hops(out);
    try (GenesysCloudSimulator genesys = GenesysCloudSimulator.builder().start();
        TelegramSimulator telegram = TelegramSimulator.builder().start()) {
      genesys.onTraffic(hops::genesys);
      telegram.onTraffic(hops::telegram);
      String webhookSecret = UUID.randomUUID().toString();
      String botSecret = UUID.randomUUID().toString();
      OpenIntegration integration = genesys.createOpenIntegration("Telegram", webhookSecret);
      integration.supportedContent(
          new SupportedContent(List.of("*/*"), List.of("image/*", "application/pdf")));
      integration.richMedia(true, true);
      BotConnector connector = classic ? genesys.createBotConnector("Order bot") : null;
      Settings settings =
          new Settings(
              telegram.token(),
              telegram.apiUri(),
              Region.at(genesys.apiUri(), genesys.loginUri()),
              genesys.clientId(),
              genesys.clientSecret(),
              integration.id(),
              webhookSecret,
              null,
              0,
              BOT_HEADER,
              botSecret,
              connector == null ? null : connector.id(),
              data,
              genesys.apiUri());
      try (BridgeProgram program = BridgeProgram.start(settings, new OrderBot(), hops::bridge)) {
        integration.webhookUri(
            program.publicUri().resolve("/webhooks/genesys/" + integration.id()));
        integration.publish(flow(genesys, connector, program.publicUri(), botSecret));
        ConversationRecord record = converse(genesys, telegram);
        hops.close();
        return new Verdict(out, samples).of(record, customer(telegram));
      }
    } finally {
      delete(data);
    }
  }

  private static TelegramCustomer customer(TelegramSimulator telegram) {
    return telegram.customer(3527065, "Іван", "Петренко", "uk");
  }

  /**
   * The inbound message flow: the bot first; its escalation intent transfers to the group that the
   * bot names.
   */
  private static MessageFlow flow(
      GenesysCloudSimulator genesys, @Nullable BotConnector classic, URI bridge, String botSecret) {
    MessageFlow.Builder flow;
    if (classic != null) {
      classic.utteranceUri(bridge.resolve("/bot/v1/utterance")).credential(BOT_HEADER, botSecret);
      flow = MessageFlow.callBotConnector(classic, OrderBot.ID, OrderBot.VERSION);
    } else {
      DigitalBotConnector digital =
          genesys.createDigitalBotConnector("Order bot", bridge.resolve("/bot/v2"));
      flow =
          MessageFlow.callDigitalBotConnector(
              digital.connectionSecret(BOT_HEADER, botSecret), OrderBot.ID, OrderBot.VERSION);
    }
    return flow.onIntent(
            OrderBot.CALL_OPERATOR, FlowOutcome.transferToQueueFrom("group", OrderBot.GROUP))
        .onIntent(OrderBot.ORDER_DONE, FlowOutcome.disconnect())
        .build();
  }

  private ConversationRecord converse(GenesysCloudSimulator genesys, TelegramSimulator telegram) {
    TelegramCustomer ivan = customer(telegram);
    ivan.sendText("Добрий день! Де моє замовлення 10457?");
    ivan.awaitMessage(message -> message.text().contains("10457"), PATIENCE);
    ivan.sendPhoto(samples.picture(), "А це фото посилки 10458");
    ivan.awaitMessage(message -> message.text().contains("10458"), PATIENCE);
    ivan.sendAlbum(samples.album().stream().map(TelegramContent::photo).toList());
    awaitCount(ivan, "I have your file", 2);
    ivan.sendVoice(samples.voice());
    awaitCount(ivan, "I have your file", 3);
    ivan.sendLocation(50.45, 30.52);
    ivan.awaitMessage(message -> message.text().startsWith("Hello"), PATIENCE);
    ivan.sendText("Меню");
    TelegramMessage menu = ivan.awaitMessage(message -> !message.buttons().isEmpty(), PATIENCE);
    ivan.pressButton(menu, "Кур'єр");
    ivan.awaitMessage(message -> message.text().equals("Записав: Кур'єр"), PATIENCE);
    ivan.sendText("відділення");
    ivan.awaitMessage(message -> message.text().equals("Записав: Відділення"), PATIENCE);
    ivan.sendText("Яке є пакування?");
    ivan.awaitMessage(message -> shown(message).contains("Коробка L"), PATIENCE);
    ivan.sendText("Покличте, будь ласка, оператора");
    ivan.awaitMessage(message -> message.text().contains("оператором"), PATIENCE);

    AgentConversation desk =
        genesys.agent("Olena").onQueue(OrderBot.GROUP).awaitConversation(PATIENCE).accept();
    desk.sendText("Вітаю, я Олена. Надсилаю рахунок.");
    desk.sendFile("Рахунок 10457.pdf", "application/pdf", samples.invoice());
    ivan.awaitMessage(message -> message.file().isPresent(), PATIENCE);
    ivan.sendText("Дякую, все є!");
    desk.awaitMessage(message -> message.says("Дякую, все є!"), PATIENCE);
    desk.disconnect();
    return genesys.conversation(desk.conversationId()).orElseThrow();
  }

  private static void awaitCount(TelegramCustomer customer, String text, int count) {
    customer.awaitMessage(
        message ->
            customer.messages().stream().filter(each -> each.text().contains(text)).count()
                >= count,
        PATIENCE);
  }

  private static String shown(TelegramMessage message) {
    return message.text().isEmpty() ? message.caption() : message.text();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
