// SPDX-License-Identifier: Apache-2.0
package io.botflow.testkit.genesys;

import io.botflow.testkit.genesys.internal.rest.Routes;

/** The calls for inbound and outbound messages, their conversations and media, put together. */
final class ConversationApi {
  private final Ledger ledger;
  private final Settings settings;
  private final Conversations conversations;
  private final Integrations integrations;
  private final Queues queues;
  private final Routing routing;
  private final Outbound outbound;
  private final Media media;
  private final Uploads uploads = new Uploads();

  ConversationApi(
      Ledger ledger,
      Settings settings,
      Conversations conversations,
      Integrations integrations,
      Queues queues,
      Routing routing,
      Outbound outbound,
      Media media) {
    this.ledger = ledger;
    this.settings = settings;
    this.conversations = conversations;
    this.integrations = integrations;
    this.queues = queues;
    this.routing = routing;
    this.outbound = outbound;
    this.media = media;
  }

  void registerInbound(Routes routes, Traffic traffic, Faults faults, Workers workers) {
    Receipts receipts = new Receipts(conversations, settings, traffic);
    new InboundEndpoint(integrations, conversations, receipts, settings, traffic)
        .register(routes, faults, workers);
    new CatchAllEndpoint(conversations, integrations, receipts, settings)
        .register(routes, faults, workers);
  }

  void register(Routes routes) {
    ConversationApiSettings api = settings.conversationApi();
    Lines lines = new Lines(conversations, api.userTokenRequired());
    new ConversationEndpoint(
            ledger, conversations, routing, new ConversationViews(api.normalizedMessagesOnly()))
        .register(routes);
    new MessageEndpoint(ledger, conversations, api.normalizedMessagesOnly()).register(routes);
    new AgentlessEndpoint(ledger, conversations, integrations, routing, outbound, settings)
        .register(routes);
    new AgentEndpoint(
            ledger, conversations, queues, integrations, lines, uploads, outbound, settings)
        .register(routes);
    new UploadEndpoint(ledger, lines, uploads, media).register(routes);
    new CachedMediaEndpoint(media.cache()).register(routes);
  }

  /** Where the bytes of announced files go. */
  UploadTarget uploadTarget() {
    return new UploadTarget(uploads, media);
  }
}
