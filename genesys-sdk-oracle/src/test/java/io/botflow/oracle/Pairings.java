// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static io.botflow.oracle.Pairing.read;
import static io.botflow.oracle.Pairing.sent;

import io.botflow.genesys.botconnector.BotIntent;
import io.botflow.genesys.botconnector.BotList;
import io.botflow.genesys.botconnector.BotSlot;
import io.botflow.genesys.botconnector.BotSummary;
import io.botflow.genesys.botconnector.BotVersionSummary;
import io.botflow.genesys.botconnector.ConnectorBot;
import io.botflow.genesys.botconnector.ConnectorBotVersion;
import io.botflow.genesys.botconnector.dialog.InputMessage;
import io.botflow.genesys.botconnector.dialog.ReplyMessage;
import io.botflow.genesys.configuration.CreateError;
import io.botflow.genesys.configuration.FlowRecipient;
import io.botflow.genesys.configuration.IpRange;
import io.botflow.genesys.configuration.MediaTypes;
import io.botflow.genesys.configuration.MessagingIntegration;
import io.botflow.genesys.configuration.MessagingSetting;
import io.botflow.genesys.configuration.OpenIntegration;
import io.botflow.genesys.configuration.Reference;
import io.botflow.genesys.configuration.SupportedContent;
import io.botflow.genesys.configuration.ThreadingTimeline;
import io.botflow.genesys.content.Attachment;
import io.botflow.genesys.content.AttachmentContent;
import io.botflow.genesys.content.ButtonResponse;
import io.botflow.genesys.content.ButtonResponseContent;
import io.botflow.genesys.content.Card;
import io.botflow.genesys.content.CardAction;
import io.botflow.genesys.content.CardContent;
import io.botflow.genesys.content.Carousel;
import io.botflow.genesys.content.CarouselContent;
import io.botflow.genesys.content.Location;
import io.botflow.genesys.content.LocationContent;
import io.botflow.genesys.content.MessageEvent;
import io.botflow.genesys.content.MessagingChannel;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.content.NotificationTemplate;
import io.botflow.genesys.content.QuickReplies;
import io.botflow.genesys.content.QuickRepliesContent;
import io.botflow.genesys.content.QuickReply;
import io.botflow.genesys.content.QuickReplyContent;
import io.botflow.genesys.content.Reason;
import io.botflow.genesys.content.Recipient;
import io.botflow.genesys.content.Story;
import io.botflow.genesys.content.StoryContent;
import io.botflow.genesys.content.TemplateBody;
import io.botflow.genesys.content.TemplateContent;
import io.botflow.genesys.content.TemplateFooter;
import io.botflow.genesys.content.TemplateHeader;
import io.botflow.genesys.content.TemplateParameter;
import io.botflow.genesys.content.TextBlock;
import io.botflow.genesys.content.TextContent;
import io.botflow.genesys.content.Typing;
import io.botflow.genesys.conversations.CachedMediaItem;
import io.botflow.genesys.conversations.Communication;
import io.botflow.genesys.conversations.Conversation;
import io.botflow.genesys.conversations.MessageConversation;
import io.botflow.genesys.conversations.MessageData;
import io.botflow.genesys.conversations.MessageMedia;
import io.botflow.genesys.conversations.MessageParticipant;
import io.botflow.genesys.conversations.MessageReference;
import io.botflow.genesys.conversations.NormalizedMessage;
import io.botflow.genesys.conversations.Participant;
import io.botflow.genesys.openmessaging.Customer;
import io.botflow.genesys.openmessaging.EventChannel;
import io.botflow.genesys.openmessaging.InboundChannel;
import io.botflow.genesys.openmessaging.InboundEvent;
import io.botflow.genesys.openmessaging.ReceiptChannel;
import io.botflow.genesys.openmessaging.ReceiptTarget;
import io.botflow.genesys.openmessaging.SentEvent;
import io.botflow.genesys.openmessaging.SentMessage;
import io.botflow.genesys.openmessaging.SentReceipt;
import io.botflow.genesys.outbound.AgentMessage;
import io.botflow.genesys.outbound.CreatedConversation;
import io.botflow.genesys.outbound.PreparedResponse;
import io.botflow.genesys.outbound.ResponseParameter;
import io.botflow.genesys.outbound.SentAgentlessMessage;
import io.botflow.genesys.outbound.UploadedMedia;
import io.botflow.genesys.textbots.TextBotAnswer;
import io.botflow.genesys.textbots.WebhookParameters;
import io.botflow.genesys.webhook.EventNotification;
import io.botflow.genesys.webhook.MessageNotification;
import io.botflow.genesys.webhook.ReceiptNotification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which of our wire records is which model of the SDK. */
final class Pairings {
  private Pairings() {}

