// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Where our documents and release 198.1.0 of the SDK (end of 2023) differ, one by one. "2026" is
 * the model of SDK 270.0.0 (2026-08). Tests keep the lists exact: an entry that nothing needs
 * fails.
 */
final class NewerThanSdk {
  /** What we write or read and the SDK does not have: {@code Model.property} or a value of it. */
  static final Map<String, String> REASONS =
      Map.ofEntries(
          entry(
              "OpenInboundMessageContent.contentType",
              "the documentation's examples have it, no model has; it is ignored there, and the"
                  + " catch-all endpoint, which shares the content, requires it"),
          entry(
              "OpenMessageNormalizedMessage.conversationId", "prefetchConversationId, 2024-10-11"),
          entry(
              "OpenNormalizedMessage.conversationId",
              "one record of ours reads both endpoints' answers; only the newer one has it"),
          entry("CreateOutboundMessagingConversationRequest.useUserFromAddress", "2026"),
          entry("SendAgentlessOutboundMessageRequest.externalContactId", "SDK 262 of 2026-09"),
          entry("MessagingTemplateRequest.headerParameters", "2026"),
          entry("MessagingTemplateRequest.bodyParameters", "2026; parameters is deprecated for it"),
          entry("MessagingTemplateRequest.buttonUrlParameters", "2026"),
          entry("MessageMediaData.conversationId", "with the list of uploads, 2025-11-18"),
          entry("MessageMediaData.communicationId", "with the list of uploads, 2025-11-18"),
          entry("MessageData.messengerType=apple", "2026"),
          entry("MessageData.status=published", "2026"),
          entry("ConversationMessagingChannel.type", "public and private messages, 2026"),
          entry(
              "ConversationMessagingChannel.metadata",
              "one record of ours reads the open channel too, which has it"),
          entry(
              "ConversationNormalizedMessage.conversationId",
              "webhooks carry it (captured 2025-06-10), no model has it"),
          entry(
              "ConversationContentButtonResponse.id", "of ContentButtonResponse, removed 2025-06"),
          entry("ConversationContentButtonResponse.originatingMessageId", "2025-06"),
          entry("ConversationContentButtonResponse.type=DatePicker", "2025-06"),
          entry("ConversationContentButtonResponse.type=ListPicker", "2025-06"),
          entry("ConversationContentButtonResponse.type=Form", "2025-06"),
          entry("ConversationContentNotificationTemplate.buttons", "2026"),
          entry("ConversationContentQuickReply.summaryText", "2026"),
          entry("ConversationReason.code=DataFiltered", "2025-09-22"),
          entry("PostTextRequest.messagingPlatformType=Apple", "2026"),
          entry("PostTextRequest.messagingPlatformType=Instagram", "2026"),
          entry("PostTextRequest.messagingPlatformType=Open", "2026"));

  /** The same of requests whose records are private to the client. */
  static final Map<String, String> IN_REQUESTS =
      Map.of(
          "ConversationEventTyping.duration", "read-only in 198.1.0; an agent's may be set, 2026");

  /** Calls of our client that the SDK has no method for: a part of the name it would have. */
  static final Map<String, String> CALLS =
      Map.of(
          "StructuredResponse", "2025-06-21",
          "MessagesMediaUploads", "2025-04-30; replaces MessagesMedia",
          "getConversationsMessageCommunicationMessagesMedias", "the list of uploads, 2025-11-18",
          "IdentityresolutionIntegrationsOpen", "later than 198.1.0",
          "IntegrationsBotconnectors",
              "version 2 of the Bot Connector, 2025-06-01: 198.1.0 has no model of an outgoing"
                  + " message either, and cannot judge ours");

  /** Values that the SDK has and we have no name for; they are read and written all the same. */
  static final Map<String, String> WITHOUT_NAME =
      Map.ofEntries(
          entry("ConversationContentCardAction.type=Unknown", "says nothing"),
          entry("ConversationMessageEvent.eventType=CoBrowse", "web messaging only"),
          entry("ConversationMessageEvent.eventType=Presence", "web messaging only"),
          entry("ConversationMessageEvent.eventType=Unknown", "says nothing"),
          entry("ConversationNormalizedMessage.type=Message", "not seen on open messaging"),
          entry("ConversationNormalizedMessage.type=Unknown", "says nothing"),
          entry("MessageData.messengerType=line", "gone from the model of 2026"));

  private NewerThanSdk() {}
}
