// SPDX-License-Identifier: Apache-2.0
package io.botflow.oracle;

import static java.util.Map.entry;

import io.botflow.genesys.configuration.CreateStatus;
import io.botflow.genesys.configuration.Switch;
import io.botflow.genesys.content.ButtonType;
import io.botflow.genesys.content.CardActionType;
import io.botflow.genesys.content.Direction;
import io.botflow.genesys.content.EventType;
import io.botflow.genesys.content.IdType;
import io.botflow.genesys.content.MediaType;
import io.botflow.genesys.content.MessageType;
import io.botflow.genesys.content.MessengerType;
import io.botflow.genesys.content.OriginatingEntity;
import io.botflow.genesys.content.ReasonCode;
import io.botflow.genesys.content.ReceiptStatus;
import io.botflow.genesys.content.TemplateHeaderType;
import io.botflow.genesys.conversations.MessageStatus;
import io.botflow.genesys.outbound.MediaStatus;
import io.botflow.genesys.textbots.BotChannel;
import io.botflow.genesys.textbots.MessagingPlatformType;
import java.util.Map;

/** Our open enumerations, and the property of the SDK that has the same values. */
final class Enumerations {
  static final Map<Class<?>, String> PROPERTIES =
      Map.ofEntries(
          entry(BotChannel.class, "PostTextRequest.botChannels"),
          entry(MessagingPlatformType.class, "PostTextRequest.messagingPlatformType"),
          entry(ButtonType.class, "ConversationContentButtonResponse.type"),
          entry(CardActionType.class, "ConversationContentCardAction.type"),
          entry(CreateStatus.class, "OpenIntegration.createStatus"),
          entry(Direction.class, "ConversationNormalizedMessage.direction"),
          entry(EventType.class, "ConversationMessageEvent.eventType"),
          entry(IdType.class, "OpenMessagingFromRecipient.idType"),
          entry(MediaStatus.class, "MessageMediaData.status"),
          entry(MediaType.class, "ConversationContentAttachment.mediaType"),
          entry(MessageStatus.class, "MessageData.status"),
          entry(MessageType.class, "ConversationNormalizedMessage.type"),
          entry(MessengerType.class, "MessageData.messengerType"),
          entry(OriginatingEntity.class, "ConversationNormalizedMessage.originatingEntity"),
          entry(ReasonCode.class, "ConversationReason.code"),
          entry(ReceiptStatus.class, "OpenReceiptNormalizedMessage.status"),
          entry(Switch.class, "SettingDirection.inbound"),
          entry(TemplateHeaderType.class, "ConversationNotificationTemplateHeader.type"));

  private Enumerations() {}
}
