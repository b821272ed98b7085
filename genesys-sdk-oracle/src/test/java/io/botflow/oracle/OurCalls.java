// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static io.botflow.oracle.SdkRequest.sample;

import io.botflow.genesys.GenesysCloud;
import io.botflow.genesys.botconnector.BotList;
import io.botflow.genesys.configuration.Configuration;
import io.botflow.genesys.configuration.IntegrationDetail;
import io.botflow.genesys.configuration.IntegrationFilter;
import io.botflow.genesys.configuration.MediaTypes;
import io.botflow.genesys.configuration.MessagingSetting;
import io.botflow.genesys.configuration.OpenIntegrationDraft;
import io.botflow.genesys.configuration.SupportedContent;
import io.botflow.genesys.configuration.ThreadingTimeline;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.conversations.Conversations;
import io.botflow.genesys.openmessaging.CatchAllMessaging;
import io.botflow.genesys.openmessaging.InboundMessage;
import io.botflow.genesys.openmessaging.InboundReceipt;
import io.botflow.genesys.openmessaging.OpenMessaging;
import io.botflow.genesys.outbound.AgentCommunication;
import io.botflow.genesys.outbound.AgentMessage;
import io.botflow.genesys.outbound.Outbound;
import io.botflow.genesys.outbound.PreparedResponse;
import io.botflow.genesys.outbound.ResponseParameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every call that our client makes, by the SDK's name for it. */
final class OurCalls {
  private static final MediaTypes ALL = MediaTypes.allow(List.of("*/*"), List.of("*/*"));

  private OurCalls() {}

  /**
   * A call.
   *
   * @param operation the SDK's method
   * @param ours makes it
   */
  record Call(String operation, Consumer<GenesysCloud> ours) {
    @Override
    public String toString() {
      return operation;
    }
  }

  static List<Call> all() {
    return Stream.of(inbound(), outbound(), agent(), conversations(), configuration(), bots())
        .flatMap(List::stream)
        .toList();
  }

  /** Reads a listing, which asks for its pages as it is read. */
  private static void readAll(Stream<?> listing) {
    listing.forEach(one -> {});
  }

  private static List<Call> inbound() {
    InboundMessage message = (InboundMessage) Requests.inboundMessages()[0];
    InboundReceipt receipt = (InboundReceipt) Requests.receipts()[0];
    return List.of(
        messaging("postConversationsMessageInboundOpenMessage", open -> open.send(message)),
        messaging("postConversationsMessageInboundOpenReceipt", open -> open.sendReceipt(receipt)),
        messaging(
            "postConversationsMessageInboundOpenEvent",
            open -> open.sendTyping(Requests.customer())),
        catchAll(open -> open.send(message)),
        catchAll(open -> open.sendReceipt(receipt)),
        catchAll(open -> open.sendReceipt((InboundReceipt) Requests.receipts()[5])));
  }

  private static Call messaging(String operation, Consumer<OpenMessaging> ours) {
    return new Call(
        operation, genesys -> ours.accept(genesys.openMessaging(sample("integrationId"))));
  }

  private static Call catchAll(Consumer<CatchAllMessaging> ours) {
    return new Call(
        "postConversationsMessagesInboundOpen",
        genesys -> ours.accept(genesys.catchAllMessaging(sample("integrationId"))));
  }

  private static List<Call> outbound() {
    return List.of(
        outbound(
            "postConversationsMessagesAgentless", outbound -> outbound.send(Requests.agentless())),
        outbound(
            "postConversationsMessages", outbound -> outbound.create(Requests.newConversation())));
  }

  private static Call outbound(String operation, Consumer<Outbound> ours) {
    return new Call(operation, genesys -> ours.accept(genesys.outbound()));
  }

  private static List<Call> agent() {
    PreparedResponse response = PreparedResponse.of("r-1", new ResponseParameter("name", "Ada"));
    String messages = "postConversationsMessageCommunicationMessages";
    return List.of(
        agent(messages, agent -> agent.send(AgentMessage.text("Hello"))),
        agent(messages, agent -> agent.send(AgentMessage.media(List.of("media-1")))),
        agent(messages, agent -> agent.send(AgentMessage.response(response))),
        agent(
            "postConversationsMessageCommunicationTyping",
            agent -> agent.typing(Duration.ofSeconds(5))),
        agent(
            "postConversationsMessageCommunicationMessagesMedia",
            AgentCommunication::prepareDeprecatedUpload),
        agent(
            "getConversationsMessageCommunicationMessagesMediaMediaId",
            agent -> agent.media(sample("mediaId"))));
  }

  private static Call agent(String operation, Consumer<AgentCommunication> ours) {
    return outbound(
        operation,
        outbound ->
            ours.accept(
                outbound.communication(sample("conversationId"), sample("communicationId"))));
  }