  static List<Pairing> all() {
    return Stream.of(
            inbound(), outbound(), conversations(), content(), webhooks(), configuration(), bots())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Pairing> inbound() {
    return List.of(
        sent("OpenInboundNormalizedMessage", Requests.inboundMessages()),
        sent(InboundChannel.class, "OpenInboundMessageMessagingChannel"),
        sent(Customer.class, "OpenMessagingFromRecipient"),
        sent("OpenInboundNormalizedEvent", InboundEvent.typing(Requests.customer(), Requests.TIME)),
        sent(EventChannel.class, "OpenInboundMessagingChannel"),
        sent("OpenInboundNormalizedReceipt", Requests.receipts()),
        sent(ReceiptChannel.class, "OpenInboundMessagingReceiptChannel"),
        sent(ReceiptTarget.class, "OpenMessagingToRecipient"),
        read(SentMessage.class, "OpenMessageNormalizedMessage"),
        read(SentMessage.class, "OpenNormalizedMessage", "direction isFinalReceipt reasons status"),
        read(SentReceipt.class, "OpenReceiptNormalizedMessage"),
        read(SentReceipt.class, "OpenNormalizedMessage", "content metadata text"),
        read(SentEvent.class, "OpenEventNormalizedMessage"));
  }

  private static List<Pairing> outbound() {
    return List.of(
        sent("SendAgentlessOutboundMessageRequest", Requests.agentless()),
        sent("CreateOutboundMessagingConversationRequest", Requests.newConversation()),
        sent(AgentMessage.class, "AdditionalMessage"),
        sent(PreparedResponse.class, "MessagingTemplateRequest"),
        sent(ResponseParameter.class, "TemplateParameter"),
        read(
            SentAgentlessMessage.class,
            "SendAgentlessOutboundMessageResponse",
            "messagingTemplate selfUri user"),
        read(
            CreatedConversation.class,
            "MessageConversation",
            "name otherMediaUris participants recentTransfers"),
        read(UploadedMedia.class, "MessageMediaData", "selfUri"));
  }

  private static List<Pairing> conversations() {
    return List.of(
        read(
            MessageConversation.class,
            "MessageConversation",
            "otherMediaUris recentTransfers selfUri"),
        read(
            MessageParticipant.class,
            "MessageMediaParticipant",
            """
            address alertingTimeoutMs authenticated conversationRoutingData endAcwTime
            errorInfo externalContact externalOrganization flaggedReason fromAddress held
            journeyContext mediaRoles monitoredParticipant monitoredParticipantId peer
            provider queue recipientCountry recipientType script startAcwTime startHoldTime
            startTime team toAddress type user wrapup wrapupPrompt wrapupRequired
            wrapupSkipped wrapupTimeoutMs
            """),
        read(CachedMediaItem.class, "CachedMediaItem", "selfUri"),
        read(
            Conversation.class,
            "Conversation",
            """
            address conversationIds divisions endTime externalTag maxParticipants name
            recentTransfers recordingState securePause selfUri startTime state\
            """),
        read(
            Participant.class,
            "Participant",
            """
            address alertingTimeoutMs ani aniName bargedParticipantId callbacks calls chats
            coachedParticipantId cobrowsesessions connectedTime consultParticipantId
            conversationRoutingData dnis emails endAcwTime endTime evaluations
            externalContactId externalOrganizationId flaggedReason groupId locale mediaRoles
            monitoredParticipantId name participantType queueId queueName
            screenRecordingState screenshares socialExpressions startAcwTime startTime
            teamId userId userUri videos wrapup wrapupPrompt wrapupRequired wrapupSkipped
            wrapupTimeoutMs\
            """),
        read(
            Communication.class,
            "Message",
            """
            afterCallWork afterCallWorkRequired agentAssistantId authenticated
            byoSmsIntegrationId connectedTime direction disconnectType disconnectedTime
            errorInfo fromAddress held initialState journeyContext peerId provider
            queueMediaSettings recipientCountry recipientType recordingId scriptId segments
            startAlertingTime startHoldTime toAddress type wrapup\
            """),
        read(
            MessageReference.class,
            "MessageDetails",
            """
            errorInfo media messageMetadata messageSegmentCount messageURI stickers\
            """),
        read(MessageData.class, "MessageData", "createdBy name selfUri stickers"),
        read(MessageMedia.class, "MessageMedia"),
        read(NormalizedMessage.class, "ConversationNormalizedMessage", "byoSmsIntegrationId"));
  }

  private static List<Pairing> content() {
    return List.of(
        read(MessagingChannel.class, "OpenMessagingChannel"),
        read(MessagingChannel.class, "ConversationMessagingChannel", "dateDeleted dateModified"),
        read(Recipient.class, "OpenMessagingFromRecipient"),
        read(Recipient.class, "OpenMessagingToRecipient"),
        read(Recipient.class, "ConversationMessagingFromRecipient", "additionalIds"),
        read(Recipient.class, "ConversationMessagingToRecipient", "additionalIds"),
        sent("OpenInboundMessageContent", Requests.attachmentContent()),
        sent("OpenContentAttachment", Requests.attachments()),
        read(AttachmentContent.class, "OpenMessageContent"),
        read(AttachmentContent.class, "ConversationMessageContent"),
        read(Attachment.class, "ConversationContentAttachment"),
        read(QuickReplyContent.class, "ConversationMessageContent"),
        read(QuickReply.class, "ConversationContentQuickReply"),
        read(CardContent.class, "ConversationMessageContent"),
        read(Card.class, "ConversationContentCard"),
        read(CardAction.class, "ConversationContentCardAction"),
        read(CarouselContent.class, "ConversationMessageContent"),
        read(Carousel.class, "ConversationContentCarousel"),
        read(ButtonResponseContent.class, "ConversationMessageContent"),
        read(ButtonResponse.class, "ConversationContentButtonResponse"),
        read(TemplateContent.class, "ConversationMessageContent"),
        read(NotificationTemplate.class, "ConversationContentNotificationTemplate"),
        read(TemplateHeader.class, "ConversationNotificationTemplateHeader"),
        read(TemplateBody.class, "ConversationNotificationTemplateBody"),
        read(TemplateFooter.class, "ConversationNotificationTemplateFooter"),
        read(TemplateParameter.class, "ConversationNotificationTemplateParameter"),
        read(LocationContent.class, "ConversationMessageContent"),
        read(Location.class, "ConversationContentLocation"),
        read(StoryContent.class, "ConversationMessageContent"),
        read(Story.class, "ConversationContentStory"),
        read(TextContent.class, "ConversationMessageContent"),
        read(TextBlock.class, "ConversationContentText"),
        read(QuickRepliesContent.class, "ConversationMessageContent"),
        read(QuickReplies.class, "ConversationContentQuickReplyV2"),
        sent("OpenEvent", MessageEvent.ofTyping()),
        read(MessageEvent.class, "OpenMessageEvent"),
        read(MessageEvent.class, "ConversationMessageEvent", "coBrowse presence"),
        read(Typing.class, "ConversationEventTyping"),
        read(Reason.class, "ConversationReason"));
  }

  private static List<Pairing> webhooks() {
    return List.of(
        read(
            MessageNotification.class,
            "ConversationNormalizedMessage",
            "byoSmsIntegrationId events isFinalReceipt reasons status"),
        read(
            ReceiptNotification.class,
            "ConversationNormalizedMessage",
            """
            byoSmsIntegrationId content events metadata originatingEntity text\
            """),
        read(
            EventNotification.class,
            "ConversationNormalizedMessage",
            """
            byoSmsIntegrationId content isFinalReceipt metadata originatingEntity reasons
            status text\
            """));
  }

  private static List<Pairing> configuration() {
    MediaTypes media = MediaTypes.allow(List.of("*/*"), List.of("image/*"));
    MessagingSetting typing = MessagingSetting.typing("profile", true, false);
    return List.of(
        read(
            MessagingIntegration.class,
            "MessagingIntegration",
            "createdBy modifiedBy selfUri version"),
        sent("OpenIntegrationRequest", Requests.integrations()),
        sent("OpenIntegrationUpdateRequest", Requests.integrations()),
        sent("SupportedContentReference", Reference.of("id")),
        sent("MessagingSettingRequestReference", Reference.of("id")),
        sent("RecipientFlow", Reference.of("id")),
        read(OpenIntegration.class, "OpenIntegration", "createdBy modifiedBy selfUri"),
        read(
            CreateError.class,
            "ErrorBody",
            """
            details entityId entityName limit messageParams messageWithParams\
            """),
        read(Reference.class, "DomainEntityRef"),
        read(Reference.class, "SupportedContentReference", "mediaTypes"),
        read(
            Reference.class,
            "MessagingSettingReference",
            """
            content createdBy dateCreated dateModified event updatedBy version\
            """),
        sent("SupportedContent", SupportedContent.of("profile", media)),
        read(
            SupportedContent.class,
            "SupportedContent",
            """
            createdBy dateCreated dateModified modifiedBy selfUri version\
            """),
        read(MediaTypes.class, "MediaTypes"),
        read(MediaTypes.Access.class, "MediaTypeAccess"),
        read(MediaTypes.Pattern.class, "MediaType"),
        sent("MessagingSettingRequest", typing),
        sent("MessagingSettingPatchRequest", typing),
        read(
            MessagingSetting.class,
            "MessagingSetting",
            """
            content createdBy dateCreated dateModified selfUri updatedBy version\
            """),
        read(MessagingSetting.Events.class, "EventSetting"),
        read(MessagingSetting.TypingEvent.class, "TypingSetting"),
        read(MessagingSetting.Ways.class, "SettingDirection"),
        sent(
            "ConversationThreadingWindow",
            new ThreadingTimeline(List.of(), null, Map.of())
                .with(MessengerType.OPEN, Duration.ofHours(1))),
        read(ThreadingTimeline.class, "ConversationThreadingWindow", "id"),
        read(ThreadingTimeline.Window.class, "ConversationThreadingWindowSetting"),
        read(
            FlowRecipient.class,
            "Recipient",
            "createdBy dateCreated dateModified modifiedBy selfUri"),
        read(IpRange.class, "IpAddressRange"));
  }

  private static List<Pairing> bots() {
    return List.of(
        sent("PostTextRequest", Requests.textBotTurn()),
        read(
            TextBotAnswer.class,
            "PostTextResponse",
            "amazonLex genesysDialogEngine googleDialogFlow nuanceMixDlg"),
        read(WebhookParameters.class, "GenesysBotConnector"),
        read(InputMessage.class, "PostTextMessage"),
        read(ReplyMessage.class, "PostTextMessage"),
        read(BotSummary.class, "BotSummary"),
        read(BotVersionSummary.class, "BotVersionSummary"),
        sent("BotList", BotList.of(Requests.bots())),
        read(BotList.class, "BotList"),
        sent("BotConnectorBot", Requests.bots().get(0)),
        read(ConnectorBot.class, "BotConnectorBot"),
        read(ConnectorBotVersion.class, "BotConnectorBotVersion"),
        read(BotIntent.class, "BotIntent"),
        read(BotSlot.class, "BotSlot"));
  }
}
