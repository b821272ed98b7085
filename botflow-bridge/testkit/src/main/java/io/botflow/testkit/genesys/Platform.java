// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Caller;
import io.botflow.testkit.genesys.internal.rest.Routes;
import java.net.http.HttpClient;

/** The parts of one simulator, put together and ended together. */
final class Platform implements AutoCloseable {
  final Settings settings;
  final LoopbackAddress address;
  final Workers workers = new Workers();
  final Ledger ledger = new Ledger();
  final Faults faults = new Faults();
  final Traffic traffic;
  final Queues queues = new Queues();
  final Tokens tokens;
  final ApiHandler api;
  final BotConnectorApi bots;
  final Organisation organisation;
  final Conversations conversations;
  final AgentDesk desk;

  Platform(Settings settings) {
    this.settings = settings;
    this.traffic = new Traffic(settings.clock());
    this.address = LoopbackAddress.bind(settings.port(), settings.tlsDomain());
    TimedHttp direct = new TimedHttp(workers, HttpClient.Redirect.NEVER);
    TimedHttp following = new TimedHttp(workers, HttpClient.Redirect.NORMAL);
    Media media = new Media(following, traffic, settings, address.uri("api"));
    Routing routing = new Routing(ledger, settings.clock(), traffic, queues);
    WebhookSender sender = new WebhookSender(ledger, workers, direct, traffic, settings, routing);
    Outbound outbound = new Outbound(settings.clock(), media, sender);
    FlowProgress progress = new FlowProgress(routing, outbound);
    BotSessions sessions = new BotSessions(ledger, workers, progress, settings.botConnectorApi());
    FlowRunner flows =
        new FlowRunner(ledger, workers, settings.clock(), progress, sessions, outbound, traffic);
    this.organisation =
        new Organisation(
            settings, new FlowPublisher(direct, traffic, workers, settings.failureQueue()));
    this.conversations =
        new Conversations(
            ledger, workers, settings, organisation.threading(), flows, media, outbound, traffic);
    this.tokens = new Tokens(settings, traffic);
    this.desk = new AgentDesk(ledger, routing, outbound, this::userToken);
    this.bots =
        new BotConnectorApi(
            direct,
            workers,
            traffic,
            settings.botConnectorApi(),
            new OutgoingMessageEndpoint(ledger, sessions, progress, outbound, traffic));
    Routes routes = new Routes();
    ConversationApi conversationApi =
        new ConversationApi(
            ledger,
            settings,
            conversations,
            organisation.integrations(),
            queues,
            routing,
            outbound,
            media);
    conversationApi.registerInbound(routes, traffic, faults, workers);
    conversationApi.register(routes);
    organisation.register(routes, faults);
    bots.register(routes.inside(faults::aroundBotConnector));
    this.api =
        new ApiHandler(
            settings,
            tokens,
            new DownloadEndpoint(media, traffic),
            conversationApi.uploadTarget(),
            routes);
    address.serve(api, workers.pool(), media.maxBytes());
  }

  private String userToken(String userName) {
    return tokens.issue(new Caller(settings.clientId(), userName, null));
  }

  @Override
  public void close() {
    address.close();
    workers.close();
  }
}