  private static List<Call> conversations() {
    String conversation = sample("conversationId");
    String participant = sample("participantId");
    String message = sample("messageId");
    return List.of(
        conversations("getConversation", all -> all.conversation(conversation)),
        conversations("getConversationsMessage", all -> all.messageConversation(conversation)),
        conversations(
            "getConversationsMessagesCachedmedia",
            all -> readAll(all.cachedMedia().list("https://files.example.com/a.jpg"))),
        conversations(
            "getConversationsMessagesCachedmediaCachedMediaItemId",
            all -> all.cachedMedia().read(sample("cachedMediaItemId"))),
        conversations(
            "deleteConversationsMessagesCachedmediaCachedMediaItemId",
            all -> all.cachedMedia().delete(sample("cachedMediaItemId"))),
        conversations("getConversationsMessageDetails", all -> all.message(message)),
        conversations("getConversationsMessageMessage", all -> all.message(conversation, message)),
        conversations(
            "postConversationsMessageMessagesBulk",
            all -> all.messages(conversation, List.of("m-1", "m-2"))),
        conversations("patchConversationsMessage", all -> all.disconnect(conversation)),
        conversations(
            "patchConversationsMessageParticipant",
            all -> all.disconnect(conversation, participant)),
        conversations(
            "patchConversationsMessageParticipantAttributes",
            all -> all.setAttributes(conversation, participant, Map.of("tier", "gold"))));
  }

  private static Call conversations(String operation, Consumer<Conversations> ours) {
    return new Call(operation, genesys -> ours.accept(genesys.conversations()));
  }

  private static List<Call> configuration() {
    String integration = sample("integrationId");
    String content = sample("supportedContentId");
    String setting = sample("messageSettingId");
    IntegrationFilter filter =
        IntegrationFilter.all()
            .supportedContent(content)
            .messagingSetting(setting)
            .expand(IntegrationDetail.SUPPORTED_CONTENT)
            .pageSize(50);
    OpenIntegrationDraft draft = (OpenIntegrationDraft) Requests.integrations()[0];
    SupportedContent profile = SupportedContent.of("profile", ALL);
    MessagingSetting typing = MessagingSetting.typing("typing", true, true);
    ThreadingTimeline timeline =
        new ThreadingTimeline(List.of(), 4320L, Map.of())
            .with(MessengerType.OPEN, Duration.ofHours(1));
    String integrations = "ConversationsMessagingIntegrationsOpen";
    String contents = "ConversationsMessagingSupportedcontent";
    String settings = "ConversationsMessagingSetting";
    String one = contents + "SupportedContentId";
    return List.of(
        configuration("get" + integrations, all -> readAll(all.integrations().list(filter))),
        configuration(
            "getConversationsMessagingIntegrations",
            all -> readAll(all.integrations().listAllChannels(filter))),
        configuration("post" + integrations, all -> all.integrations().create(draft)),
        configuration(
            "get" + integrations + "IntegrationId", all -> all.integrations().read(integration)),
        configuration(
            "patch" + integrations + "IntegrationId",
            all -> all.integrations().update(integration, draft)),
        configuration(
            "delete" + integrations + "IntegrationId",
            all -> all.integrations().delete(integration)),
        configuration("get" + contents, all -> readAll(all.supportedContent().list())),
        configuration("get" + contents + "Default", all -> all.supportedContent().readDefault()),
        configuration(
            "put" + contents + "Default", all -> all.supportedContent().makeDefault(content)),
        configuration("get" + one, all -> all.supportedContent().read(content)),
        configuration("post" + contents, all -> all.supportedContent().create(profile)),
        configuration("patch" + one, all -> all.supportedContent().update(content, profile)),
        configuration("delete" + one, all -> all.supportedContent().delete(content)),
        configuration("get" + settings + "s", all -> readAll(all.messagingSettings().list())),
        configuration("get" + settings + "sDefault", all -> all.messagingSettings().readDefault()),
        configuration(
            "put" + settings + "sDefault", all -> all.messagingSettings().makeDefault(setting)),
        configuration("get" + settings, all -> all.messagingSettings().read(setting)),
        configuration("post" + settings + "s", all -> all.messagingSettings().create(typing)),
        configuration("patch" + settings, all -> all.messagingSettings().update(setting, typing)),
        configuration("delete" + settings, all -> all.messagingSettings().delete(setting)),
        configuration(
            "getConversationsMessagingThreadingtimeline", Configuration::threadingTimeline),
        configuration(
            "putConversationsMessagingThreadingtimeline", all -> all.threadingTimeline(timeline)),
        configuration(
            "getRoutingMessageRecipients", all -> readAll(all.recipients(MessengerType.OPEN))),
        configuration("getRoutingMessageRecipient", all -> all.recipient(sample("recipientId"))),
        configuration(
            "putRoutingMessageRecipient", all -> all.attachFlow(sample("recipientId"), "flow-1")),
        configuration("getIpranges", all -> all.ipRanges("api")));
  }

  private static Call configuration(String operation, Consumer<Configuration> ours) {
    return new Call(operation, genesys -> ours.accept(genesys.configuration()));
  }

  private static List<Call> bots() {
    String bots = "IntegrationsBotconnectorIntegrationIdBots";
    String integration = sample("integrationId");
    return List.of(
        new Call(
            "put" + bots,
            genesys -> genesys.botConnector(integration).putBots(BotList.of(Requests.bots()))),
        new Call(
            "get" + bots + "Summaries",
            genesys -> readAll(genesys.botConnector(integration).summaries())),
        new Call(
            "getIntegrationsBotconnectorIntegrationIdBotVersions",
            genesys -> readAll(genesys.botConnector(integration).versions(sample("botId")))),
        new Call(
            "getIntegrationsBotconnectorIntegrationIdBot",
            genesys -> genesys.botConnector(integration).bot(sample("botId"), "1")),
        new Call(
            "postTextbotsBotsExecute",
            genesys -> genesys.textBots().execute(Requests.textBotTurn())),
        new Call("get" + bots, genesys -> genesys.botConnector(integration).bots()));
  }
}
