// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import java.time.Duration;
import java.util.List;

/** Freezes a flow together with the bot list of the moment, as publishing in Architect does. */
final class FlowPublisher {
  private final TimedHttp http;
  private final Traffic traffic;
  private final Workers workers;
  private final String failureQueue;

  FlowPublisher(TimedHttp http, Traffic traffic, Workers workers, String failureQueue) {
    this.http = http;
    this.traffic = traffic;
    this.workers = workers;
    this.failureQueue = failureQueue;
  }

  PublishedFlow publish(MessageFlow flow) {
    MessageFlow.Builder settings = flow.settings();
    FlowOutcome onFailure =
        settings.onFailure == null ? FlowOutcome.transferToQueue(failureQueue) : settings.onFailure;
    BotConnector connector = settings.connector;
    DigitalBotConnector digital = settings.digital;
    if (connector != null) {
      BotHttp bot = new BotHttp(http, traffic, connector.label(), connector.credentials());
      RegisteredBot registered = find(connector.bots(), settings.botId, connector.label());
      RegisteredBot.Version version = version(registered, settings);
      return new PublishedFlow(
          settings,
          new BotConnectorCaller(connector, settings, registered, version, bot, workers),
          version,
          onFailure);
    }
    if (digital != null) {
      BotHttp bot = new BotHttp(http, traffic, digital.label(), digital.headers());
      RegisteredBot registered =
          find(pull(digital, bot, settings), settings.botId, digital.label());
      RegisteredBot.Version version = version(registered, settings);
      return new PublishedFlow(
          settings,
          new DigitalBotConnectorCaller(digital, settings, registered, version, bot, workers),
          version,
          onFailure);
    }
    return new PublishedFlow(settings, null, null, onFailure);
  }

  private static List<RegisteredBot> pull(
      DigitalBotConnector connector, BotHttp bot, MessageFlow.Builder settings) {
    requirePositive(settings.responseTimeout, "responseTimeout");
    requirePositive(settings.followUpTimeout, "followUpTimeout");
    requirePositive(settings.sessionTimeout, "sessionTimeout");
    try {
      return new BotSource(connector, bot, settings.responseTimeout).list();
    } catch (BotSource.NotAvailableException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static void requirePositive(Duration value, String name) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalStateException(name + " must be positive in version 2, was " + value);
    }
  }

  private static RegisteredBot find(List<RegisteredBot> bots, String botId, String where) {
    return bots.stream()
        .filter(bot -> bot.id().equals(botId))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "bot '"
                        + botId
                        + "' is not registered at "
                        + where
                        + "; registered: "
                        + bots.stream().map(RegisteredBot::id).toList()));
  }

  private static RegisteredBot.Version version(RegisteredBot bot, MessageFlow.Builder settings) {
    RegisteredBot.Version version = bot.versions().get(settings.version);
    if (version == null) {
      throw new IllegalStateException(
          "version '"
              + settings.version
              + "' of bot '"
              + bot.id()
              + "' is not registered; registered: "
              + bot.versions().keySet());
    }
    for (String intent : settings.outcomes.keySet()) {
      if (!version.intents().containsKey(intent)) {
        throw new IllegalStateException(
            "intent '"
                + intent
                + "' of the flow is not registered; registered: "
                + version.intents().keySet());
      }
    }
    return version;
  }
}
