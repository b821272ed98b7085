// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Routes;

/** The calls of both versions of the Bot Connector, put together. */
final class BotConnectorApi {
  private final BotListEndpoint classicLists;
  private final DigitalBotListEndpoint digitalLists;
  private final TextBotEndpoint textBots;
  private final OutgoingMessageEndpoint outgoing;

  BotConnectorApi(
      TimedHttp http,
      Workers workers,
      Traffic traffic,
      BotConnectorApiSettings settings,
      OutgoingMessageEndpoint outgoing) {
    this.classicLists = new BotListEndpoint(traffic);
    this.digitalLists = new DigitalBotListEndpoint(http, traffic, settings);
    this.textBots = new TextBotEndpoint(classicLists, http, workers, traffic, settings);
    this.outgoing = outgoing;
  }

  BotConnector add(BotConnector connector) {
    classicLists.add(connector);
    return connector;
  }

  DigitalBotConnector add(DigitalBotConnector connector) {
    digitalLists.add(connector);
    return connector;
  }

  void register(Routes routes) {
    classicLists.register(routes);
    digitalLists.register(routes);
    textBots.register(routes);
    outgoing.register(routes);
  }
}
